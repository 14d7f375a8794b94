import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compiled } from './compiled.mjs';

const root = new URL('../../../', import.meta.url).href;
const globals = new URL('./jest-globals.mjs', import.meta.url).href;
const isOurs = (url) => url?.startsWith(root) === true && /\.ts(\?|$)/.test(url);
const found = (url) => ({ url, shortCircuit: true });

/** Node's own rules, but that our sources name the JavaScript they become, and libraries that are not built. */
export function resolve(specifier, context, next) {
  if (!isOurs(context.parentURL)) return next(specifier, context);
  if (specifier === '@jest/globals') return found(globals);
  if (specifier.startsWith('#')) return found(`${root}libs/${specifier.slice(1)}/src/index.ts`);
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return found(source.href);
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!isOurs(url)) return next(url, context);
  const path = fileURLToPath(url);
  const source = await compiled(path, await readFile(path, 'utf8'));
  return { format: 'module', source, shortCircuit: true };
}
