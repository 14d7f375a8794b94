import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** A small house with the same rooms, in which every rule is broken once. */
const BREACHES: [rule: string, file: string, source: string][] = [
  ['domain-is-pure', 'libs/domain/src/reads.ts', `import 'node:fs';`],
  ['domain-is-pure', 'libs/domain/src/ranks.ts', `import '#matching';`],
  ['matching-is-pure', 'libs/matching/src/stores.ts', `import 'pg';`],
  ['use-cases-knows-only-domain-and-matching', 'libs/use-cases/src/stores.ts', `import '#persistence';`],
  ['use-cases-are-framework-free', 'libs/use-cases/src/sends.ts', `import 'nodemailer';`],
  ['persistence-knows-only-use-cases-and-domain', 'libs/persistence/src/queues.ts', `import '#queues';`],
  ['configuration-knows-only-itself', 'libs/configuration/src/knows.ts', `import '#domain';`],
  ['spreadsheets-knows-only-domain', 'libs/spreadsheets/src/stores.ts', `import '#use-cases';`],
  ['only-spreadsheets-reads-files', 'libs/use-cases/src/parses.ts', `import 'csv-parse';`],
  ['notifications-knows-only-use-cases-and-domain', 'libs/notifications/src/ranks.ts', `import '#matching';`],
  [
    'computing-knows-only-use-cases-and-matching-and-domain',
    'libs/computing/src/stores.ts',
    `import '#persistence';`,
  ],
  ['only-computing-knows-highs', 'libs/use-cases/src/solves.ts', `import 'highs';`],
  ['only-computing-starts-threads', 'libs/queues/src/threads.ts', `import 'node:worker_threads';`],
  ['queues-knows-only-domain', 'libs/queues/src/calls.ts', `import '#use-cases';`],
  ['apps-do-not-rank', 'apps/api/src/ranks.ts', `import '#matching';`],
  ['apps-never-import-each-other', 'apps/api/src/works.ts', `import '../../worker/src/main.js';`],
  ['pages-know-no-interface', 'apps/api/src/pages/borrows.ts', `import '../rest/answers.js';`],
  [
    'libraries-are-entered-through-index',
    'apps/api/src/peeks.ts',
    `import '../../../libs/domain/src/inner.js';`,
  ],
  ['only-persistence-knows-typeorm', 'apps/api/src/stores.ts', `import 'typeorm';`],
  [
    'only-queues-knows-bullmq',
    'libs/persistence/src/enqueues.ts',
    `import type { Job } from 'bullmq'; export type J = Job;`,
  ],
  ['nothing-imports-the-demo', 'apps/worker/src/demonstrates.ts', `import '../../../demo/src/main.js';`],
  ['demo-does-not-import-tests', 'demo/src/tests.ts', `import '../../test/support/thing.js';`],
  ['no-cycles', 'libs/queues/src/here.ts', `import './there.js';`],
  ['everything-resolves', 'apps/api/src/lost.ts', `import './nowhere.js';`],
  ['production-needs-no-dev-packages', 'apps/api/src/tested.ts', `import 'jest';`],
];

const ALLOWED: [file: string, source: string][] = [
  ['libs/domain/src/inner.ts', `export const inner = 1;`],
  ['libs/domain/src/times.ts', `import 'temporal-polyfill';`],
  ['libs/queues/src/there.ts', `import './here.js';`],
  ['libs/persistence/src/implements.ts', `import 'typeorm'; import '#use-cases'; import '#domain';`],
  [
    'libs/computing/src/solver.ts',
    `import 'highs'; import 'node:worker_threads'; import '#use-cases'; import '#matching'; import '#domain';`,
  ],
  ['apps/api/src/main.module.ts', `import '@nestjs/typeorm'; import '#persistence'; import '#queues';`],
  ['apps/api/src/rest/answers.ts', `import '#use-cases';`],
  ['apps/worker/src/main.ts', `import '#use-cases';`],
  ['demo/src/main.ts', `import '#persistence';`],
  ['test/support/thing.ts', `import '../../demo/src/main.js';`],
];

let house: string;
let report: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'fodfaeste-house-'));
  for (const file of [
    '.dependency-cruiser.cjs',
    'tsconfig.json',
    'tsconfig.depcruise.json',
    'package.json',
  ]) {
    cpSync(join(root, file), join(house, file));
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  const libraries = [
    'domain',
    'matching',
    'use-cases',
    'persistence',
    'queues',
    'notifications',
    'computing',
    'spreadsheets',
    'configuration',
  ];
  for (const name of libraries) put(`libs/${name}/src/index.ts`, `export const name = '${name}';`);
  for (const [, file, source] of BREACHES) put(file, source);
  for (const [file, source] of ALLOWED) put(file, source);
  report = cruise(house);
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

function put(file: string, source: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), `${source}\n`);
}

function cruise(folder: string): string {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const flags = ['apps', 'libs', 'demo', 'test', '--output-type', 'err', '--no-progress'];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...flags], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

test.each(BREACHES)('%s: %s is noticed', (rule, file) => {
  expect(report).toContain(`error ${rule}: ${file}`);
});

test.each(ALLOWED.filter(([file]) => !file.endsWith('there.ts')))('%s is allowed', (file) => {
  expect(report).not.toMatch(new RegExp(`error [a-z-]+: ${file}`));
});

test('our own house keeps every rule', () => {
  expect(cruise(root)).toMatch(/no dependency violations found/);
});
