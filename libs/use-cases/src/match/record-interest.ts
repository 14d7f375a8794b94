import { isBefore, localDateOf, refuseUnless, Temporal, type Actor, type Match } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { endTasks } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { checkFit } from './check-fit.js';
import type { InterestInput } from './interest-input.js';
import { PresentMatch } from './present-match.js';

/** The citizen has said that the company may hear: from now on it sees the agreed fields. */
export class RecordInterest {
  static readonly needs = [Transactor, PresentMatch] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly presentMatch: PresentMatch,
  ) {}

  async execute(matchId: string, interest: InterestInput, actor: Actor): Promise<Match> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, matchId, interest),
    );
  }

  async within(unit: UnitOfWork, matchId: string, interest: InterestInput): Promise<Match> {
    const match = found(await unit.matches.lock(matchId), 'match.not-found');
    refuseUnless(match.interest === null, 'match.interest-already-recorded', { state: match.state });
    refuseUnless(match.state === 'asking', 'match.wrong-state', { from: match.state, to: 'proposed' });
    refuseUnless(!isBefore(await unit.now(), Temporal.Instant.from(interest.at)), 'match.interest-in-future');
    const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'small-job.not-found');
    const citizen = found(await unit.citizens.find(match.citizenId), 'citizen.not-found');
    await checkFit(unit, smallJob, citizen);
    await endTasks(unit, { matchId, kind: 'ask-interest' }, `Spurgt ${localDateOf(await unit.now())}`);
    return this.presentMatch.toCompany(unit, match, interest);
  }
}
