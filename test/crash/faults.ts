import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { withClient } from '../../demo/src/database/index.js';
import { until } from '../support/until.js';
import type { AppProcess } from './app-process.js';
import type { Installation } from './installation.js';
import { workers, type Fault, type Part, type PlannedFault, type Worker } from './plan.js';

/** /dev/full takes nothing and says that the disk is full, without a disk or any privilege. */
const FULL_DISK = '/dev/full';
const FAKETIME = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib']
  .map((folder) => `${folder}/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path));

/** A planned death that does not come (its place in the code was not reached) is helped along after this long. */
const DIES_WITHIN_MS = 20_000;
/** What stood still has so long to do what it was in the middle of. */
const WAKES_MS = 2_000;
const SAME_JOB_WITHIN_MS = 150_000;

/** Workers first: they have most to lose. */
const madeUpWith = ['worker-1', 'worker-2', 'api', 'worker-1', 'postgres', 'worker-2', 'redis'] as const;

type Of<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

export interface Done {
  /** How often each kind was done. */
  kinds: Record<string, number>;
  /** What could not be done here, and why. */
  notDone: string[];
  /** How many were caught at each place when their process died there. */
  caught: Record<string, number>;
}

/** Does to an installation what the plan says, each at its time, several at once where they overlap. */
export class Faults {
  readonly done: Done = { kinds: {}, notDone: [], caught: {} };
  /** When the last of it was over; milliseconds since 1970. */
  lastAt = Date.now();
  private killsBelow = 0;
  private killsOfPostgres = 0;
  private alone = Promise.resolve();
  private readonly conditioned = new Set<Promise<void>>();
  private bothTaken: Promise<void> = Promise.resolve();
  private readonly restarting = new Map<'redis' | 'postgres', Promise<void>>();

  constructor(
    private readonly installation: Installation,
    private readonly say: (text: string) => void,
  ) {}

  /** SIGKILLs that a process died of, whoever sent them. */
  get kills(): number {
    const apps = Object.values(this.installation.apps);
    return this.killsBelow + apps.reduce((sum, { kills }) => sum + kills, 0);
  }

  /** Of whoever sends messages or keeps what was sent. */
  get killsOfSenders(): number {
    const of = workers.map((name) => this.installation.apps[name].kills);
    return this.killsOfPostgres + of.reduce((sum, kills) => sum + kills, 0);
  }

  async run(plan: readonly PlannedFault[]): Promise<void> {
    const begun = Date.now();
    const running = plan.map(async ({ atMs, fault }) => {
      await sleep(atMs);
      this.say(`${((Date.now() - begun) / 1000).toFixed(1)} s ${JSON.stringify(fault)}`);
      const before = this.done.notDone.length;
      await this.do(fault);
      this.lastAt = Date.now();
      if (this.done.notDone.length === before)
        this.done.kinds[fault.kind] = (this.done.kinds[fault.kind] ?? 0) + 1;
    });
    await Promise.all(running);
  }

  /** Kills until there were as many as asked for. */
  async upTo(kills: number, paceMs: number): Promise<void> {
    for (let turn = 0; this.kills < kills; turn += 1) {
      const part = madeUpWith[turn % madeUpWith.length]!;
      this.say(`one more: ${part}`);
      await this.kill(part, 0);
      this.lastAt = Date.now();
      this.done.kinds['kill'] = (this.done.kinds['kill'] ?? 0) + 1;
      await sleep(paceMs);
    }
  }

  private do(fault: Fault): Promise<void> {
    switch (fault.kind) {
      case 'kill':
        return this.kill(fault.part, fault.downMs);
      case 'pair':
        return this.pair(fault);
      case 'empty-redis':
        return this.redis(fault.downMs, true);
      case 'same-job':
        return this.oneByOne(() => this.bothUnderOne(() => this.sameJob(fault)));
      case 'crash-point':
        return this.underConditions(() => this.crashPoint(fault));
      case 'windows':
        return this.windows(fault);
      case 'clock':
        return this.underConditions(() => this.clock(fault));
      case 'disk-full':
        return this.underConditions(() => this.diskFull(fault));
      case 'freeze':
        return this.oneByOne(() => this.freeze(fault));
      case 'network':
        return this.network(fault);
    }
  }

  private async kill(part: Part, downMs: number): Promise<void> {
    if (part === 'redis') return this.redis(downMs, false);
    if (part === 'postgres') return this.postgres(downMs);
    await this.awake(part).kill();
  }

  /** Whoever stands still shall wake up: it is the other worker that dies. */
  private awake(part: 'api' | Worker): AppProcess {
    const app = this.installation.apps[part];
    if (part === 'api' || !app.isFrozen) return app;
    return this.installation.apps[part === 'worker-1' ? 'worker-2' : 'worker-1'];
  }

  private async freeze({ part, forMs }: Of<'freeze'>): Promise<void> {
    const wokeUp = await this.installation.apps[part].freeze(forMs);
    if (!wokeUp) this.done.notDone.push(`freeze: ${part} did not wake up`);
  }

  /** What needs a worker beside it, or both. */
  private oneByOne(work: () => Promise<void>): Promise<void> {
    this.alone = this.alone.then(work);
    return this.alone;
  }

  /** A start under conditions of its own, of one process. */
  private async underConditions(work: () => Promise<void>): Promise<void> {
    await this.bothTaken;
    const mine = work();
    this.conditioned.add(mine);
    await mine.finally(() => this.conditioned.delete(mine));
  }

  /** Of both workers: one that is started otherwise meanwhile would do the job instead of dying of it. */
  private bothUnderOne(work: () => Promise<void>): Promise<void> {
    const mine = Promise.all(this.conditioned).then(work);
    this.bothTaken = mine.catch(() => undefined);
    return mine;
  }

  private async pair({ parts, gapMs, downMs }: Of<'pair'>): Promise<void> {
    const first = this.kill(parts[0], downMs);
    await sleep(gapMs);
    await Promise.all([first, this.kill(parts[1], downMs)]);
  }

  /** One that is being started again is killed when it is up. */
  private async redis(downMs: number, empty: boolean): Promise<void> {
    await this.oneAtATime('redis', async () => {
      this.killsBelow += 1;
      await this.installation.redis.down();
      await sleep(downMs);
      await this.installation.redis.up({ empty });
    });
  }

  private async postgres(downMs: number): Promise<void> {
    await this.oneAtATime('postgres', async () => {
      this.killsBelow += 1;
      this.killsOfPostgres += 1;
      await this.installation.postgres.crash(downMs);
    });
  }

  private async oneAtATime(what: 'redis' | 'postgres', work: () => Promise<void>): Promise<void> {
    const mine = (this.restarting.get(what) ?? Promise.resolve()).then(work);
    this.restarting.set(
      what,
      mine.catch(() => undefined),
    );
    await mine;
  }

  /** Whoever begins the job dies of it, until it has done so as often as planned. */
  private async sameJob({ times }: Of<'same-job'>): Promise<void> {
    const subjectId = await this.nextStep();
    if (subjectId === undefined) return void this.done.notDone.push('same-job: no step was left');
    const both = workers.map((name) => this.installation.apps[name]);
    for (const app of both) app.from({ env: { CRASH_AT: `escalation.take-step.claimed@${subjectId}` } });
    await Promise.all(both.map((app) => app.kill()));
    const before = both.reduce((sum, { ownKills }) => sum + ownKills, 0);
    const died = (): number => both.reduce((sum, { ownKills }) => sum + ownKills, -before);
    await until('the job has killed its workers', () => died() >= times, SAME_JOB_WITHIN_MS).catch(() =>
      this.done.notDone.push(`same-job: ${died()} of ${times} deaths`),
    );
    for (const app of both) app.from();
    // Those that run now would still die of it.
    await Promise.all(both.map((app) => app.kill()));
  }

  private async nextStep(): Promise<string | undefined> {
    const next = `SELECT subject_id FROM due_jobs WHERE job = 'escalation.take-step' AND done_at IS NULL
      AND due_at > now() + interval '4 seconds' ORDER BY due_at LIMIT 1`;
    const ask = (): Promise<string | undefined> =>
      withClient(this.installation.addresses.adminUrl, async (client) => {
        const { rows } = await client.query<{ subject_id: string }>(next);
        return rows[0]?.subject_id;
      });
    return until('a step that is due soon', ask, 30_000).catch(() => undefined);
  }

  private async crashPoint({ part, at }: Of<'crash-point'>): Promise<void> {
    const app = this.awake(part);
    app.from({ env: { CRASH_AT: at } });
    await app.kill();
    const before = app.ownKills;
    const isDead = await until('it dies', () => app.ownKills > before, DIES_WITHIN_MS).catch(() => false);
    app.from();
    const [place = at] = at.split(':');
    if (isDead) this.done.kinds[place] = (this.done.kinds[place] ?? 0) + 1;
    else await app.kill();
  }

  /** A crowd is let in at one place and dies there, as often as planned; then the next place. */
  private async windows({ part, places, crowd, times }: Of<'windows'>): Promise<void> {
    const app = this.installation.apps[part];
    for (const place of places) {
      app.from({ env: { CRASH_AT: `${place}*${crowd}` } });
      await app.kill();
      const before = app.ownKills;
      let died = 0;
      while (died < times) {
        const isNext = await until('a crowd', () => app.ownKills - before > died, DIES_WITHIN_MS).catch(
          () => false,
        );
        if (!isNext) break;
        died += 1;
      }
      this.done.caught[place] = (this.done.caught[place] ?? 0) + died * crowd;
      if (died < times) this.done.notDone.push(`${part} at ${place}: ${died} of ${times} crowds`);
      this.say(`${part}: ${died} times ${crowd} at ${place}`);
    }
    app.from();
    await app.kill();
  }

  private async clock({ part, hours, forMs }: Of<'clock'>): Promise<void> {
    if (FAKETIME === undefined) return void this.done.notDone.push('clock: libfaketime is not installed');
    const sign = hours > 0 ? '+' : '-';
    // The monotonic clock does not jump when a wall clock is set.
    const env = { LD_PRELOAD: FAKETIME, FAKETIME: `${sign}1h`, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
    await this.startedAs(part, { env }, forMs);
  }

  private async diskFull({ part, forMs }: Of<'disk-full'>): Promise<void> {
    if (!existsSync(FULL_DISK)) return void this.done.notDone.push(`disk-full: there is no ${FULL_DISK}`);
    await this.startedAs(part, { logFile: FULL_DISK }, forMs);
  }

  private async startedAs(
    part: Of<'clock'>['part'],
    conditions: { env?: NodeJS.ProcessEnv; logFile?: string },
    forMs: number,
  ): Promise<void> {
    const app = this.awake(part);
    app.from(conditions);
    await app.kill();
    await sleep(forMs);
    while (app.isFrozen) await sleep(WAKES_MS);
    app.from();
    await app.kill();
  }

  private async network({ part, link, how, forMs }: Of<'network'>): Promise<void> {
    const wire = this.installation.wire(part, link);
    wire.disturb(how);
    await sleep(forMs);
    wire.mend();
  }
}
