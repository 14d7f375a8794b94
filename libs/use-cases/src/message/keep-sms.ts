import type { Ids, InboundSms, UnitOfWork } from '../ports/index.js';
import type { IncomingSms } from './incoming-sms.js';

/** As long as the column takes; a longer text is cut, never refused: the gateway would send it again for days. */
const LONGEST_TEXT = 10_000;

export const isKnown = async (unit: UnitOfWork, { providerId }: IncomingSms): Promise<boolean> =>
  (await unit.inbound.first({ providerId })) !== undefined;

/** Keeps the SMS, with what it was understood as and what it was about. */
export async function keepSms(
  unit: UnitOfWork,
  ids: Ids,
  sms: IncomingSms,
  {
    understoodAs,
    subjectId,
    text = sms.text,
  }: Partial<Pick<InboundSms, 'understoodAs' | 'subjectId' | 'text'>>,
): Promise<void> {
  await unit.inbound.insert({
    id: ids.next(),
    municipalityId: unit.municipalityId,
    providerId: sms.providerId,
    from: sms.from,
    text: text && text.slice(0, LONGEST_TEXT),
    understoodAs: understoodAs ?? null,
    subjectId: subjectId ?? null,
    at: sms.at,
  });
}
