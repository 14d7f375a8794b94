import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSetupLock } from './setup-lock.mjs';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist', '.sources');

/**
 * Compiles when a source changed since the last time. Types are not checked here, which is several
 * times faster: `npm run check` does that. Output goes to stderr: stdout belongs to the ready line.
 */
export async function ensureBuilt({ say = () => {} } = {}) {
  if (isCurrent()) return;
  await withSetupLock(root, async () => {
    const sources = fingerprint();
    if (isCurrent(sources)) return;
    say('Building …');
    rmSync(stamp, { force: true });
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    const done = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--noCheck'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
    if (done.status !== 0) throw new Error('The build failed; the reasons stand above.');
    const { bundle } = await import('./bundle.mjs');
    await bundle();
    mkdirSync(join(root, 'dist'), { recursive: true });
    writeFileSync(stamp, sources);
  });
}

function isCurrent(sources = fingerprint()) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
}

/** Names, sizes and times are enough to notice an edit, a deletion and a change of branch. */
function fingerprint() {
  const digest = createHash('sha256');
  const files = ['apps', 'libs', 'demo'].flatMap((folder) => sourcesIn(join(root, folder))).sort();
  const how = ['tsconfig.json', 'tsconfig.build.json', 'demo/bundle.mjs'].map((file) => join(root, file));
  for (const file of [...files, ...how]) {
    const { size, mtimeMs } = statSync(file);
    digest.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return digest.digest('hex');
}

function sourcesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
