import { ModuleMocker } from 'jest-mock';

/** Read by jest, which loads this with `require`: the environment is the default export. */
export const __esModule = true;

/** No sandbox: a test has the globals of its process. */
export default class NoSandbox {
  global = globalThis;
  /** Asked for by jest's runtime. */
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;

  async setup() {}

  async teardown() {}

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}
