import { checkCitizen, type Actor, type Citizen } from '#domain';
import { Secrets, Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { enlistPhone, type CitizenInput } from './register-citizen.js';

/** Null clears what can be absent. */
export type CitizenChange = Partial<Omit<CitizenInput, 'phone' | 'email' | 'address' | 'dream'>> &
  Partial<Pick<Citizen, 'phone' | 'email' | 'address' | 'dream'>>;

export class ChangeCitizen {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(citizenId: string, change: CitizenChange, actor: Actor): Promise<Citizen> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = found(await unit.citizens.lock(citizenId), 'citizen.not-found');
      const { cpr, ...fields } = change;
      const citizen: Citizen = { ...before, ...fields, ...(cpr && { cprSealed: this.secrets.seal(cpr) }) };
      if (citizen.phone !== before.phone) citizen.phoneVerifiedAt = null;
      checkCitizen(citizen);
      if (citizen.brokerId) found(await unit.staff.find(citizen.brokerId), 'staff.not-found');
      await unit.citizens.update(citizen);
      if (citizen.phone !== before.phone) await enlistPhone(unit, this.secrets, citizen);
      await unit.logAccess({
        who: actor.name,
        staffId: actor.staffId ?? null,
        companyId: null,
        citizenIds: [citizenId],
        kind: 'shown',
        purpose: 'citizen.change',
      });
      await unit.record({ type: 'CitizenChanged', citizenId });
      return citizen;
    });
  }
}
