import { DomainError, wayOfPage, type Actor, type Channel, type Citizen } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { refuseUnlessCitizen } from './own-record.js';
import { recordConsent } from './record-consent.js';

/** May we write? Who says no is called instead: nothing is lost, and nobody is left out. */
export class ChangeMyMessages {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws citizen.channel-unreachable when there is neither a number nor a mail address to write to */
  async execute(allowed: boolean, actor: Actor): Promise<Citizen> {
    refuseUnlessCitizen(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = found(await unit.citizens.lock(actor.citizenId), 'citizen.not-found');
      const channel = allowed ? writtenChannel(citizen) : 'call';
      const isWritten = citizen.preferredChannel === 'sms' || citizen.preferredChannel === 'email';
      if (isWritten === allowed) return citizen;
      const changed: Citizen = { ...citizen, preferredChannel: channel };
      await unit.citizens.update(changed);
      await recordConsent(unit, this.ids, {
        citizenId: citizen.id,
        kind: 'messages',
        matchId: null,
        action: allowed ? 'given' : 'withdrawn',
        fields: [],
        how: wayOfPage(actor),
      });
      await unit.record({ type: 'CitizenChanged', citizenId: citizen.id });
      return changed;
    });
  }
}

function writtenChannel({ phone, email }: Citizen): Channel {
  if (phone) return 'sms';
  if (email) return 'email';
  throw new DomainError('citizen.channel-unreachable', { channel: 'sms' });
}
