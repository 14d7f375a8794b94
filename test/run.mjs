import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from '../demo/install.mjs';
import { ensurePrograms } from './system-programs.mjs';

/**
 * `npm test`: brings what is missing, builds, and runs every check and every test once. Arguments
 * go to jest. Ends with one line `N passed, N failed`; a test that was skipped counts as failed,
 * because nobody reads the list of what was not tested.
 */
const root = join(import.meta.dirname, '..');
const say = (text) => process.stdout.write(`${text}\n`);

ensurePrograms(say);
await ensureInstalled({ say });
const { ensureBuilt } = await import('../demo/build.mjs');
await ensureBuilt({ say });

const jestArguments = process.argv.slice(2);
const brokenChecks = jestArguments.length > 0 ? [] : await broken(checks());
const { passed, failed, complaints } = runJest(jestArguments);

for (const complaint of [...complaints, ...brokenChecks.map((name) => `npm run ${name} failed`)])
  say(complaint);
const failures = failed + brokenChecks.length;
say(`${passed} passed, ${failures} failed`);
process.exit(failures > 0 || passed === 0 ? 1 : 0);

/** The parts of `npm run check` that are not tests themselves. */
function checks() {
  return ['check:types', 'check:lint', 'check:format', 'check:rules'];
}

/** All at once: each of them is one process on one core. What each says is kept together. */
async function broken(names) {
  const passed = await Promise.all(names.map(passes));
  return names.filter((_, index) => !passed[index]);
}

function passes(name) {
  const check = spawn('npm', ['run', '--silent', name], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [check.stdout, check.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((resolve) => {
    check.on('close', (status) => {
      say(`\n> ${name}\n${said.trim()}`);
      resolve(status === 0);
    });
  });
}

function runJest(more) {
  const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-jest-'));
  const outputFile = join(folder, 'result.json');
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const flags = ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules'];
  const run = spawnSync(process.execPath, [...flags, jest, '--json', `--outputFile=${outputFile}`, ...more], {
    cwd: root,
    // With --json jest repeats its result on stdout; the readable report goes to stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    return judge(JSON.parse(readFileSync(outputFile, 'utf8')), run.status);
  } catch {
    return {
      passed: 0,
      failed: 1,
      complaints: [`jest ended with ${run.status ?? run.signal} and left no result`],
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
