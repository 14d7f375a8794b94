import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createDataSource, knownRates, migrate, RateRegister } from '#persistence';
import { ratesCommand } from '../../../apps/worker/src/rates-command.js';
import { withClient } from '../../../demo/src/database/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/postgres-cluster.js';

type Source = Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>;

let database: TestDatabase;
let owner: Source;
let register: RateRegister;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = await createDataSource({ url: database.ownerUrl }, 'owner').initialize();
  register = new RateRegister(owner);
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});
beforeEach(async () => {
  await owner.query('DELETE FROM rates');
  await migrate(database.ownerUrl);
});

const rates = (args: string[], file: unknown = []) =>
  ratesCommand(args, {
    register,
    read: async (path) => {
      if (path !== 'figures.json') throw new Error('there is no such file');
      return typeof file === 'string' ? file : JSON.stringify(file);
    },
  });
const load = (file: unknown, ...more: string[]) => rates(['load', 'figures.json', ...more], file);
const written = async () => JSON.stringify(await register.all());

const official = { status: 'V1', source: 'bm.dk, Satser for 2027' };
const next = { key: 'max-dagpenge', from: '2027-01-01', to: '2027-12-31', kroner: 22_800, ...official };

describe('the rates of the product', () => {
  it('are put in by the migration, and again without effect', async () => {
    expect(await register.all()).toHaveLength(knownRates().length);
    await migrate(database.ownerUrl);
    expect(await register.all()).toHaveLength(knownRates().length);
  });

  it('leave alone what an operator has loaded, also when its period is another', async () => {
    const mine = { ...next, from: '2026-06-01', to: '2026-06-30' };
    await owner.query(`DELETE FROM rates WHERE key = 'max-dagpenge'`);
    expect((await load([mine], '--write')).exitCode).toBe(0);
    await migrate(database.ownerUrl);
    const there = (await register.all()).filter(({ key }) => key === 'max-dagpenge');
    expect(there.map(({ from }) => from)).toEqual(['2023-01-01', '2024-01-01', '2025-01-01', '2026-06-01']);
  });

  it('can be read by the application and changed by nobody but the owner', async () => {
    await withClient(database.appUrl, async (client) => {
      expect((await client.query('SELECT 1 FROM rates')).rowCount).toBeGreaterThan(200);
      await expect(client.query('UPDATE rates SET value = value')).rejects.toThrow(/permission denied/);
      await expect(client.query('DELETE FROM rates')).rejects.toThrow(/permission denied/);
    });
    await withClient(database.dispatchUrl, async (client) => {
      await expect(client.query('SELECT 1 FROM rates')).rejects.toThrow(/permission denied/);
    });
  });

  it('cannot overlap, whoever writes them', async () => {
    const twice = `INSERT INTO rates SELECT key, scope, valid_from + 1, valid_to, value, status, source, note FROM rates
      WHERE key = 'am-bidrag'`;
    await expect(owner.query(twice)).rejects.toThrow(/rates_one_at_a_time/);
  });
});

