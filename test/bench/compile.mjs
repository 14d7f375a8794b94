import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformFile } from '@swc/core';

const root = join(import.meta.dirname, '../..');

/** What every benchmark runs: libraries without Nest and database, the embedded server, and the benchmarks. */
const LIBRARIES = ['domain', 'matching', 'use-cases', 'computing'];
const FOLDERS = ['demo/src/embedded-postgres', 'test/bench'];

/**
 * Compiles to a folder of its own, so that a run depends on no `dist` and measures the code as it stands. Types are
 * checked by `npm run check:types`, not here. `libraries` and `folders` come on top of those that every benchmark has.
 */
export async function compileBenchmark({ libraries = [], folders = [] } = {}) {
  const all = [...LIBRARIES, ...libraries];
  const sources = [...all.map((name) => `libs/${name}/src`), ...FOLDERS, ...folders];
  const out = mkdtempSync(join(tmpdir(), 'fodfaeste-bench-'));
  writeFileSync(
    join(out, 'package.json'),
    JSON.stringify({
      type: 'module',
      imports: Object.fromEntries(all.map((name) => [`#${name}`, `./libs/${name}/src/index.js`])),
    }),
  );
  symlinkSync(join(root, 'node_modules'), join(out, 'node_modules'));
  await Promise.all(sources.flatMap((folder) => filesIn(folder)).map((file) => compiled(file, out)));
  return out;
}

function filesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.spec\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

async function compiled(file, out) {
  const target = join(out, file);
  mkdirSync(dirname(target), { recursive: true });
  if (!file.endsWith('.ts')) return cpSync(join(root, file), target);
  const { code } = await transformFile(join(root, file), {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, useDefineForClassFields: false },
    },
  });
  writeFileSync(target.replace(/\.ts$/, '.js'), code);
}
