import { consentTextOn, localDateOf, type Consent } from '#domain';
import type { Ids, UnitOfWork } from '../ports/index.js';

type Said = Pick<Consent, 'citizenId' | 'kind' | 'matchId' | 'action' | 'fields' | 'how'>;

/** Writes down what somebody agreed to or took back, with the words that were in force. */
export async function recordConsent(unit: UnitOfWork, ids: Ids, said: Said): Promise<Consent> {
  const at = await unit.now();
  const { version: textVersion } = consentTextOn(said.kind, localDateOf(at));
  const consent: Consent = { ...said, id: ids.next(), municipalityId: unit.municipalityId, textVersion, at };
  await unit.consents.insert(consent);
  return consent;
}
