import { categories } from '#domain';
import { pairOf, parts, type CitizenFacts, type SmallJobFacts } from '#matching';
import type { Case } from '../peers/peer.js';
import { levelsOf, type Levels } from './levels.js';
import { mortonCode } from './places.js';
import { metresOfReach } from './travel-reach.js';

/** How facts became numbers: what those who store the citizens and those who ask must agree on. */
export interface Encoding {
  levels: Levels;
  categories: ReadonlyMap<string, number>;
  needs: ReadonlyMap<string, number>;
  people: ReadonlyMap<string, number>;
  /** The most jobs one citizen has tried. */
  triedAtMost: number;
  /** The most shifts one job has in a week. */
  shiftsAtMost: number;
}

const numbered = (values: Iterable<string>): Map<string, number> =>
  new Map([...new Set(values)].map((value, at) => [value, at]));

const most = (counts: readonly number[]): number => counts.reduce((best, count) => Math.max(best, count), 0);

export function encodingOf(citizens: readonly CitizenFacts[], { population }: Case): Encoding {
  return {
    levels: levelsOf(citizens),
    categories: numbered(categories.map(({ id }) => id)),
    needs: numbered(citizens.flatMap(({ citizen }) => citizen.needs)),
    people: numbered(citizens.flatMap(({ citizen }) => citizen.brokerId ?? [])),
    triedAtMost: most(citizens.map(({ citizen }) => citizen.triedJobs.length)),
    shiftsAtMost: most(population.smallJobs.map(({ weeklyShifts }) => weeklyShifts.length)),
  };
}

/** Radius classes first, then along the map: a page of the table holds neighbours who travel alike. */
export function clustered(citizens: readonly CitizenFacts[], { rules }: Case): CitizenFacts[] {
  const placed = citizens.map((facts) => {
    const metres = Math.max(...metresOfReach(facts, rules.travel));
    return {
      facts,
      radius: Math.floor(Math.log2(Math.max(1, metres / 1000))),
      code: mortonCode(facts.citizen.position),
    };
  });
  placed.sort((a, b) => a.radius - b.radius || a.code - b.code);
  return placed.map(({ facts }) => facts);
}

export const maskOf = (slugs: readonly string[], numbers: ReadonlyMap<string, number>): number =>
  slugs.reduce((mask, slug) => mask | (numbers.has(slug) ? 1 << numbers.get(slug)! : 0), 0);

/** The points of a part that looks at nothing of the job but its category, for each category. */
export function byCategory(id: 'goals' | 'dream', citizen: CitizenFacts, given: Case): number[] {
  const part = parts.find((each) => each.id === id)!;
  return categories.map(({ id: category }) => {
    const job = {
      job: { category, workplace: { position: citizen.citizen.position } },
    } as unknown as SmallJobFacts;
    return Math.floor((given.rules.weights[id] * part.share(pairOf(job, citizen, given))) / 10_000);
  });
}
