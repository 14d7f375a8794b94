import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment } from 'jest-environment-node';

/** Read by jest, which loads this with `require`: the environment is the default export. */
export const __esModule = true;

/** Since the last test file ended. */
const used = new Set();

for (const method of ['run', 'enterWith']) {
  const original = AsyncLocalStorage.prototype[method];
  AsyncLocalStorage.prototype[method] = function (...given) {
    used.add(this);
    return original.apply(this, given);
  };
}

/**
 * Ends the asynchronous contexts of a test file with it. jest-circus and the product bring some of their own, anew for
 * every file, and before Node 24 every promise is handed through all that were ever used in its process: the sixteenth
 * file of the simulation took three times as long as alone.
 */
export default class EndingContexts extends TestEnvironment {
  async teardown() {
    for (const storage of used) storage.disable();
    used.clear();
    await super.teardown();
  }
}
