import {
  addDays,
  checkBusyUntil,
  localDateOf,
  refuseUnless,
  standInsFor,
  type Actor,
  type Staff,
  type Temporal,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

export interface BusyInput {
  until: Temporal.Instant;
  /** Who takes over; without it the named deputy. */
  deputyId?: string;
}

export interface BusyChoices {
  me: Staff;
  /** Who answers for me while I am busy; null when I am not. */
  standIn: Staff | null;
  /** Who could take over now, the best first. */
  standIns: Staff[];
  now: Temporal.Instant;
}

/** *Optaget til*: until then the first step of a ladder and RING go to a colleague. Only for oneself. */
export class BeBusy {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws staff.busy-until-invalid; staff.no-stand-in with `suggested`, the names of who could */
  async execute({ until, deputyId }: BusyInput, actor: Actor): Promise<Staff> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const me = found(await unit.staff.lock(actor.staffId), 'staff.not-found');
      const now = await unit.now();
      checkBusyUntil(until, now);
      const standIns = await whoCould(unit, me, now);
      const wished = deputyId ?? me.deputyId;
      const standIn = standIns.find(({ id }) => id === wished);
      const suggested = standIns.slice(0, 3).map(({ name }) => name);
      refuseUnless(standIn, 'staff.no-stand-in', { suggested });
      const busy: Staff = { ...me, busyUntil: until, busyDeputyId: standIn.id };
      await unit.staff.update(busy);
      return busy;
    });
  }

  /** Back before the time. Nothing happens when it was over already. */
  async end(actor: Actor): Promise<Staff> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const me = found(await unit.staff.lock(actor.staffId), 'staff.not-found');
      const back: Staff = { ...me, busyUntil: null, busyDeputyId: null };
      if (me.busyUntil !== null) await unit.staff.update(back);
      return back;
    });
  }

  async choices(actor: Actor): Promise<BusyChoices> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const me = found(await unit.staff.find(actor.staffId), 'staff.not-found');
      const now = await unit.now();
      const standIn = me.busyDeputyId ? ((await unit.staff.find(me.busyDeputyId)) ?? null) : null;
      return { me, standIn, standIns: await whoCould(unit, me, now), now };
    });
  }
}

async function whoCould(unit: UnitOfWork, me: Staff, now: Temporal.Instant): Promise<Staff[]> {
  const today = localDateOf(now);
  const holidays = await unit.holidays(today, addDays(today, 21));
  return standInsFor(me, await unit.staff.list({ active: true }), now, holidays);
}
