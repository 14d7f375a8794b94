import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProcessLog } from './process-log.js';

export interface ProcessOptions {
  name: string;
  /** A compiled file, run by this Node. */
  script: string;
  env: NodeJS.ProcessEnv;
  logs: string;
  /** Called at the first start and at every later one. */
  onStart?: (pid: number) => void;
}

/** Long enough to finish a request and a job; the whole demo has ten seconds to stop. */
const DRAIN_LIMIT_MS = 6_000;
const FIRST_BACKOFF_MS = 200;
const LONGEST_BACKOFF_MS = 10_000;
/** Whoever ran this long had started well: its next crash is a new one. */
const STABLE_MS = 30_000;

/**
 * One of the product's processes, started again whenever it ends without having been asked to. It
 * has a channel to us: when that closes because we were killed, it ends by itself.
 */
export class SupervisedProcess {
  private readonly log: ProcessLog;
  private child: ChildProcess | undefined;
  private stopping = false;
  private settled = false;
  private backoff = FIRST_BACKOFF_MS;
  private fail: (error: Error) => void = () => undefined;

  /** Rejects when the process ends before `settle` was called. */
  readonly failure = new Promise<never>((_resolve, reject) => {
    this.fail = reject;
  });

  constructor(private readonly options: ProcessOptions) {
    this.log = new ProcessLog(options.name, options.logs);
    this.failure.catch(() => undefined);
    this.start();
  }

  /** The start went well; from now on a crash is repaired instead of reported. */
  settle(): void {
    this.settled = true;
  }

  /** Asks it to finish what it is doing, and ends it when that takes too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const late = await Promise.race([ended.then(() => false), sleep(DRAIN_LIMIT_MS, true, { ref: false })]);
    if (late) child.kill('SIGKILL');
    await ended;
  }

  private start(): void {
    const { script, env } = this.options;
    const began = Date.now();
    const child = spawn(process.execPath, ['--enable-source-maps', script], {
      env,
      stdio: ['ignore', this.log.target, this.log.target, 'ipc'],
      // A group of its own: Ctrl-C reaches only the launcher, which stops everything in order.
      detached: true,
    });
    this.child = child;
    this.log.follow(child);
    child.once('error', (error) => this.log.write(`Could not be started: ${error.message}`));
    child.once('exit', (code, signal) =>
      this.ended(`ended with ${signal ?? `code ${code}`}`, Date.now() - began),
    );
    if (child.pid !== undefined) this.options.onStart?.(child.pid);
  }

  private ended(how: string, ranMs: number): void {
    if (this.stopping) return;
    this.log.write(`${this.options.name} ${how}`);
    if (!this.settled) {
      this.fail(new Error(`${this.options.name} ${how}. Its last words:\n${this.log.tail()}`));
      return;
    }
    if (ranMs > STABLE_MS) this.backoff = FIRST_BACKOFF_MS;
    const pause = this.backoff;
    this.backoff = Math.min(pause * 2, LONGEST_BACKOFF_MS);
    setTimeout(() => {
      if (!this.stopping) this.start();
    }, pause).unref();
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}
