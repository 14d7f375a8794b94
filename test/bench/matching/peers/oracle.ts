import {
  citizenFacts,
  constraints,
  holds,
  pairOf,
  parts,
  rankCitizens,
  smallJobFacts,
  waitingDays,
  type CandidateSmallJob,
  type CitizenFacts,
  type Pair,
} from '#matching';
import { microsSince, timed } from '../measure/clock.js';
import { SHOWN, type Answer, type Case, type Peer } from './peer.js';

/** The plain meaning as it is written, and as a caller gets it: one object in, one ranking with its words out. */
export function oraclePeer({ population, day, rules }: Case): Peer {
  const ranked = (job: CandidateSmallJob): Answer => {
    const ranking = rankCitizens(job, population.citizens, { day, rules, limit: SHOWN });
    return {
      eligible: ranking.eligible,
      listed: ranking.ranked.map(({ citizenId, score, parts: scored }) => ({
        id: citizenId,
        score,
        points: scored.map(({ points }) => points),
      })),
    };
  };
  return {
    name: 'oracle',
    buildMillis: 0,
    topTwenty: async (job) => timed(() => ranked(job)),
    close: async () => undefined,
  };
}

/** The same with what never changes worked out once, no words, and no more rules asked after the first that fails. */
export class PreparedOracle implements Peer {
  readonly name = 'oracle-prepared';
  readonly buildMillis: number;
  readonly facts: readonly CitizenFacts[];
  private readonly waited: readonly number[];

  constructor(private readonly given: Case) {
    const start = process.hrtime.bigint();
    this.facts = given.population.citizens.map(citizenFacts);
    this.waited = given.population.citizens.map(({ waitingSince }) => waitingDays(waitingSince, given.day));
    this.buildMillis = microsSince(start) / 1000;
  }

  async topTwenty(job: CandidateSmallJob) {
    return timed(() => this.ranked(job));
  }

  ranked(job: CandidateSmallJob, limit = SHOWN): Required<Answer> {
    const asked = smallJobFacts(job, this.given);
    const fitting: { pair: Pair; waited: number; points: number[]; score: number }[] = [];
    this.facts.forEach((citizen, at) => {
      const pair = pairOf(asked, citizen, this.given);
      if (!constraints.every((constraint) => holds(constraint, pair))) return;
      const points = parts.map((part) =>
        Math.floor((this.given.rules.weights[part.id] * part.share(pair)) / 10_000),
      );
      fitting.push({
        pair,
        waited: this.waited[at]!,
        points,
        score: points.reduce((sum, more) => sum + more, 0),
      });
    });
    fitting.sort(
      (a, b) =>
        b.score - a.score ||
        b.waited - a.waited ||
        (a.pair.citizen.citizen.id < b.pair.citizen.citizen.id ? -1 : 1),
    );
    return {
      eligible: fitting.length,
      listed: fitting
        .slice(0, limit)
        .map(({ pair, points, score }) => ({ id: pair.citizen.citizen.id, score, points })),
    };
  }

  async close(): Promise<void> {}
}
