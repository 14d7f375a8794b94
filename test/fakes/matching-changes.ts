import { isDeepStrictEqual } from 'node:util';
import {
  Temporal,
  type Agreement,
  type Citizen,
  type Company,
  type ContactAssignment,
  type Entity,
  type Offer,
  type SmallJob,
} from '#domain';
import { citizenInputs, smallJobInputs } from '#matching';
import type { Tables } from './in-memory-database.js';
import type { ChangedLine } from './in-memory-matching-journal.js';

/** One kind of row: the twin of `watched` in libs/persistence/src/migrations/matching-journal.ts. */
interface Watched<T extends Entity> {
  kind: ChangedLine['kind'];
  fields: readonly (keyof T)[];
  concerned: (row: T) => string;
  /** A change matters only when the row is so before or after. */
  counts: (row: T) => boolean;
}

const watch = <T extends Entity>(rule: Watched<T>): Watched<T> => rule;

const watched = {
  citizens: watch<Citizen>({
    kind: 'citizen',
    fields: citizenInputs,
    concerned: ({ id }) => id,
    counts: () => true,
  }),
  smallJobs: watch<SmallJob>({
    kind: 'small-job',
    fields: [...smallJobInputs, 'workplace', 'status', 'positions', 'seatsTaken'],
    concerned: ({ id }) => id,
    counts: ({ status }) => status !== 'draft',
  }),
  companies: watch<Company>({
    kind: 'company',
    fields: ['ruledOutCitizenIds'],
    concerned: ({ id }) => id,
    counts: ({ ruledOutCitizenIds }) => ruledOutCitizenIds.length > 0,
  }),
  contacts: watch<ContactAssignment>({
    kind: 'small-job',
    fields: ['smallJobId', 'staffId', 'endedAt'],
    concerned: ({ smallJobId }) => smallJobId,
    counts: ({ endedAt }) => endedAt === null,
  }),
  offers: watch<Offer>({
    kind: 'citizen',
    fields: ['state', 'smallJobId', 'citizenId'],
    concerned: ({ citizenId }) => citizenId,
    counts: ({ state }) => state === 'accepted',
  }),
  agreements: watch<Agreement>({
    kind: 'citizen',
    fields: ['state', 'offerId', 'citizenId', 'paidFrom', 'hours', 'unpaid'],
    concerned: ({ citizenId }) => citizenId,
    counts: () => true,
  }),
};

const same = (a: unknown, b: unknown): boolean =>
  a instanceof Temporal.Instant && b instanceof Temporal.Instant ? a.equals(b) : isDeepStrictEqual(a, b);

/** What a transaction changed for matching: the lines that the triggers of PostgreSQL would write. */
export function matchingChanges(before: Tables, after: Tables): ChangedLine[] {
  const lines = new Map<string, ChangedLine>();
  for (const [table, rule] of Object.entries(watched)) {
    const name = table as keyof typeof watched;
    for (const id of changed(rule as Watched<Entity>, before[name], after[name]))
      lines.set(`${rule.kind} ${id}`, { kind: rule.kind, id });
  }
  return [...lines.values()];
}

/** Rows are never changed in place: what is the same object has not changed. */
function changed<T extends Entity>(
  { fields, concerned, counts }: Watched<T>,
  before: Map<string, T>,
  after: Map<string, T>,
): string[] {
  const ids: string[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(id);
    const is = after.get(id);
    if (was === is) continue;
    const both = [was, is].filter((row) => row !== undefined);
    if (both.length === 2 && fields.every((field) => same(was![field], is![field]))) continue;
    if (both.some(counts)) ids.push(...both.map(concerned));
  }
  return ids;
}
