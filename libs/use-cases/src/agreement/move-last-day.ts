import {
  addDays,
  isBefore,
  localDateOf,
  noticeOf,
  refuseUnless,
  tellAt,
  type Agreement,
  type SmallJob,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { Correspondence } from '../message/correspondence.js';
import { PlanShifts } from '../shift/plan-shifts.js';
import { endTasks } from '../task/open-task.js';
import { tellLastDay } from './tell-last-day.js';

/**
 * A small job ends on another day than was said, or on none: whoever works there has shifts until then and no longer,
 * and hears of it.
 */
export class MoveLastDay {
  static readonly needs = [PlanShifts, Correspondence] as const;

  constructor(
    private readonly planShifts: PlanShifts,
    private readonly correspondence: Correspondence,
  ) {}

  /** Of a small job that is locked and has been changed. @throws small-job.dates-invalid for a day that has passed */
  async within(unit: UnitOfWork, before: SmallJob, after: SmallJob): Promise<void> {
    if (after.endDate === before.endDate) return;
    const running = await unit.agreements.list({ smallJobId: after.id, state: 'signed' }, { lock: true });
    if (running.length === 0) return;
    const today = localDateOf(await unit.now());
    refuseUnless(after.endDate === null || after.endDate >= today, 'small-job.dates-invalid');
    for (const agreement of running) await this.move(unit, agreement, before, after);
  }

  private async move(
    unit: UnitOfWork,
    agreement: Agreement,
    before: SmallJob,
    after: SmallJob,
  ): Promise<void> {
    const { citizenId, id: agreementId } = agreement;
    const { endDate, id: smallJobId } = after;
    if (endDate !== null) await this.planShifts.clearFrom(unit, agreement, addDays(endDate, 1));
    if (before.endDate !== null) await this.planOn(unit, agreement, addDays(before.endDate, 1));
    await endTasks(unit, { citizenId, smallJobId, kind: 'job-ends' }, 'Sidste dag er flyttet');
    await tellLastDay(unit, this.correspondence, agreement, after, 'moved');
    const now = await unit.now();
    // Who hears of it within the week has heard that the end is near.
    const isNear = endDate !== null && !isBefore(now, tellAt(endDate));
    const lastDayNotice =
      endDate === null ? null : { ...noticeOf(endDate, null), toldAt: isNear ? now.toString() : null };
    await unit.agreements.update({ ...agreement, lastDayNotice });
    if (endDate !== null) await unit.wake('agreement.watch-last-day', agreementId);
  }

  /** What was planned there once and taken away for an earlier end comes back as itself. */
  private async planOn(unit: UnitOfWork, agreement: Agreement, wanted: string): Promise<void> {
    const today = localDateOf(await unit.now());
    const from = wanted > today ? wanted : today;
    const { id: agreementId, plannedTo } = agreement;
    if (plannedTo === null || plannedTo < from) return;
    const taken = await unit.shifts.list({
      agreementId,
      date: { from },
      state: 'cancelled',
      cancelReason: 'replanned',
    });
    await this.planShifts.again(unit, agreement, { from, to: plannedTo }, new Set(taken.map(({ id }) => id)));
  }
}
