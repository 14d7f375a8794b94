import { lastDayStep, noticeOf, type Agreement, type LastDayNotice, type SmallJob } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { EndAgreement } from './end-agreement.js';
import { lastDayNote, tellLastDay } from './tell-last-day.js';

/**
 * The last day of a small job comes near: first the contact has two weeks to talk with both sides about more, something
 * new or the end, then the citizen has it in writing, and when the day has passed without another one the agreement
 * ends. The talk stays on the contact's list until somebody has had it.
 */
export class WatchLastDay {
  static readonly needs = [Transactor, Ids, Correspondence, EndAgreement] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
    private readonly ending: EndAgreement,
  ) {}

  async execute(municipalityId: string, agreementId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const peek = await unit.agreements.find(agreementId);
      const smallJob = peek && (await unit.smallJobs.lock(peek.smallJobId));
      const agreement = await unit.agreements.lock(agreementId);
      if (smallJob && agreement) await this.within(unit, agreement, smallJob);
    });
  }

  private async within(unit: UnitOfWork, agreement: Agreement, smallJob: SmallJob): Promise<void> {
    const { endDate } = smallJob;
    if (agreement.state !== 'signed' || endDate === null) return;
    const notice = noticeOf(endDate, agreement.lastDayNotice);
    const now = await unit.now();
    const next = lastDayStep(endDate, notice, await this.lastShiftEnds(unit, agreement), now);
    if (next.step === 'wait') return unit.wake('agreement.watch-last-day', agreement.id, next.until);
    if (next.step === 'end') {
      // Both sides have known the day, the citizen in so many words: nobody is told a second time.
      const told = ['citizen', 'company'] as const;
      await this.ending.within(unit, agreement.id, { reason: 'job-ended', told });
      return;
    }
    if (next.step === 'ask') await this.ask(unit, agreement, smallJob);
    else await tellLastDay(unit, this.correspondence, agreement, smallJob, 'soon');
    const done: LastDayNotice =
      next.step === 'ask' ? { ...notice, askedAt: now.toString() } : { ...notice, toldAt: now.toString() };
    const noted: Agreement = { ...agreement, lastDayNotice: done };
    await unit.agreements.update(noted);
    return this.within(unit, noted, smallJob);
  }

  private async ask(unit: UnitOfWork, { citizenId }: Agreement, { id, endDate }: SmallJob): Promise<void> {
    const now = await unit.now();
    await openTask(unit, this.ids, {
      kind: 'job-ends',
      staffId: (await contactFor(unit, id, now)).id,
      citizenId,
      smallJobId: id,
      note: `${lastDayNote(endDate)}. Går det videre, så ret den sidste dag på jobbet.`,
      dueAt: now,
    });
  }

  private async lastShiftEnds(unit: UnitOfWork, { id: agreementId }: Agreement) {
    const [last] = await unit.shifts.list(
      { agreementId, state: { notIn: ['cancelled'] } },
      { order: [{ by: 'endsAt', direction: 'desc' }], limit: 1 },
    );
    return last?.endsAt ?? null;
  }
}
