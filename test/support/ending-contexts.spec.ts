import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

/** In a process of its own: this one has contexts that are still needed. */
const script = `
  import { AsyncLocalStorage } from 'node:async_hooks';
  import EndingContexts from './ending-contexts.mjs';
  const [run, entered] = [new AsyncLocalStorage(), new AsyncLocalStorage()];
  const projectConfig = { globals: {}, testEnvironmentOptions: {}, fakeTimers: {} };
  const environment = new EndingContexts({ globalConfig: {}, projectConfig }, {});
  entered.enterWith('entered');
  await run.run('run', async () => {
    const before = [run.getStore(), entered.getStore()];
    await environment.teardown();
    console.log(JSON.stringify([before, [run.getStore() ?? null, entered.getStore() ?? null]]));
  });
`;

test('the asynchronous contexts that a test file used end with it', () => {
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  });
  expect(JSON.parse(said)).toEqual([
    ['run', 'entered'],
    [null, null],
  ]);
});
