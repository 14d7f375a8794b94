import type { ChildProcess } from 'node:child_process';
import { appendFileSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const TURN_OVER_BYTES = 20 * 1024 * 1024;
const TAIL_LINES = 30;

/**
 * Where a process's output goes: straight into a file, so that it survives us. With DEBUG set it
 * comes through us and stands on stderr as well.
 */
export class ProcessLog {
  readonly path: string;
  /** For the child's stdout and stderr. */
  readonly target: number | 'pipe';
  /** Where in the file this start begins: what an earlier one said would only mislead. */
  private readonly begin: number;

  constructor(
    private readonly name: string,
    folder: string,
  ) {
    this.path = join(folder, `${name}.log`);
    if (existsSync(this.path) && statSync(this.path).size > TURN_OVER_BYTES)
      renameSync(this.path, `${this.path}.old`);
    this.target = process.env.DEBUG ? 'pipe' : openSync(this.path, 'a', 0o600);
    this.begin = existsSync(this.path) ? statSync(this.path).size : 0;
    this.write(`--- started by process ${process.pid} at ${new Date().toISOString()}`);
  }

  write(line: string): void {
    appendFileSync(this.path, `${line}\n`, { mode: 0o600 });
  }

  follow(child: ChildProcess): void {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on('line', (line) => {
        this.write(line);
        process.stderr.write(`[${this.name}] ${line}\n`);
      });
    }
  }

  tail(): string {
    const said = readFileSync(this.path).subarray(this.begin).toString('utf8');
    return said.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }
}
