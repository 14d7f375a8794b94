import type { Actor, Temporal } from '#domain';
import { assignmentVersion, standardAssignmentRules, type AssignmentRules } from '#matching';
import { inScope, type Scope } from '../match/in-scope.js';
import { MatchingIndexes } from '../match/index/matching-indexes.js';
import { AssignmentSolver, Transactor } from '../ports/index.js';
import { logShown, whoLooks } from '../records/log-shown.js';
import { compared, type Compared } from './compared.js';
import { considered, type Considered } from './considered.js';
import { decided, refuseImpossible, type PreviewWishes } from './decided.js';
import { loads, type ContactLoad } from './loads.js';
import { planFor, type BestPlan } from './plan-for.js';
import { unfilled, type UnfilledJob } from './unfilled.js';

/** What a day of waiting weighs beside the score: nothing, as usual, or three times as much. */
const waitingWeights = { none: 0, usual: 1, more: 3 } as const;
export type WaitingWeight = keyof typeof waitingWeights;
export const waitingWeightNames = Object.keys(waitingWeights) as WaitingWeight[];

export interface PlannedPair {
  smallJobId: string;
  citizenId: string;
  /** 0..10,000, as in the ranking. */
  score: number;
  waitedDays: number;
  /** Score and waiting bonus. */
  value: number;
}

export interface AssignmentPreview {
  at: Temporal.Instant;
  ruleVersion: string;
  /** By small job, then by citizen. */
  pairs: PlannedPair[];
  /** Free seats of all open small jobs. */
  seats: number;
  filled: number;
  objective: number;
  compared: Compared;
  /** Whoever holds back most first. */
  contacts: ContactLoad[];
  unfilled: UnfilledJob[];
}

export interface PreviewInput extends PreviewWishes {
  /** How many citizens a contact follows at most; null: what the municipality has decided. */
  target: number | null;
  /** Whose citizens are planned for; everybody's when nothing is said. */
  scope?: Scope;
  waiting?: WaitingWeight;
}

/**
 * What would be best for everybody together: all free seats, all who are free to be asked, each contact's room. A
 * preview: it changes nothing and nobody is told.
 */
export class PreviewAssignment {
  static readonly needs = [MatchingIndexes, Transactor, AssignmentSolver] as const;

  constructor(
    private readonly indexes: MatchingIndexes,
    private readonly transactor: Transactor,
    private readonly solver: AssignmentSolver,
  ) {}

  /** @throws small-job.not-found, citizen.not-found, assignment.keep-not-possible, assignment.too-slow, assignment.stopped */
  async execute(
    { target, scope = 'municipality', waiting = 'usual', ...wishes }: PreviewInput,
    actor: Actor,
  ): Promise<AssignmentPreview> {
    const { municipalityId } = actor;
    const read = await this.indexes.inMunicipality(municipalityId, 'exact', async (unit, matching) => {
      const { settings } = await unit.municipality();
      const caseloadTarget = target ?? settings.caseload.target;
      const rules: AssignmentRules = { waitingBonus: bonusOf(waiting), caseloadTarget };
      const own = await inScope(unit, scope, actor);
      const among = own && new Set(own.map(({ id }) => id));
      const all = await considered(unit, await matching(), { rules, among });
      const citizenIds = all.citizens.map(({ id }) => id);
      await unit.logAccess({
        ...whoLooks(actor),
        kind: 'calculated',
        citizenIds,
        purpose: 'assignment.preview',
      });
      const decisions = await decided(unit, all, wishes);
      const refused = decisions.refused.map(({ citizenId }) => citizenId);
      await logShown(unit, actor, refused, 'assignment.preview');
      return { all, rules, decisions, at: await unit.now() };
    });
    const { all, rules, decisions } = read;
    // Outside of the transaction, for what a refusal tells has to stay in the log.
    refuseImpossible(decisions);
    // Outside as well: it may take seconds.
    const best = await planFor(all.problem, decisions, this.solver);
    const pairs = pairsIn(all, best);
    await this.transactor.inMunicipality(municipalityId, (unit) =>
      logShown(
        unit,
        actor,
        pairs.map(({ citizenId }) => citizenId),
        'assignment.preview',
      ),
    );
    return {
      at: read.at,
      ruleVersion: assignmentVersion(all.ruleVersion, rules),
      pairs,
      ...sums(all, best),
      compared: compared(all, decisions, best.plan),
      contacts: loads(all, best, rules.caseloadTarget),
      unfilled: unfilled(all, decisions, best),
    };
  }
}

function bonusOf(waiting: WaitingWeight): AssignmentRules['waitingBonus'] {
  const { waitingBonus } = standardAssignmentRules;
  return { ...waitingBonus, perDay: waitingBonus.perDay * waitingWeights[waiting] };
}

const sums = (
  { problem }: Considered,
  { plan }: BestPlan,
): { seats: number; filled: number; objective: number } => ({
  seats: problem.seats.reduce((sum, seats) => sum + seats, 0),
  filled: plan.filled,
  objective: plan.objective,
});

function pairsIn(
  { smallJobs, citizens, pairs, waitedDays, problem }: Considered,
  { plan }: BestPlan,
): PlannedPair[] {
  const planned: PlannedPair[] = [];
  for (let job = 0; job < smallJobs.length; job += 1) {
    for (let pair = pairs.from[job]!; pair < pairs.from[job + 1]!; pair += 1) {
      const who = pairs.citizen[pair]!;
      if (plan.jobOf[who] !== job) continue;
      planned.push({
        smallJobId: smallJobs[job]!.id,
        citizenId: citizens[who]!.id,
        score: pairs.score[pair]!,
        waitedDays: waitedDays[who]!,
        value: problem.value[pair]!,
      });
    }
  }
  return planned;
}
