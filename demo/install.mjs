import { spawnSync } from 'node:child_process';
import { statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { withSetupLock } from './setup-lock.mjs';

const root = join(import.meta.dirname, '..');
const wanted = join(root, 'package-lock.json');
/** What npm writes down about the packages that it put there. */
const installed = join(root, 'node_modules', '.package-lock.json');

/** Runs `npm ci` when node_modules is missing or was made for an older lock file. */
export async function ensureInstalled({ say = () => {} } = {}) {
  if (isCurrent()) return;
  await withSetupLock(root, () => {
    if (isCurrent()) return;
    say('Installing packages …');
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      // The development packages hold the compiler and the embedded database.
      env: { ...process.env, NODE_ENV: 'development' },
      shell: process.platform === 'win32',
    });
    if (done.error) throw new Error(`npm could not be run: ${done.error.message}`);
    if (done.status !== 0) throw new Error('npm ci failed; the reasons stand above.');
    // Packing and unpacking can leave the lock file with a later time than the packages.
    utimesSync(installed, new Date(), new Date());
  });
}

function isCurrent() {
  const have = statSync(installed, { throwIfNoEntry: false });
  return have !== undefined && have.mtimeMs >= statSync(wanted).mtimeMs;
}
