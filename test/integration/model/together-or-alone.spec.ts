import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type pg from 'pg';
import pgDriver from 'pg';
import { defaultLadders, type LadderDefinition } from '#domain';
import { CheckEvidence, ListUnconfirmed, TakeStep, Transactor } from '#use-cases';
import { rowsOf } from '../../contracts/rows.js';
import { UseCasesOver } from '../../browser/support/use-cases-over.js';
import { setUp } from '../../crash/scenario.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

/** Every kind of step, so that whatever one of them may do is done. */
const ladder: LadderDefinition = {
  ...defaultLadders['not-seen'],
  graceAfterStart: 'PT0S',
  steps: [
    { after: 'PT1H', who: 'citizen', channel: 'sms', message: 'not-seen-citizen' },
    { after: 'PT2H', who: 'workplace', channel: 'sms', message: 'not-seen-workplace' },
    { after: 'PT3H', who: 'contact', channel: 'task', message: 'not-seen-contact' },
    { after: 'PT4H', who: 'contact', channel: 'sms', message: 'not-here-contact' },
    { after: 'PT5H', who: 'deputy', channel: 'sms', message: 'not-here-deputy' },
    { after: 'PT6H', who: 'leader', channel: 'sms', message: 'not-here-leader' },
    { after: 'PT7H', who: 'workplace', channel: 'sms', message: 'workplace-told' },
    { after: 'PT8H', who: 'list', channel: 'task', message: 'nobody-took-it' },
  ],
};
const CASES = 24;
const TOGETHER = 7;

let database: TestDatabase;
let admin: pg.Client;
let useCases: UseCasesOver;

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pgDriver.Client({ connectionString: database.adminUrl });
  await admin.connect();
  useCases = await UseCasesOver.open(database.appUrl, Buffer.alloc(32, 7).toString('base64'));
});
afterAll(async () => {
  await useCases.close();
  await admin.end();
  await database.drop();
});

/** How the same work is gone about for each of these. */
type GoingAbout = (here: string, ids: string[], work: (id: string) => Promise<void>) => Promise<void>;

const oneByOne: GoingAbout = async (_, ids, work) => {
  for (const id of ids) await work(id);
};

const together: GoingAbout = async (here, ids, work) => {
  for (let from = 0; from < ids.length; from += TOGETHER)
    await useCases.get(Transactor).together(
      here,
      ids.slice(from, from + TOGETHER).map((id) => () => work(id)),
    );
};

const really = async <Row extends pg.QueryResultRow>(sql: string, parameters: unknown[]): Promise<Row[]> =>
  (await admin.query<Row>(sql, parameters)).rows;

/** People of every kind; some of the cases are somebody's already, or closed, or paused at the moment of a step. */
async function openCases(goingAbout: GoingAbout, { withoutCallers = false } = {}): Promise<string> {
  const { municipalityId, staffId, ladders } = await setUp(database.appUrl, {
    ladders: CASES,
    requests: 0,
    overMs: 0,
    beginInMs: -60_000,
  });
  const here = [municipalityId];
  await really('UPDATE ladders SET definition = $2 WHERE municipality_id = $1', [municipalityId, ladder]);
  const those = (nth: number, set: string): Promise<unknown> =>
    really(
      `UPDATE citizens SET ${set} WHERE municipality_id = $1 AND substr(name, 9)::int % 6 = ${nth}`,
      here,
    );
  await those(1, 'shared_phone = true');
  // The step after theirs comes at once, and asks the workplace about everybody.
  if (!withoutCallers) await those(2, `preferred_channel = 'call'`);
  await those(3, `preferred_channel = 'email', email = 'borger@example.dk'`);
  await those(4, `language = 'en'`);
  await useCases.get(Transactor).inMunicipality(municipalityId, async (unit) => {
    const deputy = rowsOf(municipalityId).staff({ name: 'Lars Lund', phone: '+4520777777' });
    await unit.staff.insert(deputy);
    const contact = (await unit.staff.find(staffId))!;
    await unit.staff.update({ ...contact, deputyId: deputy.id });
  });
  const check = useCases.make(CheckEvidence);
  const shiftIds = ladders.map(({ shiftId }) => shiftId);
  await goingAbout(municipalityId, shiftIds, (id) => check.execute(municipalityId, id));
  return municipalityId;
}

