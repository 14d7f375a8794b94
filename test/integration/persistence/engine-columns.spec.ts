import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { citizenInputs, pickCitizenInputs, pickSmallJobInputs, smallJobInputs } from '#matching';
import { mayNeverDecide } from '../../support/never-an-input.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

let database: OpenDatabase;
beforeAll(async () => {
  database = await openDatabase(2);
});
afterAll(() => database.close());

/** Known to be kept of a citizen, each for another reason, and proven below not to reach the engine. */
const keptButNoInput = ['cpr_sealed', 'benefit'];

/** Columns that the engine is not told of: a new one has to be put here, or be declared an input. */
const beside = {
  citizens: [
    ...['municipality_id', 'name', 'phone', 'email', 'preferred_channel', 'shared_phone', 'language'],
    ...['address', 'protected_address', 'contact_level', 'monday_reminder', 'phone_verified_at'],
    ...keptButNoInput,
  ],
  small_jobs: [
    ...['municipality_id', 'title', 'description', 'hourly_wage_ore', 'collective_agreement', 'positions'],
    ...['seats_taken', 'company_contact', 'without_duty', 'status', 'close_reason', 'created_at'],
    'owner_asked_at',
  ],
};

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const columnsOf = async (table: string): Promise<string[]> =>
  (
    await database.really<{ name: string }>(
      `SELECT a.attname AS name FROM pg_attribute a
       WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
      [table],
    )
  ).map(({ name }) => name);

test.each([
  ['citizens', citizenInputs.map(snake), beside.citizens],
  // Of the workplace the engine sees the position.
  ['small_jobs', [...smallJobInputs.map(snake), 'workplace'], beside.small_jobs],
])(
  'every column of %s is an input of the engine, or is known not to be one',
  async (table, inputs, others) => {
    expect((await columnsOf(table)).sort()).toEqual([...inputs, ...others].sort());
  },
);

test('no column is called what may never decide, but for two that are no inputs', async () => {
  const columns = [...(await columnsOf('citizens')), ...(await columnsOf('small_jobs'))];
  expect(columns.length).toBeGreaterThan(50);
  expect(columns.filter(mayNeverDecide).sort()).toEqual([...keptButNoInput].sort());
  expect([...citizenInputs, ...smallJobInputs].filter(mayNeverDecide)).toEqual([]);
});

test('the CPR number and the benefit stand in the row and do not reach the engine', async () => {
  const place = await database.workplace();
  const canary = 'KANARIEFUGL';
  const benefit = { rate: 'forhoejet' as const, benefitBeforeOre: 1_400_000, confirmedBy: canary };
  await place.inside((unit) =>
    unit.citizens.update({ ...place.citizen, name: canary, cprSealed: canary, benefit }),
  );
  const [row, job] = await place.inside(async (unit) => [
    await unit.citizens.find(place.citizen.id),
    await unit.smallJobs.find(place.smallJob.id),
  ]);
  expect(row).toMatchObject({ cprSealed: canary, benefit });
  const told = pickCitizenInputs(row!, []);
  expect(JSON.stringify(told)).not.toContain(canary);
  expect(Object.keys(told).map(snake).filter(mayNeverDecide)).toEqual([]);
  const toldOfJob = pickSmallJobInputs(job!, { ruledOutCitizenIds: [], fixedContactId: null });
  expect(Object.keys(toldOfJob).map(snake).filter(mayNeverDecide)).toEqual([]);
});
