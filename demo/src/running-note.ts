import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `running.json` in the data folder: which process is which, for people and for tests that kill one. */
export class RunningNote {
  private readonly path: string;
  private readonly pids: Record<string, number> = { launcher: process.pid };

  constructor(folder: string) {
    this.path = join(folder, 'running.json');
    this.write();
  }

  set(name: string, pid: number): void {
    this.pids[name] = pid;
    this.write();
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  /** In one step: whoever reads it never sees half of it. */
  private write(): void {
    writeFileSync(`${this.path}.new`, `${JSON.stringify(this.pids)}\n`);
    renameSync(`${this.path}.new`, this.path);
  }
}