/** Each step in its turn, of all cases at the same moment; in the end nobody has seen anybody. */
async function live(municipalityId: string, goingAbout: GoingAbout): Promise<void> {
  const takeStep = useCases.make(TakeStep);
  for (const seq of ladder.steps.keys()) {
    await really(
      `UPDATE escalation_steps SET due_at = date_trunc('milliseconds', clock_timestamp())
       WHERE municipality_id = $1 AND seq = $2 AND state = 'waiting'`,
      [municipalityId, seq],
    );
    if (seq === 2)
      await really(
        `UPDATE escalations SET state = 'acknowledged' FROM citizens
         WHERE escalations.municipality_id = $1 AND citizens.id = citizen_id AND substr(name, 9)::int % 11 = 5`,
        [municipalityId],
      );
    const due = await really<{ id: string }>(
      `SELECT escalation_steps.id FROM escalation_steps
         JOIN escalations ON escalations.id = escalation_id JOIN citizens ON citizens.id = citizen_id
       WHERE escalation_steps.municipality_id = $1 AND seq = $2 ORDER BY name`,
      [municipalityId, seq],
    );
    await goingAbout(
      municipalityId,
      due.map(({ id }) => id),
      (id) => takeStep.execute(municipalityId, id),
    );
  }
  const shifts = await really<{ id: string }>(
    `SELECT shifts.id FROM shifts JOIN citizens ON citizens.id = citizen_id WHERE shifts.municipality_id = $1 ORDER BY name`,
    [municipalityId],
  );
  const list = useCases.make(ListUnconfirmed);
  await goingAbout(
    municipalityId,
    shifts.map(({ id }) => id),
    (id) => list.execute(municipalityId, id),
  );
}

/** What came of it, by the names of people instead of ids, and without the minute. */
async function outcome(municipalityId: string): Promise<unknown> {
  const ask = (sql: string): Promise<unknown[]> => really(sql, [municipalityId]);
  const cases = `escalations ON escalations.id = escalation_id JOIN citizens ON citizens.id = escalations.citizen_id`;
  return {
    cases: await ask(
      `SELECT name, escalations.state, next_step_at IS NULL AS ended, employer_told_at IS NULL AS untold
       FROM escalations JOIN citizens ON citizens.id = citizen_id WHERE escalations.municipality_id = $1 ORDER BY name`,
    ),
    steps: await ask(
      `SELECT name, seq, who, escalation_steps.state, taken_at IS NULL AS untaken, message_id IS NULL AS silent
       FROM escalation_steps JOIN ${cases} WHERE escalation_steps.municipality_id = $1 ORDER BY name, seq`,
    ),
    entries: await ask(
      `SELECT name, what, escalation_entries.who, details FROM escalation_entries JOIN ${cases}
       WHERE escalation_entries.municipality_id = $1 ORDER BY name, what, details::text`,
    ),
    messages: await ask(
      `SELECT template, messages.channel, messages.language, receiver, receiver_address, data - 'before' - 'time' AS data, urgent,
         question, messages.state, name, seq
       FROM messages LEFT JOIN escalation_steps ON escalation_steps.id = escalation_step_id
         LEFT JOIN (escalations JOIN citizens ON citizens.id = escalations.citizen_id)
           ON escalations.id = escalation_id
       WHERE messages.municipality_id = $1 ORDER BY template, messages.channel, name, seq, receiver_address, data::text`,
    ),
    tasks: await ask(
      `SELECT kind, note, tasks.staff_id IS NULL AS teams, name, done_at FROM tasks JOIN citizens ON citizens.id = tasks.citizen_id
       WHERE tasks.municipality_id = $1 ORDER BY name, kind, note`,
    ),
    jobs: await ask(
      'SELECT job, count(*) FROM due_jobs WHERE municipality_id = $1 AND done_at IS NULL GROUP BY job ORDER BY job',
    ),
    asked: await ask(
      `SELECT name, workplace_asked_at IS NULL AS unasked FROM shifts JOIN citizens ON citizens.id = citizen_id
       WHERE shifts.municipality_id = $1 ORDER BY name`,
    ),
    directory: await ask(
      'SELECT kind, count(*) FROM directory WHERE municipality_id = $1 GROUP BY kind ORDER BY kind',
    ),
  };
}

