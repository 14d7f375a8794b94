import { spawnSync } from 'node:child_process';

/** What the tests need and npm cannot bring, by the name of its Debian package. */
const NEEDED = {
  'redis-server': ['redis-server'],
  // Workers whose clock is an hour off.
  faketime: ['faketime'],
  'chromium-headless-shell': ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
  // The drill of npm run test:long: the server that npm brings has no pg_dump.
  ...(process.env.LONG === 'on' && { postgresql: ['/usr/lib/postgresql/*/bin/initdb'] }),
};

/** Installs them where we may, else says exactly what to install. */
export function ensurePrograms(say) {
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    say(`Installing ${missing.join(' and ')} …`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const step of [
      ['update', '-q'],
      ['install', '-qy', '--no-install-recommends', ...missing],
    ]) {
      spawnSync('apt-get', step, { stdio: ['ignore', 2, 2], env: environment });
    }
  }
  const still = missingPackages();
  if (still.length === 0) return;
  say(`The tests need ${still.join(' and ')}. On Debian and Ubuntu: sudo apt-get install ${still.join(' ')}`);
  say('0 passed, 1 failed');
  process.exit(1);
}

function missingPackages() {
  return Object.entries(NEEDED)
    .filter(([, programs]) => !programs.some(isThere))
    .map(([name]) => name);
}

function isThere(program) {
  return spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;
}
