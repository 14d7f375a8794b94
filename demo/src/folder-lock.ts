import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './embedded-postgres/index.js';

/** Makes sure that one launcher at a time works in a data folder. Answers how to let go of it. */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'lock');
  const mine = `${process.pid} ${startedAt(process.pid)}\n`;
  for (;;) {
    try {
      writeFileSync(lock, mine, { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = read(lock);
    if (isHeld(holder)) {
      throw new Error(
        `Fodfæste is already running on ${folder} (process ${holder.split(' ')[0]}). ` +
          `Stop it first, or set DATA_DIR to another folder.`,
      );
    }
    takeAway(lock, holder);
  }
}

/** A process id alone is not enough: after a crash it may belong to somebody else. */
function isHeld(holder: string): boolean {
  const [pid, ...started] = holder.trim().split(' ');
  return Number(pid) > 0 && isAlive(Number(pid)) && startedAt(Number(pid)) === started.join(' ');
}

/** Moved aside before it is removed: had another start just taken the lock anew, it gets it back. */
function takeAway(lock: string, dead: string): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (read(aside) !== dead) linkSync(aside, lock);
  } catch {
    // Another start was faster; the next round finds its lock.
  }
  rmSync(aside, { force: true });
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** When a process began, in the system's own words. */
function startedAt(pid: number): string {
  try {
    // The command name may contain spaces and brackets; the start is the 20th field after it.
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