it('ladders come to the same whether their steps are taken one by one or together', async () => {
  const alone = await openCases(oneByOne);
  await live(alone, oneByOne);
  let shared = 0;
  const inSevens: GoingAbout = async (here, ids, work) => {
    shared += 1;
    await together(here, ids, work);
  };
  const beside = await openCases(inSevens);
  await live(beside, inSevens);
  expect(shared).toBe(ladder.steps.length + 2);
  const expected = (await outcome(alone)) as { messages: { template: string }[]; tasks: unknown[] };
  expect(await outcome(beside)).toEqual(expected);
  // Everything that a step may do was done.
  const templates = new Set(expected.messages.map(({ template }) => template));
  expect([...templates].sort()).toEqual([
    'call-only',
    'not-here-contact',
    'not-here-deputy',
    'not-here-leader',
    'not-seen-citizen',
    'not-seen-workplace',
    'workplace-told',
  ]);
  expect(expected.tasks.length).toBeGreaterThan(CASES);
}, 120_000);

it.each([
  ['one by one', oneByOne],
  ['together', together],
])('a workplace is asked once about all whom nobody has seen, %s', async (_, goingAbout) => {
  const here = await openCases(goingAbout, { withoutCallers: true });
  await live(here, goingAbout);
  const asked = await really<{ person: string }>(
    `SELECT data->>'person' AS person FROM messages WHERE municipality_id = $1 AND template = 'not-seen-workplace'`,
    [here],
  );
  expect(asked.map(({ person }) => person.match(/Borger/g)?.length)).toEqual([CASES]);
});

it('done again, because its end could not be written down, nothing comes of it', async () => {
  const here = await openCases(together);
  await live(here, together);
  const before = await outcome(here);
  const idsOf = async (table: string): Promise<string[]> =>
    (
      await really<{ id: string }>(`SELECT id FROM ${table} WHERE municipality_id = $1 ORDER BY id`, [here])
    ).map(({ id }) => id);
  const check = useCases.make(CheckEvidence);
  const takeStep = useCases.make(TakeStep);
  const list = useCases.make(ListUnconfirmed);
  for (const goingAbout of [oneByOne, together]) {
    await goingAbout(here, await idsOf('shifts'), (id) => check.execute(here, id));
    await goingAbout(here, await idsOf('escalation_steps'), (id) => takeStep.execute(here, id));
    await goingAbout(here, await idsOf('shifts'), (id) => list.execute(here, id));
  }
  expect(await outcome(here)).toEqual(before);
});

it('of the same step twice together, one is taken', async () => {
  const here = await openCases(oneByOne);
  await live(here, (_, ids, work) =>
    together(
      here,
      ids.slice(0, 3).flatMap((id) => [id, id]),
      work,
    ),
  );
  const counts = await really<{ n: number }>(
    `SELECT count(*)::int AS n FROM escalation_entries
     WHERE municipality_id = $1 AND what IN ('step-taken', 'step-skipped') GROUP BY escalation_id, details->>'step'`,
    [here],
  );
  expect(counts.length).toBeGreaterThan(20);
  expect(new Set(counts.map(({ n }) => n))).toEqual(new Set([1]));
});
