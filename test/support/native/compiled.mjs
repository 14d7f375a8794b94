import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform, version } from '@swc/core';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = join(root, 'node_modules/.cache/fodfaeste-tests');

const options = {
  sourceMaps: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    // The same decorator semantics as tsc, or Nest finds no constructor types.
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
const compiler = version + JSON.stringify(options);

/** JavaScript of a TypeScript file; what one process has compiled, the others find. */
export async function compiled(path, source) {
  const kept = keptAs(path, source);
  try {
    return await readFile(`${kept}.js`, 'utf8');
  } catch {
    const { code, map } = await transform(source, { ...options, filename: path });
    await mkdir(folder, { recursive: true });
    await write(`${kept}.map`, map);
    await write(`${kept}.js`, code);
    return code;
  }
}

/** @returns where the map of a file lies that was compiled as it is now; undefined of any other. */
export function mapOf(path) {
  if (!path.endsWith('.ts') || !existsSync(path)) return undefined;
  const map = `${keptAs(path, readFileSync(path, 'utf8'))}.map`;
  return existsSync(map) ? map : undefined;
}

function keptAs(path, source) {
  const hash = createHash('sha256');
  for (const part of [compiler, path, source]) hash.update(part).update('\0');
  return join(folder, hash.digest('hex'));
}

/** Several processes may write the same: each finds a whole file or none. */
async function write(path, text) {
  const own = `${path}.${process.pid}`;
  await writeFile(own, text);
  await rename(own, path);
}
