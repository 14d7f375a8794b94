import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';

/**
 * Prints, as JSON, every route of a page that takes a form, as `/kommune/forslag/:id/mind`: read from the compiled
 * controllers themselves, in a process of its own, which loads them ten times as fast as jest does.
 */
const pages = join(import.meta.dirname, '../../../dist/apps/api/src/pages');
const found = new Set();
for (const file of readdirSync(pages, { recursive: true })) {
  if (!/controllers?\.js$/.test(file)) continue;
  const exported = await import(pathToFileURL(join(pages, file)).href);
  for (const route of Object.values(exported).flatMap(routesOf)) found.add(route);
}
process.stdout.write(JSON.stringify([...found].sort()));

function routesOf(exported) {
  if (typeof exported !== 'function' || !Reflect.hasMetadata(PATH_METADATA, exported)) return [];
  return Object.getOwnPropertyNames(exported.prototype)
    .map((name) => exported.prototype[name])
    .filter((method) => Reflect.getMetadata(METHOD_METADATA, method) === RequestMethod.POST)
    .flatMap((method) =>
      pathsOf(exported).flatMap((before) => pathsOf(method).map((after) => joined(before, after))),
    );
}

function pathsOf(marked) {
  return [Reflect.getMetadata(PATH_METADATA, marked)].flat();
}

function joined(...parts) {
  const named = parts.flatMap((part) => part.split('/')).filter((part) => part !== '');
  return `/${named.join('/')}`;
}
