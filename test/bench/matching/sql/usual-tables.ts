import { categories, categoryInWords, travelModes } from '#domain';
import type { CitizenFacts, SmallJobFacts } from '#matching';
import type { Case } from '../peers/peer.js';
import { flagRows, mutualRows, numberRows, setRows } from '../table/rows.js';
import type { Column, Session } from './server.js';

type Value = Column['values'][0];
type Columns<T> = Record<string, [string, (row: T) => Value]>;

const numberType = (values: readonly number[]): string =>
  values.every(Number.isInteger) ? 'integer' : 'float8';

/** Normalised, as one would design it: a table for each thing a citizen can have several of. */
export async function makeUsualTables(
  session: Session,
  citizens: readonly CitizenFacts[],
  jobs: readonly SmallJobFacts[],
  { rules }: Case,
): Promise<void> {
  const plain = plainColumns(citizens, jobs);
  await session.tableOf<CitizenFacts>('citizen', citizens, {
    id: ['uuid', ({ citizen }) => citizen.id],
    lat: ['float8', ({ citizen }) => citizen.position.lat],
    lon: ['float8', ({ citizen }) => citizen.position.lon],
    wish_minutes: ['integer', ({ wishMinutes }) => wishMinutes],
    most_minutes: ['integer', ({ maxMinutes }) => maxMinutes],
    dream_category: ['text', ({ citizen }) => (citizen.dream && categoryInWords(citizen.dream)?.id) ?? null],
    broker_id: ['text', ({ citizen }) => citizen.brokerId],
    waiting_since: ['timestamptz', ({ citizen }) => citizen.waitingSince.toString()],
    ...plain.citizen,
  });
  await session.tableOf<SmallJobFacts>('small_job', jobs, {
    id: ['uuid', ({ job }) => job.id],
    lat: ['float8', ({ job }) => job.workplace.position.lat],
    lon: ['float8', ({ job }) => job.workplace.position.lon],
    category: ['text', ({ job }) => job.category],
    flexibility: ['integer', ({ job }) => job.startFlexibilityMinutes],
    noise_degree: ['integer', ({ job }) => job.demands.noise],
    paid_minutes: ['integer', ({ paidMinutes }) => paidMinutes],
    grow_minutes: ['integer', ({ job }) => Math.round((job.roomToGrowHours ?? 0) * 60)],
    fixed_contact_id: ['text', ({ job }) => job.fixedContactId],
    ...plain.job,
  });
  await session.run('ALTER TABLE citizen ADD PRIMARY KEY (id); ALTER TABLE small_job ADD PRIMARY KEY (id)');
  await several(session, 'citizen', citizens, citizenLists());
  await several(session, 'small_job', jobs, jobLists());
  await session.tableOf('travel_mode', travelModes, {
    mode: ['text', (mode) => mode],
    km_per_hour: ['float8', (mode) => rules.travel.modes[mode].kmPerHour],
    wait_minutes: ['integer', (mode) => rules.travel.modes[mode].waitMinutes],
  });
  const related = categories.flatMap(({ id, related: others }) =>
    others.flatMap((other) => [`${id} ${other}`, `${other} ${id}`]),
  );
  await session.tableOf('category_related', [...new Set(related)], {
    category: ['text', (pair) => pair.split(' ')[0]!],
    other: ['text', (pair) => pair.split(' ')[1]!],
  });
  await session.run('ALTER TABLE category_related ADD PRIMARY KEY (category, other)');
  await session.run('VACUUM ANALYZE');
}

/** The rows of the table with one value on each side. */
function plainColumns(citizens: readonly CitizenFacts[], jobs: readonly SmallJobFacts[]) {
  const citizen: Columns<CitizenFacts> = {};
  const job: Columns<SmallJobFacts> = {};
  for (const { column, comparison } of flagRows()) citizen[column] = ['boolean', comparison.citizen];
  for (const { column, comparison } of numberRows()) {
    const type = numberType([...citizens.map(comparison.citizen), ...jobs.map(comparison.job)]);
    citizen[column] = [type, comparison.citizen];
    job[column] = [type, comparison.job];
  }
  for (const { column, comparison } of mutualRows()) {
    citizen[`${column}_as`] = ['text', (facts) => comparison.citizen(facts).id];
    job[`${column}_as`] = ['text', (facts) => comparison.job(facts).id];
  }
  return { citizen, job };
}

