import { bandOf, isHigher, localDateOf, type Actor, type FitBand, type PostingAnswers } from '#domain';
import type { CandidateSmallJob, Opening, SmallJobChange } from '#matching';
import { MatchingIndexes, type CurrentMatching } from '../match/index/matching-indexes.js';
import type { UnitOfWork } from '../ports/index.js';
import { whoLooks } from '../records/log-shown.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { AskedOnce } from './asked-once.js';
import { coarseTask } from './coarse.js';
import { EstimateBudget } from './estimate-budget.js';
import { asTask, type Assumed } from './usual-task.js';

export interface FitEstimate {
  band: FitBand;
  /** The smallest changes that lead to a higher band; none when many fit already. */
  changes: { change: SmallJobChange; text: string; band: FitBand }[];
  assumed: Assumed[];
}

type Calculated = Pick<FitEstimate, 'band' | 'changes'>;

const CHANGES_SHOWN = 3;
const QUARTER = 15;

/**
 * How many would fit a task that is still being described, in words, and what would help. Works with whatever is
 * known. A company gets three words and no numbers, from descriptions and limits on wide steps (ADR 0014); every
 * calculation stands in the access log.
 */
export class EstimateFit {
  static readonly needs = [MatchingIndexes, EstimateBudget] as const;

  constructor(
    private readonly indexes: MatchingIndexes,
    private readonly budget: EstimateBudget,
  ) {}

  /** @throws posting.too-many-estimates for a company that asks without end */
  async execute(companyId: string, answers: PostingAnswers, actor: Actor): Promise<FitEstimate> {
    const { municipalityId } = actor;
    const asked = new AskedOnce<Calculated>(this.budget);
    const { assumed, ...answer } = await this.indexes.inMunicipality(
      municipalityId,
      'coarse',
      async (unit, matching) => {
        refuseOtherCompany(actor, companyId, 'company.not-found');
        const company = found(await unit.companies.find(companyId), 'company.not-found');
        const now = await unit.now();
        const { job, assumed: guessed } = asTask(answers, company, localDateOf(now));
        const task = coarseTask(job);
        const question = { kind: 'fit', municipalityId, companyId, task } as const;
        const known = actor.role === 'employer' ? asked.ask(question, now) : undefined;
        return { ...(known ?? (await calculate(unit, task, await matching(), actor))), assumed: guessed };
      },
    );
    asked.keep(answer);
    return { ...answer, assumed };
  }
}

async function calculate(
  unit: UnitOfWork,
  task: CandidateSmallJob,
  { index }: CurrentMatching,
  actor: Actor,
): Promise<Calculated> {
  await unit.logAccess({
    ...whoLooks(actor),
    kind: 'calculated',
    citizenIds: 'everybody',
    purpose: 'small-job.fit',
  });
  const { eligible, items } = index.openings(task);
  return { band: bandOf(eligible), changes: helpful(eligible, items) };
}

/** Of each kind of change the smallest that leads to a higher band; what is one change comes before what is two. */
function helpful(eligible: number, items: readonly Opening[]): FitEstimate['changes'] {
  const now = bandOf(eligible);
  const better = items
    .filter(({ change }) => isPlain(change))
    .map(({ change, text, gained }) => ({ change, text, gained, band: bandOf(eligible + gained) }))
    .filter(({ band }) => isHigher(band, now))
    .sort((a, b) => size(a.change) - size(b.change) || byBand(a.band, b.band) || a.gained - b.gained);
  const kinds = new Set<string>();
  return better
    .filter(({ change }) => {
      const kind = fieldsOf(change).join();
      return !kinds.has(kind) && kinds.add(kind);
    })
    .slice(0, CHANGES_SHOWN)
    .map(({ change, text, band }) => ({ change, text, band }));
}

const byBand = (a: FitBand, b: FitBand): number => (a === b ? 0 : isHigher(a, b) ? -1 : 1);

const fieldsOf = ({ demands, ...rest }: SmallJobChange): string[] => [
  ...Object.keys(rest),
  ...Object.keys(demands ?? {}),
];
const size = (change: SmallJobChange): number => fieldsOf(change).length;

/** Hours that end at 9.07 are of no use to anybody. */
const isPlain = ({ weeklyShifts = [] }: SmallJobChange): boolean =>
  weeklyShifts.every(({ start, end }) => [start, end].every((time) => Number(time.slice(3)) % QUARTER === 0));
