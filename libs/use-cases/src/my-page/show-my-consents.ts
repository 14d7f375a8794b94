import { type Actor, type Citizen, type Language } from '#domain';
import { Transactor } from '../ports/index.js';
import { cardConsents, messagesConsent, type MyConsent } from './consents-in-force.js';
import { ownRecord } from './own-record.js';

export interface MyConsents {
  language: Language;
  consents: MyConsent[];
  /** How the citizen is reached now: written to or called. Null: there is nothing to write to. */
  writing: 'on' | 'off' | null;
}

export class ShowMyConsents {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(actor: Actor, language?: Language): Promise<MyConsents> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.consents', language);
      const said = await unit.consents.list(
        { citizenId: citizen.id },
        { order: [{ by: 'at' }, { by: 'id' }] },
      );
      const all = [...(await cardConsents(unit, citizen, said)), ...messagesConsent(citizen, said)];
      const consents = all.sort((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds);
      return { language: citizen.language, consents, writing: writingTo(citizen) };
    });
  }
}

function writingTo({ phone, email, preferredChannel }: Citizen): MyConsents['writing'] {
  if (!phone && !email) return null;
  return preferredChannel === 'sms' || preferredChannel === 'email' ? 'on' : 'off';
}
