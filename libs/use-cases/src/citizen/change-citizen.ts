import { checkCitizen, travelModes, weekdayOf, type Actor, type Citizen, type TravelMode } from '#domain';
import { HandOverBroker } from '../contact/hand-over-broker.js';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { scheduleShift } from '../shift/schedule-shift.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { LeaveOldAddresses } from './leave-old-addresses.js';
import { enlistPhone, openCitizensDoors, strikePhone, type CitizenInput } from './register-citizen.js';

type Merged = 'hours' | 'reach' | 'limits';

/**
 * Null clears what can be absent. Hours, reach and limits are merged, null taking a way of travel away. Another broker
 * is a handover like any other: it stays in the history, and the citizen hears whom to call (R18).
 */
export type CitizenChange = Partial<
  Omit<CitizenInput, 'phone' | 'email' | 'address' | 'dream' | 'benefit' | Merged>
> &
  Partial<Pick<Citizen, 'phone' | 'email' | 'address' | 'dream' | 'benefit' | 'placementUsedCompanyIds'>> & {
    hours?: Partial<Citizen['hours']>;
    reach?: { [Mode in TravelMode]?: number | null };
    limits?: Partial<Citizen['limits']>;
  };

export class ChangeCitizen {
  static readonly needs = [Transactor, Secrets, HandOverBroker, LeaveOldAddresses] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
    private readonly handOver: HandOverBroker,
    private readonly leaveOldAddresses: LeaveOldAddresses,
  ) {}

  async execute(citizenId: string, change: CitizenChange, actor: Actor): Promise<Citizen> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, citizenId, change, actor),
    );
  }

  /** `sentAnew`: the subject of what the caller sends to a new number itself. */
  async within(
    unit: UnitOfWork,
    citizenId: string,
    change: CitizenChange,
    actor: Actor,
    sentAnew?: string | null,
  ): Promise<Citizen> {
    const before = found(await unit.citizens.lock(citizenId), 'citizen.not-found');
    const { cpr, hours, reach, limits, brokerId, ...fields } = change;
    const citizen: Citizen = {
      ...before,
      ...fields,
      hours: { ...before.hours, ...hours },
      reach: mergedReach(before.reach, reach),
      limits: { ...before.limits, ...limits },
      ...(cpr && { cprSealed: this.secrets.seal(cpr) }),
    };
    if (citizen.phone !== before.phone) citizen.phoneVerifiedAt = null;
    checkCitizen(citizen);
    await unit.citizens.update(citizen);
    if (citizen.phone !== before.phone) {
      await strikePhone(unit, this.secrets, before.phone, { id: citizenId, who: 'citizen' });
      await enlistPhone(unit, this.secrets, citizen);
    }
    await this.leaveOldAddresses.within(unit, before, citizen, sentAnew);
    await openCitizensDoors(unit, this.secrets, citizen);
    if (citizen.mondayReminder !== before.mondayReminder) await remindOfMondaysAnew(unit, citizenId);
    await logShown(unit, actor, [citizenId], 'citizen.change');
    await unit.record({ type: 'CitizenChanged', citizenId }, actor);
    if (brokerId === undefined || brokerId === before.brokerId) return citizen;
    refuseUnlessStaff(actor);
    await this.handOver.within(unit, citizenId, { toId: brokerId, reason: 'other', note: null }, actor);
    return { ...citizen, brokerId };
  }
}

/** Reminders of Mondays go out on the other day from now on. */
async function remindOfMondaysAnew(unit: UnitOfWork, citizenId: string): Promise<void> {
  const ahead = await unit.shifts.list({
    citizenId,
    state: 'planned',
    startsAt: { after: await unit.now() },
  });
  for (const shift of ahead.filter(({ date }) => weekdayOf(date) === 1)) {
    await unit.forget('shift.remind', shift.id);
    await scheduleShift(
      unit,
      shift,
      found(await unit.agreements.find(shift.agreementId), 'agreement.not-found'),
    );
  }
}

/** A mode that is absent is not used, so null takes one away. */
function mergedReach(before: Citizen['reach'], change: CitizenChange['reach'] = {}): Citizen['reach'] {
  const reach: Citizen['reach'] = {};
  for (const mode of travelModes) {
    const minutes = change[mode] === undefined ? before[mode] : change[mode];
    if (minutes !== null && minutes !== undefined) reach[mode] = minutes;
  }
  return reach;
}
