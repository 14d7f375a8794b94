import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DerivedSecrets } from '#persistence';
import { createHash } from 'node:crypto';
import { openDatabase, type OpenDatabase } from '../persistence/open-database.js';
import type { Workplace } from '../../contracts/workplace.js';

const program = join(import.meta.dirname, '../../../dist/apps/worker/src/identity-provider.js');
const SECRET_KEY = 'a-secret-key-of-at-least-32-characters';

let database: OpenDatabase;
let place: Workplace;
let folder: string;
beforeAll(async () => {
  database = await openDatabase(2);
  place = await database.workplace();
  folder = mkdtempSync(join(tmpdir(), 'fodfaeste-secret-'));
  writeFileSync(join(folder, 'oidc'), 'the secret of the client\n');
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const run = (args: string[]) =>
  spawnSync(process.execPath, [program, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database.appUrl, SECRET_KEY },
    encoding: 'utf8',
  });
const written = (told: Record<string, string>): string[] =>
  Object.entries(told).flatMap(([name, value]) => [`--${name}`, value]);
const wish = (more: Record<string, string> = {}): string[] =>
  written({
    municipality: place.municipalityId,
    for: 'staff',
    issuer: 'https://login.kommune.example',
    'client-id': 'fodfaeste',
    'secret-file': join(folder, 'oidc'),
    'help-text': 'Ring til it.',
    'roles-claim': 'groups',
    leader: 'smaajob-leder',
    ...more,
  });
const rows = () =>
  database.really<Record<string, unknown>>('SELECT * FROM identity_providers ORDER BY audience');

it('says what is missing or wrong, and keeps nothing', async () => {
  const { status, stderr } = run(['--for', 'somebody', '--issuer', 'http://login.kommune.example']);
  expect(status).toBe(1);
  for (const text of ['--client-id is missing', '--for is staff or employers', '--code', '--issuer is https'])
    expect(stderr).toContain(text);
  const nowhere = run(wish({ municipality: '0199a1b2-ffff-7000-8000-00000000ffff' }));
  expect([nowhere.status, nowhere.stderr]).toEqual([1, expect.stringContaining('no municipality')]);
  const halfTold = run(wish({ for: 'employers', 'cvr-claim': 'cvr', 'require-claim': 'org' }));
  for (const text of ['--roles-claim and --employer are told together', '--require-claim is name=value'])
    expect(halfTold.stderr).toContain(text);
  expect(run(wish({ employer: 'smaajob' })).stderr).toContain('--employer is for employers');
  expect(await rows()).toEqual([]);
});

it('keeps one for each audience, the secret sealed, and changes it when run again', async () => {
  const first = run(wish());
  expect([first.status, first.stderr]).toEqual([0, '']);
  const employers = { for: 'employers', 'cvr-claim': 'cvr', 'roles-claim': 'rights', employer: 'smaajob' };
  expect(run(wish({ ...employers, 'require-claim': 'org=a=b' })).status).toBe(0);
  expect(run(wish({ 'client-id': 'another', leader: 'chef' })).status).toBe(0);
  const [companies, staff] = await rows();
  expect(companies).toMatchObject({
    audience: 'company-user',
    claims: {
      roles: null,
      cvr: 'cvr',
      employers: { claim: 'rights', values: ['smaajob'] },
      required: { claim: 'org', value: 'a=b' },
    },
  });
  expect(staff).toMatchObject({
    client_id: 'another',
    claims: {
      name: 'name',
      roles: { claim: 'groups', consultant: [], leader: ['chef'] },
      cvr: null,
      employers: null,
      required: null,
    },
  });
  const sealed = String(staff!['client_secret_sealed']);
  expect(sealed).not.toContain('secret of');
  const id = createHash('sha256').update(SECRET_KEY).digest('hex').slice(0, 8);
  expect(new DerivedSecrets([{ id, key: Buffer.from(SECRET_KEY) }]).unseal(sealed)).toBe(
    'the secret of the client',
  );
});

it('takes one away', async () => {
  const args = ['--municipality', place.municipalityId, '--for', 'staff', '--remove'];
  expect(run(args).stdout).toBe('The identity provider was removed.\n');
  expect(run(args).stdout).toBe('There was none.\n');
  expect(await rows()).toHaveLength(1);
});
