import {
  citizenFacts,
  failing,
  inOrder,
  pairOf,
  smallJobFacts,
  standardRules,
  type CandidateCitizen,
  type CandidateSmallJob,
  type Entry,
  type MatchingIndex,
  type MatchingOptions,
  type Place,
  type Places,
} from '#matching';

/** A list as the plain meaning gives it, in the form of the kernel's. */
export interface PlainList {
  eligible: number;
  ranked: Place[];
}

/** What the plain meaning says of everybody: each pair is asked once, and its facts are worked out once. */
export class PlainAnswers {
  /** By job, then by citizen, in the order they were given. */
  readonly masks: Uint32Array[] = [];
  readonly forJob: PlainList[];
  readonly forCitizen: PlainList[];
  readonly pairs: number;

  constructor(
    readonly citizens: readonly CandidateCitizen[],
    readonly jobs: readonly CandidateSmallJob[],
    { day, rules = standardRules }: MatchingOptions,
  ) {
    const setting = { day, rules };
    const people = citizens.map(citizenFacts);
    const ofCitizen: Entry[][] = citizens.map(() => []);
    this.forJob = jobs.map((job) => {
      const facts = smallJobFacts(job, setting);
      const masks = new Uint32Array(citizens.length);
      const fits: Entry[] = [];
      people.forEach((citizen, at) => {
        const pair = pairOf(facts, citizen, setting);
        masks[at] = failing(pair);
        if (masks[at] !== 0) return;
        fits.push({ id: citizen.citizen.id, pair });
        ofCitizen[at]!.push({ id: job.id, pair });
      });
      this.masks.push(masks);
      return plainList(fits);
    });
    this.forCitizen = ofCitizen.map(plainList);
    this.pairs = citizens.length * jobs.length;
  }
}

function plainList(fits: readonly Entry[]): PlainList {
  const { eligible, ranked } = inOrder(fits, undefined, false);
  return {
    eligible,
    ranked: ranked.map(({ id, score, wants, canGet, parts }) => ({
      id,
      score,
      wants,
      canGet,
      points: parts.map(({ points }) => points),
    })),
  };
}

