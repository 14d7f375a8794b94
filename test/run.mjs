import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled } from '../demo/install.mjs';
import { ensurePrograms } from './system-programs.mjs';

/**
 * `npm test`: brings what is missing, builds, and runs every check and every test once. Arguments
 * go to jest. Ends with one line `N passed, N failed`; a test that was skipped counts as failed,
 * because nobody reads the list of what was not tested.
 */
const root = join(import.meta.dirname, '..');
const REGISTER = pathToFileURL(join(root, 'test/support/native/register.mjs')).href;
const say = (text) => process.stdout.write(`${text}\n`);

ensurePrograms(say);
await ensureInstalled({ say });
const { ensureBuilt } = await import('../demo/build.mjs');
await ensureBuilt({ say });

const jestArguments = process.argv.slice(2);
const checked = jestArguments.length > 0 ? [] : broken(checks());
const { passed, failed, complaints } = await runJest(jestArguments);
const brokenChecks = await checked;

for (const complaint of [...complaints, ...brokenChecks.map((name) => `npm run ${name} failed`)])
  say(complaint);
const failures = failed + brokenChecks.length;
say(`${passed} passed, ${failures} failed`);
process.exit(failures > 0 || passed === 0 ? 1 : 0);

/** The parts of `npm run check` that are not tests themselves; `check:rules` is one of test/architecture. */
function checks() {
  return ['check:lint', 'check:types', 'check:format'];
}

/** One after the other beside the tests, many of which wait. What each says is kept together. */
async function broken(names) {
  const found = [];
  for (const name of names) if (!(await passes(name))) found.push(name);
  return found;
}

function passes(name) {
  const check = spawn('npm', ['run', '--silent', name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  // The tests come first: some of them look at the clock.
  if (check.pid !== undefined) setPriority(check.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  let said = '';
  for (const stream of [check.stdout, check.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve) => {
    check.on('close', (status) => {
      say(`\n> ${name}\n${said.trim()}`);
      resolve(status === 0);
    });
  });
}

async function runJest(more) {
  const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-jest-'));
  const outputFile = join(folder, 'result.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const flags = ['--disable-warning=ExperimentalWarning', '--import', REGISTER];
  const run = spawn(process.execPath, [...flags, jest, '--json', `--outputFile=${outputFile}`, ...more], {
    cwd: root,
    // With --json jest repeats its result on stdout; the readable report goes to stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status, signal] = await once(run, 'close');
  try {
    return judge(JSON.parse(readFileSync(outputFile, 'utf8')), status);
  } catch {
    return {
      passed: 0,
      failed: 1,
      complaints: [`jest ended with ${status ?? signal} and left no result`],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function judge(result, status) {
  const skipped = result.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => `Not run (${test.status}): ${file.name}: ${test.fullName}`),
  );
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + skipped.length;
  // A global teardown that fails, for one, shows in nothing but the exit code.
  const silent = failed === 0 && status !== 0 ? [`jest ended with ${status}, although no test failed`] : [];
  return {
    passed: result.numPassedTests,
    failed: failed + silent.length,
    complaints: [...skipped, ...silent],
  };
}
