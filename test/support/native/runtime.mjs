import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Runtime from 'jest-runtime';
import { mapOf } from './compiled.mjs';

/** Read by jest, which loads this with `require`: the runtime is the default export. */
export const __esModule = true;
const require = createRequire(import.meta.url);

/** Of jest-circus, who listens to what a test file does; those of the file before are not told of the next. */
const LISTENERS = Symbol.for('EVENT_HANDLERS');

/**
 * Loads test files as Node loads modules. Jest's own way gives every file a world of its own, in which the product is
 * read, linked and run anew: that took more time than most files' tests. Here a process loads a module once.
 *
 * So a module may hold nothing that a test of another file could stumble over (docs/adr/0026).
 */
export default class NativeRuntime extends Runtime {
  /** What collects and runs the tests begins anew with each file. */
  requireInternalModule(path) {
    delete globalThis[LISTENERS];
    delete require.cache[path];
    return require(path);
  }

  unstable_shouldLoadAsEsm(path) {
    return path.endsWith('.ts');
  }

  async unstable_importModule(path) {
    await import(`${pathToFileURL(path).href}?${process.hrtime.bigint()}`);
  }

  getSourceMaps() {
    return new MapsOnDisk();
  }
}

class MapsOnDisk extends Map {
  get(place) {
    return mapOf(place.startsWith('file:') ? fileURLToPath(place) : place);
  }
}
