import { bandOf, isHigher, localDateOf, type Actor, type FitBand, type PostingAnswers } from '#domain';
import { openings, type Opening, type SmallJobChange } from '#matching';
import { asCandidates, dayOfMatching } from '../match/candidate-data.js';
import { Transactor } from '../ports/index.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { coarseCitizen, coarseTask } from './coarse.js';
import { EstimateBudget } from './estimate-budget.js';
import { asTask, type Assumed } from './usual-task.js';

export interface FitEstimate {
  band: FitBand;
  /** The smallest changes that lead to a higher band; none when many fit already. */
  changes: { change: SmallJobChange; text: string; band: FitBand }[];
  assumed: Assumed[];
}

const CHANGES_SHOWN = 3;
const ESTIMATES_PER_HOUR = 400;
const QUARTER = 15;

/**
 * How many would fit a task that is still being described, in words, and what would help. Works with whatever is
 * known. A company gets three words and no numbers, from descriptions and limits on wide steps (ADR 0014); every
 * calculation stands in the access log.
 */
export class EstimateFit {
  static readonly needs = [Transactor] as const;
  private readonly budget = new EstimateBudget(ESTIMATES_PER_HOUR);

  constructor(private readonly transactor: Transactor) {}

  async execute(companyId: string, answers: PostingAnswers, actor: Actor): Promise<FitEstimate> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      refuseOtherCompany(actor, companyId, 'company.not-found');
      const company = found(await unit.companies.find(companyId), 'company.not-found');
      const day = await dayOfMatching(unit);
      const { job, assumed } = asTask(answers, company, localDateOf(day.at));
      const task = coarseTask(job);
      if (actor.role === 'employer') this.budget.spend(companyId, JSON.stringify(task), day.at);
      const citizens = await unit.citizens.list();
      await unit.logAccess({
        who: actor.name,
        staffId: actor.staffId ?? null,
        companyId: actor.companyId ?? null,
        kind: 'calculated',
        citizenIds: citizens.map(({ id }) => id),
        purpose: 'small-job.fit',
      });
      const candidates = (await asCandidates(unit, citizens, day)).map(coarseCitizen);
      const { eligible, items } = openings(task, candidates, { day });
      return { band: bandOf(eligible), changes: helpful(eligible, items), assumed };
    });
  }
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