describe('loading a file', () => {
  it('shows what it would change, and changes nothing', async () => {
    const before = await written();
    const old = { key: 'max-dagpenge', from: '2026-01-01', to: '2026-12-31', kroner: 22_050, ...official };
    const { lines, exitCode } = await load([old, next]);
    expect([exitCode, await written()]).toEqual([0, before]);
    expect(lines).toEqual([
      'new      max-dagpenge  2027-01-01 to 2027-12-31  22800.00 kr.  V1  bm.dk, Satser for 2027',
      expect.stringMatching(
        /^changed {2}max-dagpenge .*22050\.00 kr\..*\(before: 22041\.00 kr\., V2, bm\.dk/,
      ),
      'Would be: 1 new, 1 changed, 0 as they were. Nothing was written; say --write to load.',
    ]);
  });

  it('loads with --write, and says so twice when nothing is new', async () => {
    expect((await load([next], '--write')).lines.at(-1)).toBe('Loaded: 1 new, 0 changed, 0 as they were.');
    expect((await load([next], '--write')).lines).toEqual(['Loaded: 0 new, 0 changed, 1 as they were.']);
    expect((await register.all()).filter(({ value }) => value === 2_280_000)).toHaveLength(1);
  });

  it('ends an older period and begins the next at once', async () => {
    const allowance = { key: 'allowance', scope: 'forhoejet', ...official };
    const begins = { ...allowance, from: '2027-01-01', kroner: 2707 };
    const before = await written();
    const refused = await load([begins], '--write');
    expect([refused.exitCode, await written()]).toEqual([1, before]);
    expect(refused.lines.join('\n')).toContain('allowance forhoejet: 2025-07-01 to … and 2027-01-01 to …');

    const ends = { ...allowance, from: '2025-07-01', to: '2026-12-31', kroner: 2500 };
    expect((await load([begins, ends], '--write')).exitCode).toBe(0);
    const rows = (await register.all()).filter(
      ({ key, scope }) => key === 'allowance' && scope === 'forhoejet',
    );
    expect(rows.map(({ to, value }) => [to, value])).toEqual([
      ['2026-12-31', 250_000],
      [null, 270_700],
    ]);
  });

  it('keeps an amount that nobody knows as such', async () => {
    const unknown = {
      key: 'supplement',
      scope: 'boernetillaeg',
      from: '2025-07-01',
      kroner: null,
      ...official,
    };
    expect((await load([unknown], '--write')).exitCode).toBe(0);
    const there = (await register.all()).find(({ scope }) => scope === 'boernetillaeg');
    expect(there).toMatchObject({ value: null, status: 'V1' });
  });

  it.each([
    ['a wrong row', [{ ...next, kroner: 'many' }], /row 1, max-dagpenge: kroner must be a number/],
    ['no list', { ...next }, /must be a list/],
    ['no JSON', '[{', /figures\.json: /],
  ])('refuses %s with exit code 1, and writes nothing', async (_what, file, fault) => {
    const before = await written();
    const { lines, exitCode } = await load(file, '--write');
    expect([exitCode, await written()]).toEqual([1, before]);
    expect(lines.join('\n')).toMatch(fault);
  });
});

describe('listing', () => {
  it('shows those of a day', async () => {
    const { lines, exitCode } = await rates(['list', '--on', '2027-03-15']);
    expect(exitCode).toBe(0);
    expect(lines).toContainEqual(
      expect.stringMatching(/^wage-minimum rengoering {2}2027-03-15 to … {2}172\.00 kr\./),
    );
    expect(lines.join('\n')).not.toContain('167.50');
    expect((await rates(['list'])).lines.at(-1)).toBe(`${knownRates().length} rates`);
  });
});

it.each([
  [[]],
  [['load']],
  [['load', 'a.json', 'b.json']],
  [['list', '--on', 'today']],
  [['list', '--write']],
  [['load', 'a.json', '--force']],
  [['remove']],
])('%j is not understood: exit code 2 and how to say it', async (args) => {
  const { lines, exitCode } = await rates(args);
  expect([exitCode, lines.length]).toEqual([2, 3]);
});

it('a file that is not there is exit code 1', async () => {
  expect(await rates(['load', 'other.json'])).toEqual({
    lines: ['other.json: there is no such file'],
    exitCode: 1,
  });
});

describe('npm run rates', () => {
  const program = join(import.meta.dirname, '../../../dist/apps/worker/src/rates.js');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      env: { ...process.env, NODE_OPTIONS: '', DATABASE_OWNER_URL: database.ownerUrl },
      encoding: 'utf8',
    });

  it('writes what it did to standard output, and what it refused to the other, with its exit code', () => {
    const listed = run('list', '--on', '2026-11-22');
    expect([listed.status, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout).toMatch(/^max-dagpenge {2}2026-01-01 to 2026-12-31 {2}22041\.00 kr\./m);
    const wrong = run('load');
    expect([wrong.status, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('npm run rates -- load');
  });
});
