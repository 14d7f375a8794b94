import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export interface AppSettings {
  name: string;
  /** A compiled file, run by this Node. */
  script: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
}

/** What one start is told beside the usual. */
export interface Conditions {
  env?: NodeJS.ProcessEnv;
  /** What it writes to instead of its log. */
  logFile?: string;
}

/** How a process ended that was asked to. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
  tookMs: number;
}

const BACK_AFTER_MS = 200;
const ENDS_WITHIN_MS = 25_000;

/** The API or a worker. Whenever it dies it is started again, as a supervisor does. */
export class AppProcess {
  deaths = 0;
  /** Deaths by SIGKILL, by us or at a crash point. */
  kills = 0;
  /** Those of them at a crash point: nobody outside sent the signal. */
  ownKills = 0;
  /** Ends that nobody asked for: it broke by itself, which no fault of the outside excuses. */
  readonly brokeDown: string[] = [];
  private child: ChildProcess | undefined;
  private readonly killed = new WeakSet<ChildProcess>();
  private frozen = false;
  private stopping = false;
  private conditions: Conditions = {};

  constructor(private readonly settings: AppSettings) {}

  get name(): string {
    return this.settings.name;
  }

  start(): void {
    const { script, env, logFile } = this.settings;
    const log = openSync(this.conditions.logFile ?? logFile, 'a');
    const child = spawn(process.execPath, [script], {
      env: { ...env, ...this.conditions.env },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    child.once('exit', (code, signal) => {
      this.deaths += 1;
      if (signal === 'SIGKILL') this.kills += 1;
      if (signal === 'SIGKILL' && !this.killed.has(child)) this.ownKills += 1;
      if (signal !== 'SIGKILL' && !this.stopping)
        this.brokeDown.push(`${this.name} ended with ${signal ?? code}`);
      if (!this.stopping) setTimeout(() => !this.stopping && this.start(), BACK_AFTER_MS);
    });
  }

  /** From the next start on; nothing given is as usual. */
  from(conditions: Conditions = {}): void {
    this.conditions = conditions;
  }

  /** One that is just being started again is killed when it is. The supervisor starts it again. */
  async kill(): Promise<void> {
    while (!this.isRunning()) await sleep(20);
    const child = this.child!;
    const ended = once(child, 'exit');
    this.killed.add(child);
    child.kill('SIGKILL');
    await ended;
  }

  get isFrozen(): boolean {
    return this.frozen;
  }

  /** @returns whether it woke up again: nobody killed it meanwhile. */
  async freeze(milliseconds: number): Promise<boolean> {
    while (!this.isRunning()) await sleep(20);
    const child = this.child!;
    this.frozen = true;
    try {
      child.kill('SIGSTOP');
      await sleep(milliseconds);
      return child.kill('SIGCONT') && child === this.child && this.isRunning();
    } finally {
      this.frozen = false;
    }
  }

  /** @returns how it ended; undefined when it did not run. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending | undefined> {
    this.stopping = true;
    const child = this.child;
    if (!child || !this.isRunning()) return undefined;
    const asked = performance.now();
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
    this.killed.add(child);
    child.kill('SIGCONT');
    child.kill(signal);
    const late = await Promise.race([ended.then(() => false), sleep(ENDS_WITHIN_MS, true, { ref: false })]);
    if (late) child.kill('SIGKILL');
    const [code, endedBy] = await ended;
    return { code, signal: endedBy, tookMs: Math.round(performance.now() - asked) };
  }

  /** At once, for when nobody can wait any more. */
  end(): void {
    this.stopping = true;
    this.child?.kill('SIGKILL');
  }

  private isRunning(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }
}
