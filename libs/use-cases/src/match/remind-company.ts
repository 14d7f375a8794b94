import { DomainError, firstName, isBefore, isoWithOffset, latest, type Actor, type Match } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { finishTasks } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { mayRemindAt } from './may-remind-at.js';

/**
 * A person reminds a silent company, with the link again; not more often than the municipality allows, however many
 * colleagues have the same thought. Who did it stays on the proposal.
 */
export class RemindCompany {
  static readonly needs = [Transactor, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
  ) {}

  /** @throws match.wrong-state, match.too-soon-to-remind with `nextAt` */
  async execute(matchId: string, actor: Actor): Promise<Match> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const match = found(await unit.matches.lock(matchId), 'match.not-found');
      if (match.state !== 'proposed')
        throw new DomainError('match.wrong-state', { from: match.state, to: 'proposed' });
      const now = await unit.now();
      const next = await mayRemindAt(unit, match);
      if (next && isBefore(now, next)) {
        const retryAfterSeconds = Math.ceil((next.epochMilliseconds - now.epochMilliseconds) / 1000);
        throw new DomainError('match.too-soon-to-remind', { nextAt: isoWithOffset(next), retryAfterSeconds });
      }
      const reminded: Match = {
        ...match,
        reminders: [...match.reminders, { at: now.toString(), byStaffId: staffId }],
      };
      const waits = await mayRemindAt(unit, reminded);
      // The one that goes out by itself is not to come on the heels of this one.
      if (match.remindAt && waits) reminded.remindAt = latest(match.remindAt, waits);
      await unit.matches.update(reminded);
      if (reminded.remindAt) await unit.wake('match.remind-employer', matchId, reminded.remindAt);
      await this.write(unit, match, now.epochMilliseconds);
      await finishTasks(unit, { matchId, kind: 'employer-silent' }, 'Mindet om forslaget', staffId);
      return reminded;
    });
  }

  private async write(unit: UnitOfWork, { id, smallJobId }: Match, occasion: number): Promise<void> {
    const smallJob = found(await unit.smallJobs.find(smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
    const contact = await contactFor(unit, smallJobId, await unit.now());
    await this.correspondence.toCompany(unit, company, {
      template: 'match-reminder',
      data: {
        companyContact: firstName(company.contact),
        ...contactInWords(contact),
        title: smallJob.title,
      },
      question: 'match',
      subjectId: id,
      linkPurpose: 'match',
      occasion: `by-hand-${occasion}`,
    });
  }
}
