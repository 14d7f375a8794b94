import {
  isBefore,
  openMatchStates,
  openOfferStates,
  pseudonymFor,
  refuseUnless,
  Temporal,
  type Actor,
  type Citizen,
  type Match,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { finishTasks } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { checkFit } from './check-fit.js';
import type { InterestInput } from './interest-input.js';
import { PresentMatch } from './present-match.js';
import { rankingBehind } from './ranking-behind.js';

export interface ProposeInput {
  smallJobId: string;
  citizenId: string;
  interest?: InterestInput;
  note?: string;
  /** Refuses when the citizen has been asked, proposed or offered something meanwhile: the desk showed nobody doing so. */
  onlyIfFree?: boolean;
  /** Refuses for a colleague's citizen: the broker is asked first. */
  onlyOwn?: boolean;
}

/**
 * A consultant picks somebody. The citizen is asked before the company hears of a person: without recorded
 * interest the match is `asking` and the company sees nothing (practice).
 */
export class ProposeMatch {
  static readonly needs = [Transactor, Ids, PresentMatch] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly presentMatch: PresentMatch,
  ) {}

  async execute(input: ProposeInput, actor: Actor): Promise<Match> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, input, actor));
  }

  /** `toldTo`: who heard from the citizen, when that is somebody else than whoever picked her or him. */
  async within(unit: UnitOfWork, input: ProposeInput, actor: Actor, toldTo: Actor = actor): Promise<Match> {
    const smallJob = found(await unit.smallJobs.lock(input.smallJobId), 'small-job.not-found');
    const citizen = found(await unit.citizens.lock(input.citizenId), 'citizen.not-found');
    refuseUnless(smallJob.status === 'open', 'small-job.wrong-state', {
      from: smallJob.status,
      to: 'open',
    });
    const earlier = await unit.matches.first({
      smallJobId: smallJob.id,
      citizenId: citizen.id,
      state: { in: openMatchStates },
    });
    refuseUnless(!earlier, 'match.already-exists', { matchId: earlier?.id, state: earlier?.state });
    const { onlyIfFree = false, onlyOwn = false } = input;
    if (onlyIfFree) await refuseInPlay(unit, citizen.id);
    refuseUnless(!onlyOwn || isFor(actor, citizen), 'citizen.ask-broker-first');
    const fit = await checkFit(unit, smallJob, citizen);
    const now = await unit.now();
    const id = this.ids.next();
    const match: Match = {
      id,
      municipalityId: actor.municipalityId,
      smallJobId: smallJob.id,
      citizenId: citizen.id,
      pseudonym: pseudonymFor(id),
      state: 'asking',
      interest: null,
      note: input.note ?? null,
      proposedByStaffId: actor.staffId ?? null,
      start: null,
      rejectReason: null,
      score: fit.score,
      ruleVersion: fit.ruleVersion,
      rankingId: await rankingBehind(unit, this.ids, { smallJob, citizen, fit }, actor),
      createdAt: now,
      proposedAt: null,
      decidedAt: null,
      decidedBy: null,
      remindAt: null,
      lapsesAt: null,
      reminders: [],
      withdrawal: null,
    };
    await unit.matches.insert(match);
    // Asked about by a colleague, and now proposed by somebody who may: the question has its answer.
    const about = { kind: 'ask-broker', smallJobId: smallJob.id, citizenId: citizen.id } as const;
    await finishTasks(unit, about, 'Borgeren er foreslået', actor.staffId ?? null);
    if (!input.interest) return this.presentMatch.askCitizen(unit, match);
    refuseUnless(!isBefore(now, Temporal.Instant.from(input.interest.at)), 'match.interest-in-future');
    return this.presentMatch.toCompany(unit, match, {
      ...input.interest,
      ...(toldTo.staffId && { byStaffId: toldTo.staffId }),
    });
  }
}

/** The citizen is locked, so whoever comes second sees what the first has written. */
async function refuseInPlay(unit: UnitOfWork, citizenId: string): Promise<void> {
  const match = await unit.matches.first({ citizenId, state: { in: openMatchStates } });
  const offer = await unit.offers.first({ citizenId, state: { in: openOfferStates } });
  const smallJobId = match?.smallJobId ?? offer?.smallJobId;
  refuseUnless(smallJobId === undefined, 'citizen.in-play', { smallJobId });
}

const isFor = (actor: Actor, { brokerId }: Citizen): boolean =>
  brokerId === null || brokerId === actor.staffId;
