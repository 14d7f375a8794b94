import type { CandidateSmallJob } from '../candidates.js';
import { changedFields, changedSmallJob, type SmallJobChange } from '../changes.js';
import type { ConstraintCode } from '../constraints/constraint.js';
import { constraints } from '../constraints/table.js';
import type { MatchingIndex } from '../kernel/matching-index.js';
import { commonStart } from '../week/moved-shifts.js';
import { inTheWayText, ruleInWords } from './in-the-way-text.js';
import type { Standing } from './standing.js';

/** What would help most of those whom one rule alone keeps out. */
export interface Help {
  /** Danish label of the change, as in the openings: "start kl. 9". */
  text: string;
  /** How many of them would then have a job that fits. */
  gained: number;
  /** The jobs to ask about, those that help most first. */
  smallJobIds: string[];
}

export interface RuleInTheWay {
  constraint: ConstraintCode;
  /** Danish: "arbejdstiden". */
  name: string;
  /** Citizens to whom it says no at every open job, other rules or not. */
  always: number;
  /** Citizens without any job that fits, for whom there is one that only this rule keeps them out of. */
  only: number;
  help: Help | null;
  /** Danish, one line. */
  text: string;
}

/** Jobs that are asked "what if" for each rule: the ones that most people are kept out of by it alone. */
const JOBS_TRIED = 5;

/** The rules that keep people out of all open jobs, most people first. What helps is tried, not guessed. */
export function rulesInTheWay(
  index: MatchingIndex,
  standing: Standing,
  smallJobs: readonly CandidateSmallJob[],
): RuleInTheWay[] {
  const attempts = new Attempts(index);
  return constraints
    .map(({ code }, rule) => {
      const bit = 1 << rule;
      const always = count(standing.always, (mask) => (mask & bit) !== 0);
      const only = count(standing.alone, (mask, at) => (mask & bit) !== 0 && standing.fitting[at] === 0);
      const found = only === 0 ? null : bestHelp(attempts, standing, smallJobs, rule);
      const help = found && { text: found.text, gained: found.gained, smallJobIds: found.smallJobIds };
      return {
        constraint: code,
        name: ruleInWords(code),
        always,
        only,
        help,
        text: inTheWayText(code, always, only, found),
      };
    })
    .filter(({ always, only }) => always > 0 || only > 0)
    .sort((a, b) => b.only - a.only || b.always - a.always);
}

/** A job's openings are worked out once, though several rules ask. */
class Attempts {
  private readonly known = new Map<string, { change: SmallJobChange; text: string }[]>();

  constructor(readonly index: MatchingIndex) {}

  /** The single changes of this job that let more people fit. */
  of(job: CandidateSmallJob): { change: SmallJobChange; text: string }[] {
    let items = this.known.get(job.id);
    if (items === undefined) {
      items = this.index.openings(job).items.filter(({ change }) => changedFields(change).length === 1);
      this.known.set(job.id, items);
    }
    return items;
  }
}

interface FoundHelp extends Help {
  /** Minutes after midnight at which all those jobs begin now, when they begin alike. */
  startsNow: number | null;
}

function bestHelp(
  attempts: Attempts,
  standing: Standing,
  smallJobs: readonly CandidateSmallJob[],
  rule: number,
): FoundHelp | null {
  const reads = constraints[rule]!.reads.job;
  const tried = smallJobs
    .map((job) => ({ job, people: new Set(standing.keptOutAlone(job.id, rule)) }))
    .filter(({ people }) => people.size > 0)
    .sort((a, b) => b.people.size - a.people.size || (a.job.id < b.job.id ? -1 : 1))
    .slice(0, JOBS_TRIED);
  const byText = new Map<
    string,
    { people: Set<string>; jobs: { job: CandidateSmallJob; gained: number }[] }
  >();
  for (const { job, people } of tried) {
    for (const { change, text } of attempts.of(job)) {
      if (!changedFields(change).some((field) => reads.includes(field))) continue;
      const { ranked: gained } = attempts.index.rankCitizens(changedSmallJob(job, change), { among: people });
      if (gained.length === 0) continue;
      const same = byText.get(text) ?? { people: new Set<string>(), jobs: [] };
      for (const { id } of gained) same.people.add(id);
      same.jobs.push({ job, gained: gained.length });
      byText.set(text, same);
    }
  }
  const [best] = [...byText].sort(([a, x], [b, y]) => y.people.size - x.people.size || (a < b ? -1 : 1));
  if (best === undefined) return null;
  const [text, { people, jobs }] = best;
  const inOrder = jobs.sort((a, b) => b.gained - a.gained).map(({ job }) => job);
  const starts = new Set(inOrder.map(({ weeklyShifts }) => commonStart(weeklyShifts)));
  return {
    text,
    gained: people.size,
    smallJobIds: inOrder.map(({ id }) => id),
    startsNow: starts.size === 1 ? [...starts][0]! : null,
  };
}

function count(masks: Uint32Array, holds: (mask: number, at: number) => boolean): number {
  return masks.reduce((sum, mask, at) => sum + (holds(mask, at) ? 1 : 0), 0);
}