const isSamePlace = (one: Place | undefined, other: Place | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.id === other.id &&
  one.score === other.score &&
  one.wants === other.wants &&
  one.canGet === other.canGet &&
  one.points.length === other.points.length &&
  one.points.every((points, at) => points === other.points[at]);

/** What the kernel says otherwise than the plain meaning, in words for whoever mends it; empty when it never does. */
export class Disagreements {
  readonly found: string[] = [];
  count = 0;

  constructor(
    private readonly index: MatchingIndex,
    private readonly plain: PlainAnswers,
    /** Each how many pairs `explain` is asked by itself; the other answers are compared for every pair. */
    private readonly explainEach = 1,
  ) {}

  of(...kinds: readonly ('citizens' | 'small-jobs' | 'reasons' | 'all')[]): this {
    if (kinds.includes('citizens')) this.citizenLists();
    if (kinds.includes('small-jobs')) this.smallJobLists();
    if (kinds.includes('reasons')) this.reasons();
    if (kinds.includes('all')) this.both();
    return this;
  }

  /** The citizens for every small job, whole and cut. */
  private citizenLists(): void {
    const { index, plain } = this;
    plain.jobs.forEach(({ id }, at) => {
      const expected = plain.forJob[at]!;
      this.sameList(`citizens for ${id}`, index.rankCitizens(id), expected, plain.citizens.length);
      for (const limit of [1, 3, 20]) {
        const cut = expected.ranked.slice(0, limit);
        this.samePlaces(`top ${limit} for ${id}`, index.topCitizens(id, limit), cut);
        this.samePlaces(`${limit} for ${id}`, index.rankCitizens(id, { limit }).ranked, cut);
      }
    });
  }

  /** The small jobs for every citizen, whole and cut. */
  private smallJobLists(): void {
    const { index, plain } = this;
    plain.citizens.forEach(({ id }, at) => {
      const expected = plain.forCitizen[at]!;
      this.sameList(`small jobs for ${id}`, index.rankSmallJobs(id), expected, plain.jobs.length);
      const cut = expected.ranked.slice(0, 2);
      this.samePlaces(`2 small jobs for ${id}`, index.rankSmallJobs(id, { limit: 2 }).ranked, cut);
    });
  }

  /** The failing rules of every pair. */
  private reasons(): void {
    const { index, plain } = this;
    const placeOf = new Map(plain.citizens.map(({ id }, at) => [id, at]));
    let asked = 0;
    plain.jobs.forEach(({ id: jobId }, at) => {
      const masks = plain.masks[at]!;
      const reasons = index.reasonsForAll(jobId);
      if (reasons.masks.length !== masks.length)
        this.note(`reasons of ${reasons.masks.length} beside ${jobId} instead of ${masks.length}`);
      const seen = new Set<number>();
      reasons.masks.forEach((mask, n) => {
        const citizen = placeOf.get(reasons.idOf(n));
        if (citizen === undefined) return this.note(`reasons of the unknown ${reasons.idOf(n)}`);
        seen.add(citizen);
        if (mask !== masks[citizen])
          this.note(`mask ${mask} instead of ${masks[citizen]} for ${reasons.idOf(n)} beside ${jobId}`);
      });
      if (seen.size !== masks.length) this.note(`reasons of ${seen.size} different beside ${jobId}`);
      const placed = new Map(plain.forJob[at]!.ranked.map((place) => [place.id, place]));
      for (let n = 0; n < masks.length; n += 1) {
        asked += 1;
        if (asked % this.explainEach !== 0) continue;
        const { id } = plain.citizens[n]!;
        const { mask, place } = index.explain(jobId, id);
        if (mask !== masks[n]) this.note(`explain ${mask} instead of ${masks[n]} for ${id} beside ${jobId}`);
        if (masks[n] === 0 ? !isSamePlace(place ?? undefined, placed.get(id)) : place !== null)
          this.note(`explain says ${JSON.stringify(place)} for ${id} beside ${jobId}`);
      }
    });
  }

  /** The run over everybody. */
  private both(): void {
    const { index, plain } = this;
    const pairs = plain.forJob.reduce((sum, { eligible }) => sum + eligible, 0);
    for (const limit of [1, 4, 20]) {
      const all = index.rankAll({ limit });
      if (all.pairs !== pairs) this.note(`${all.pairs} pairs fit instead of ${pairs}`);
      plain.jobs.forEach(({ id }, at) =>
        this.sameScores(`run for ${id}`, all.forSmallJob(id), plain.forJob[at]!.ranked.slice(0, limit)),
      );
      plain.citizens.forEach(({ id }, at) =>
        this.sameScores(`run for ${id}`, all.forCitizen(id), plain.forCitizen[at]!.ranked.slice(0, limit)),
      );
    }
    const fitting = index.fittingPairs();
    if (fitting.citizen.length !== pairs || fitting.score.length !== pairs)
      this.note(`${fitting.citizen.length} fitting pairs instead of ${pairs}`);
    const placeOf = new Map(plain.jobs.map(({ id }, at) => [id, at]));
    fitting.smallJobIds.forEach((jobId, n) => {
      const expected = new Map(plain.forJob[placeOf.get(jobId)!]!.ranked.map(({ id, score }) => [id, score]));
      for (let at = fitting.from[n]!; at < fitting.from[n + 1]!; at += 1) {
        const citizen = fitting.citizenIds[fitting.citizen[at]!]!;
        if (expected.get(citizen) !== fitting.score[at]) this.note(`fitting pair ${jobId} ${citizen}`);
        expected.delete(citizen);
      }
      if (expected.size > 0) this.note(`${expected.size} fitting pairs of ${jobId} are missing`);
    });
  }

  private sameList(
    what: string,
    { considered, eligible, ranked }: Places,
    plain: PlainList,
    of: number,
  ): void {
    if (considered !== of || eligible !== plain.eligible)
      this.note(`${what}: ${eligible} of ${considered} instead of ${plain.eligible} of ${of}`);
    this.samePlaces(what, ranked, plain.ranked);
  }

  private samePlaces(what: string, got: readonly Place[], expected: readonly Place[]): void {
    if (got.length !== expected.length) this.note(`${what}: ${got.length} instead of ${expected.length}`);
    got.forEach((place, at) => {
      if (!isSamePlace(place, expected[at]))
        this.note(`${what} at ${at}: ${JSON.stringify(place)} instead of ${JSON.stringify(expected[at])}`);
    });
  }

  private sameScores(
    what: string,
    got: readonly { id: string; score: number }[],
    expected: readonly Place[],
  ): void {
    if (got.length !== expected.length) this.note(`${what}: ${got.length} instead of ${expected.length}`);
    got.forEach(({ id, score }, at) => {
      if (id !== expected[at]?.id || score !== expected[at].score)
        this.note(`${what} at ${at}: ${id} ${score}`);
    });
  }

  private note(what: string): void {
    this.count += 1;
    if (this.found.length < 5) this.found.push(what);
  }
}

/** Everything that can be asked of an index, against the plain meaning of the same people and jobs. */
export const disagreements = (
  index: MatchingIndex,
  citizens: readonly CandidateCitizen[],
  jobs: readonly CandidateSmallJob[],
  options: MatchingOptions,
): string[] =>
  new Disagreements(index, new PlainAnswers(citizens, jobs, options)).of(
    'citizens',
    'small-jobs',
    'reasons',
    'all',
  ).found;
