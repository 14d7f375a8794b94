import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, removeCluster, stopLeftOver } from '../../dist/demo/src/embedded-postgres/index.js';

export const PREFIX = 'fodfaeste-test-';

/** A run that was killed had no chance to tidy up; its folder carries the number of its process. */
export async function removeLeftOvers() {
  const pattern = new RegExp(`^${PREFIX}(\\d+)-`);
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(pattern.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), name);
    await stopLeftOver(dataDir);
    removeCluster(dataDir);
  }
}
