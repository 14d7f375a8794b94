import { firstName, isBefore, refuseUnless, Temporal, type Actor, type Match } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { endTasks } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { checkFit } from './check-fit.js';
import type { InterestInput, RecordedInterest } from './interest-input.js';
import { PresentMatch } from './present-match.js';

/** The citizen has said that the company may hear: from now on it sees the agreed fields. */
export class RecordInterest {
  static readonly needs = [Transactor, PresentMatch, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly presentMatch: PresentMatch,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(matchId: string, interest: InterestInput, actor: Actor): Promise<Match> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const by = actor.staffId && { byStaffId: actor.staffId };
      const match = await this.within(unit, matchId, { ...interest, ...by });
      // Whoever said it in writing has it in writing.
      if (interest.how === 'phone' || interest.how === 'in-person') await this.receipt(unit, match);
      return match;
    });
  }

  private async receipt(unit: UnitOfWork, match: Match): Promise<void> {
    const citizen = found(await unit.citizens.find(match.citizenId), 'citizen.not-found');
    const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'small-job.not-found');
    const contact = await contactFor(unit, match.smallJobId, await unit.now());
    const data = { firstName: firstName(citizen), ...contactInWords(contact), title: smallJob.title };
    const letter = { template: 'interest-noted' as const, data, subjectId: match.id };
    await this.correspondence.toCitizen(unit, citizen, contact, letter, null);
  }

  async within(unit: UnitOfWork, matchId: string, interest: RecordedInterest): Promise<Match> {
    const match = found(await unit.matches.lock(matchId), 'match.not-found');
    refuseUnless(match.interest === null, 'match.interest-already-recorded', { state: match.state });
    refuseUnless(match.state === 'asking', 'match.wrong-state', { from: match.state, to: 'proposed' });
    refuseUnless(!isBefore(await unit.now(), Temporal.Instant.from(interest.at)), 'match.interest-in-future');
    const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'small-job.not-found');
    const citizen = found(await unit.citizens.find(match.citizenId), 'citizen.not-found');
    await checkFit(unit, smallJob, citizen);
    await endTasks(unit, { matchId, kind: 'ask-interest' }, 'Sagde ja til, at firmaet hører om det');
    return this.presentMatch.toCompany(unit, match, interest);
  }
}