/** A table of many rows for one: its columns, and the rows of one side. */
interface List<T> {
  columns: Record<string, string>;
  rows: (facts: T) => Value[][];
}

const slots = { starts: 'integer', ends: 'integer' };
const ids = { value: 'text' };

/** The rows of the table with lists on both sides: a table of their slugs or ids for each side. */
function listsOfRules<T>(
  ofSet: (row: ReturnType<typeof setRows>[0], facts: T) => readonly string[],
  ofMutual: (row: ReturnType<typeof mutualRows>[0], facts: T) => readonly string[],
): Record<string, List<T>> {
  const lists: Record<string, List<T>> = {};
  for (const row of setRows())
    lists[`with_${row.column}`] = { columns: ids, rows: (facts) => ofSet(row, facts).map((slug) => [slug]) };
  for (const row of mutualRows())
    lists[`with_${row.column}`] = { columns: ids, rows: (facts) => ofMutual(row, facts).map((id) => [id]) };
  return lists;
}

const citizenLists = (): Record<string, List<CitizenFacts>> => ({
  free: { columns: slots, rows: ({ free }) => free.map(({ from, to }) => [from, to]) },
  agreed: { columns: slots, rows: ({ agreed }) => agreed.map(({ from, to }) => [from, to]) },
  reach: {
    columns: { mode: 'text', minutes: 'integer' },
    rows: ({ citizen }) => Object.entries(citizen.reach).map(([mode, minutes]) => [mode, minutes]),
  },
  goal: {
    columns: { category: 'text', rank: 'integer' },
    rows: ({ citizen }) => citizen.jobGoals.map(({ category, rank }) => [category, rank]),
  },
  tried: {
    columns: { category: 'text', weekly_minutes: 'integer', noise: 'integer', went_well: 'boolean' },
    rows: ({ citizen }) => citizen.triedJobs.map((t) => [t.category, t.weeklyMinutes, t.noise, t.wentWell]),
  },
  need: { columns: ids, rows: ({ citizen }) => citizen.needs.map((need) => [need]) },
  ...listsOfRules<CitizenFacts>(
    ({ comparison }, facts) => comparison.citizen(facts),
    ({ comparison }, facts) => comparison.citizen(facts).ruledOut,
  ),
});

const jobLists = (): Record<string, List<SmallJobFacts>> => ({
  shift: { columns: slots, rows: ({ shifts }) => shifts.map(({ from, to }) => [from, to]) },
  offered: { columns: ids, rows: ({ job }) => job.accommodationsOffered.map((slug) => [slug]) },
  ...listsOfRules<SmallJobFacts>(
    ({ comparison }, facts) => comparison.job(facts),
    ({ comparison }, facts) => comparison.job(facts).ruledOut,
  ),
});

/** The tables of the lists, each with an index on whom its rows belong to. */
async function several<T extends { citizen?: { id: string }; job?: { id: string } }>(
  session: Session,
  owner: 'citizen' | 'small_job',
  facts: readonly T[],
  lists: Record<string, List<T>>,
): Promise<void> {
  for (const [name, { columns, rows }] of Object.entries(lists)) {
    const flat = facts.flatMap((each) => {
      const id = (each.citizen ?? each.job)!.id;
      return rows(each).map((row) => [id, ...row]);
    });
    const all = Object.entries({ owner_id: 'uuid', ...columns });
    await session.table(
      `${owner}_${name}`,
      all.map(([column, type], at) => ({ name: column, type, values: flat.map((row) => row[at]!) })),
    );
    await session.run(`CREATE INDEX ON ${owner}_${name} (owner_id)`);
  }
}
