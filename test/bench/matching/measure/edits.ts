import { MatchingIndex, RankedLists, type CandidateCitizen, type CandidateSmallJob } from '#matching';
import { drawnPopulation, type PopulationPlan } from '../population/population.js';
import { Random } from '../population/random.js';
import { PreparedOracle } from '../peers/oracle.js';
import { SHOWN, type Case } from '../peers/peer.js';
import { microsSince } from './clock.js';
import { spreadOf, type Spread } from './lists.js';

export interface Edits {
  edits: number;
  byKind: Record<string, { count: number; micros: Spread }>;
  /** Of all edits together. */
  micros: Spread;
  /** Lists made anew because too few places were left. */
  remade: number;
  /** Lists that a full run of the edited index did not confirm, and those that the plain meaning did not. */
  wrongLists: number;
  checkedByFullRun: number;
  checkedByOracle: number;
}

type Kind =
  | 'home'
  | 'wishes'
  | 'ruled-out'
  | 'citizen-gone'
  | 'citizen-new'
  | 'job-changed'
  | 'job-gone'
  | 'job-new'
  | 'list-run-dry';

/** Each kind as often as it is written here. */
const MIX: readonly Kind[] = [
  ...['home', 'home', 'wishes', 'wishes', 'wishes', 'ruled-out', 'citizen-gone', 'citizen-new'],
  ...['job-changed', 'job-gone', 'job-new', 'list-run-dry'],
] as Kind[];

/** Lists kept true through mixed edits; what is put in comes from a second drawing of the same place. */
export function measureEdits(given: Case, plan: PopulationPlan, count: number, oracleJobs: number): Edits {
  const start = given.population;
  const lists = new RankedLists(MatchingIndex.of(start.citizens, start.smallJobs, given));
  const scene = new Scene(given, plan, lists);
  const micros: Record<string, number[]> = {};
  for (let n = 0; n < count; n += 1) {
    const kind = scene.random.one(MIX);
    (micros[kind] ??= []).push(...scene.edit(kind));
  }
  const check = lists.check();
  const oracle = scene.wrongByOracle(oracleJobs);
  const all = Object.values(micros).flat();
  return {
    edits: all.length,
    byKind: Object.fromEntries(
      Object.entries(micros).map(([kind, own]) => [kind, { count: own.length, micros: spreadOf(own) }]),
    ),
    micros: spreadOf(all),
    remade: lists.remade,
    wrongLists: check.differing.length + oracle.wrong,
    checkedByFullRun: check.lists,
    checkedByOracle: oracle.checked,
  };
}

class Scene {
  readonly random = new Random(11);
  private readonly citizens: CandidateCitizen[];
  private readonly jobs: CandidateSmallJob[];
  private readonly spare: { citizens: CandidateCitizen[]; jobs: CandidateSmallJob[] };
  private readonly places: Map<string, number>;

  constructor(
    private readonly given: Case,
    plan: PopulationPlan,
    private readonly lists: RankedLists,
  ) {
    this.citizens = [...given.population.citizens];
    this.jobs = [...given.population.smallJobs];
    const others = drawnPopulation({ ...plan, seed: 5 });
    this.spare = { citizens: others.citizens, jobs: others.smallJobs };
    this.places = new Map(this.citizens.map(({ id }, at) => [id, at]));
  }

  /** Does one edit, or as many as it takes to run a list dry; microseconds of each. */
  edit(kind: Kind): number[] {
    const { random, citizens, jobs } = this;
    const at = random.whole(0, citizens.length - 1);
    const [citizen, other] = [citizens[at]!, random.one(this.spare.citizens)];
    const [job, otherJob] = [random.whole(0, jobs.length - 1), random.one(this.spare.jobs)];
    switch (kind) {
      case 'home':
        return [this.put({ ...citizen, position: other.position, reach: other.reach }, at)];
      case 'wishes': {
        const { id: _id, position: _position, brokerId: _broker, ...rest } = other;
        return [this.put({ ...citizen, ...rest }, at)];
      }
      case 'ruled-out': {
        const ruledOutCompanyIds = [...citizen.ruledOutCompanyIds.slice(-2), random.one(jobs).companyId];
        return [this.put({ ...citizen, ruledOutCompanyIds }, at)];
      }
      case 'citizen-gone':
        return [this.remove(at)];
      case 'citizen-new':
        return [this.put({ ...other, id: random.uuid() }, citizens.length)];
      case 'job-changed':
        return [
          this.putJob({ ...jobs[job]!, weeklyShifts: otherJob.weeklyShifts, demands: otherJob.demands }, job),
        ];
      case 'job-new':
        return [this.putJob({ ...otherJob, id: random.uuid() }, jobs.length)];
      case 'job-gone': {
        if (jobs.length < 2) return [];
        const { id } = jobs[job]!;
        jobs[job] = jobs.at(-1)!;
        jobs.pop();
        return [timedEdit(() => this.lists.removeSmallJob(id))];
      }
      case 'list-run-dry':
        return this.lists
          .top(jobs[job]!.id)
          .map(({ id }) => this.places.get(id)!)
          .map((place) => this.put({ ...citizens[place]!, saidYes: false }, place));
    }
  }

  private put(citizen: CandidateCitizen, at: number): number {
    this.citizens[at] = citizen;
    this.places.set(citizen.id, at);
    return timedEdit(() => this.lists.putCitizen(citizen));
  }

  private remove(at: number): number {
    const { id } = this.citizens[at]!;
    const last = this.citizens.pop()!;
    this.places.delete(id);
    if (last.id !== id) {
      this.citizens[at] = last;
      this.places.set(last.id, at);
    }
    return timedEdit(() => this.lists.removeCitizen(id));
  }

  private putJob(job: CandidateSmallJob, at: number): number {
    this.jobs[at] = job;
    return timedEdit(() => this.lists.putSmallJob(job));
  }

  /** Lists that are not what the plain meaning says of the people as they are now. */
  wrongByOracle(jobs: number): { checked: number; wrong: number } {
    const population = { ...this.given.population, citizens: this.citizens, smallJobs: this.jobs };
    const oracle = new PreparedOracle({ ...this.given, population });
    const checked = this.jobs.slice(0, jobs);
    const wrong = checked.filter((job) => {
      const expected = oracle.ranked(job, SHOWN).listed;
      const got = this.lists.top(job.id);
      return (
        got.length !== expected.length ||
        expected.some(({ id, score }, place) => got[place]!.id !== id || got[place]!.score !== score)
      );
    });
    return { checked: checked.length, wrong: wrong.length };
  }
}

/** One edit cannot be done twice, so there is no best of rounds: the wall time as it was. */
function timedEdit(work: () => unknown): number {
  const start = process.hrtime.bigint();
  work();
  return microsSince(start);
}
