import {
  addDays,
  DomainError,
  instantOf,
  isBefore,
  latest,
  localDateOf,
  planHorizon,
  planShifts,
  revised,
  type Agreement,
  type LocalDate,
  type PlannedShift,
  type Shift,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { daysOff } from './days-off.js';
import { scheduleShift } from './schedule-shift.js';

/** Makes shifts from a signed agreement, some weeks ahead, and asks to be woken to make the next ones. */
export class PlanShifts {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** The due time fell: plan on from where the plan ends. */
  async ahead(municipalityId: string, agreementId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const agreement = await unit.agreements.lock(agreementId);
      if (agreement?.state === 'signed') await this.within(unit, agreement, 'leave-out-overlap');
    });
  }

  async within(
    unit: UnitOfWork,
    agreement: Agreement,
    onOverlap: 'refuse-overlap' | 'leave-out-overlap',
    earliest?: LocalDate,
  ): Promise<Agreement> {
    const now = await unit.now();
    const today = localDateOf(now);
    const { settings } = await unit.municipality();
    const smallJob = found(await unit.smallJobs.find(agreement.smallJobId), 'small-job.not-found');
    const to = planHorizon(
      today > agreement.startDate ? today : agreement.startDate,
      settings.planWeeksAhead,
    );
    const wantedFrom = agreement.plannedTo
      ? addDays(agreement.plannedTo, 1)
      : (earliest ?? agreement.startDate);
    // A night shift of yesterday may still run; what is older is over, however long ago the agreement began.
    const yesterday = addDays(today, -1);
    const from = wantedFrom > yesterday ? wantedFrom : yesterday;
    const off = await daysOff(unit, agreement.companyId, from, to);
    const wanted = planShifts({ agreement, from, to, daysOff: off, until: smallJob.endDate });
    // A slot that lies within the hour that is skipped in spring has no length, and is no shift.
    const ahead = untilTheNext(wanted).filter(
      (shift) => isBefore(now, shift.endsAt) && isBefore(shift.startsAt, shift.endsAt),
    );
    const free = await this.withoutOverlaps(unit, agreement, ahead, onOverlap);
    let number = await unit.shifts.count({ agreementId: agreement.id, state: { notIn: ['cancelled'] } });
    const shifts = free.map((planned): Shift =>
      this.asShift(agreement, planned, ++number, smallJob.startFlexibilityMinutes),
    );
    await unit.shifts.insertMany(shifts);
    for (const shift of shifts) await scheduleShift(unit, shift, agreement);
    const planned: Agreement = { ...agreement, plannedTo: to };
    await unit.agreements.update(planned);
    const next = instantOf(addDays(to, -7 * Math.max(1, settings.planWeeksAhead - 1)), '06:00');
    // A plan of a week or less is looked at every day, and never again at once.
    await unit.wake('shift.plan-ahead', agreement.id, latest(next, instantOf(addDays(today, 1), '06:00')));
    return planned;
  }

  /** Takes away what is planned from a day on and has not begun. */
  async clearFrom(unit: UnitOfWork, agreement: Agreement, from: LocalDate): Promise<void> {
    const now = await unit.now();
    const planned = await unit.shifts.list(
      { agreementId: agreement.id, state: 'planned', date: { from } },
      { lock: true },
    );
    for (const shift of planned.filter(({ startsAt }) => isBefore(now, startsAt))) {
      await unit.shifts.update(revised(shift, { ...shift, state: 'cancelled', cancelReason: 'replanned' }));
    }
  }

  /**
   * Plans again what some days should have, once the reason against them is gone. Of what was cancelled only the
   * shifts named come back, as themselves, so that a calendar that shows them as cancelled shows them again.
   */
  async again(
    unit: UnitOfWork,
    agreement: Agreement,
    days: { from: LocalDate; to: LocalDate },
    mayComeBack: ReadonlySet<string>,
  ): Promise<Shift[]> {
    const to = agreement.plannedTo !== null && agreement.plannedTo < days.to ? agreement.plannedTo : days.to;
    const smallJob = found(await unit.smallJobs.find(agreement.smallJobId), 'small-job.not-found');
    const off = await daysOff(unit, agreement.companyId, days.from, to);
    const wanted = planShifts({ agreement, from: days.from, to, daysOff: off, until: smallJob.endDate });
    const there = await unit.shifts.list(
      { agreementId: agreement.id, date: { from: days.from, to } },
      { lock: true },
    );
    const sameTime = (slot: PlannedShift): Shift[] =>
      there.filter(({ date, start, end }) => date === slot.date && start === slot.start && end === slot.end);
    const cancelled = (slot: PlannedShift): Shift | undefined =>
      sameTime(slot).find(({ id, state }) => state === 'cancelled' && mayComeBack.has(id));
    const open = wanted.filter((slot) => sameTime(slot).length === 0 || cancelled(slot));
    const free = await this.withoutOverlaps(unit, agreement, open, 'leave-out-overlap');
    let number = await unit.shifts.count({ agreementId: agreement.id, state: { notIn: ['cancelled'] } });
    const planned: Shift[] = [];
    for (const slot of free) {
      const before = cancelled(slot);
      number += 1;
      const shift: Shift = before
        ? revised(before, { ...before, state: 'planned', cancelReason: null })
        : this.asShift(agreement, slot, number, smallJob.startFlexibilityMinutes);
      await (before ? unit.shifts.update(shift) : unit.shifts.insert(shift));
      await scheduleShift(unit, shift, agreement);
      planned.push(shift);
    }
    return planned;
  }

  /**
   * What stands in the agreement's own time stays and is never refused: a shift that runs, and a day on which
   * the citizen has said that it cannot be.
   */
  private async withoutOverlaps(
    unit: UnitOfWork,
    agreement: Agreement,
    planned: PlannedShift[],
    onOverlap: 'refuse-overlap' | 'leave-out-overlap',
  ): Promise<PlannedShift[]> {
    const first = planned[0];
    const last = planned.at(-1);
    if (!first || !last) return [];
    const others = await unit.shifts.list({
      citizenId: agreement.citizenId,
      state: { notIn: ['cancelled'] },
      startsAt: { before: last.endsAt },
      endsAt: { after: first.startsAt },
    });
    const own = others.filter(({ agreementId }) => agreementId === agreement.id);
    const foreign = others.filter((other) => !own.includes(other) && other.state !== 'absent-reported');
    const free = planned.filter((shift) => !own.some((other) => overlap(shift, other)));
    const clash = free.find((shift) => foreign.some((other) => overlap(shift, other)));
    if (!clash) return free;
    if (onOverlap === 'refuse-overlap')
      throw new DomainError('shift.overlap', { date: clash.date, start: clash.start });
    await openTask(unit, this.ids, {
      kind: 'tell-citizen',
      citizenId: agreement.citizenId,
      smallJobId: agreement.smallJobId,
      note: `En vagt den ${clash.date} kl. ${clash.start} falder sammen med en anden`,
      dueAt: await unit.now(),
    });
    return free.filter((shift) => !foreign.some((other) => overlap(shift, other)));
  }

  private asShift(
    agreement: Agreement,
    planned: PlannedShift,
    number: number,
    flexibilityMinutes: number,
  ): Shift {
    const { id: agreementId, municipalityId, smallJobId, citizenId, companyId } = agreement;
    return {
      ...planned,
      id: this.ids.next(),
      municipalityId,
      agreementId,
      smallJobId,
      citizenId,
      companyId,
      flexibilityMinutes,
      number,
      state: 'planned',
      arrivedAt: null,
      leftAt: null,
      absence: null,
      evidence: [],
      workplaceAskedAt: null,
      cancelReason: null,
      confirmedMinutes: null,
      confirmedAt: null,
      wellDoneAt: null,
      revision: 0,
    };
  }
}

type Span = Pick<Shift, 'startsAt' | 'endsAt'>;
const overlap = (a: Span, b: Span): boolean =>
  isBefore(a.startsAt, b.endsAt) && isBefore(b.startsAt, a.endsAt);

/** In the spring night an end is moved an hour on and may come after the next start: the shift ends there. */
const untilTheNext = (shifts: PlannedShift[]): PlannedShift[] =>
  shifts.map((shift, at) => {
    const next = shifts[at + 1];
    return next && isBefore(next.startsAt, shift.endsAt) ? { ...shift, endsAt: next.startsAt } : shift;
  });
