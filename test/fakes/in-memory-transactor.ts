import { AsyncLocalStorage } from 'node:async_hooks';
import { Temporal, type Holidays, type Municipality, type Rate } from '#domain';
import { Transactor, type DirectoryHit, type DirectoryKind, type UnitOfWork } from '#use-cases';
import {
  copyOf,
  emptyDatabase,
  emptyTables,
  type InMemoryDatabase,
  type InMemoryDueJob,
} from './in-memory-database.js';
import { InMemoryUnitOfWork } from './in-memory-unit-of-work.js';
import { SequentialIds } from './sequential-ids.js';
import { SettableClock } from './settable-clock.js';

/**
 * The database in memory, for tests of use cases. Transactions run one after the other and work on a copy:
 * what fails leaves nothing behind. The same contract tests run against this and PostgreSQL.
 */
export class InMemoryTransactor extends Transactor {
  readonly clock = new SettableClock();
  /** Public holidays, for tests that need some. */
  holidays: Holidays = new Set();
  /** Reference rows, for tests that need some. */
  rates: readonly Rate[] = [];
  /** Makes every read that must be logged fail. */
  accessLogFails = false;

  private database = emptyDatabase();
  private readonly jobIds = new SequentialIds();
  private queue: Promise<unknown> = Promise.resolve();
  private readonly running = new AsyncLocalStorage<true>();

  found(municipality: Municipality): void {
    this.database.municipalities.set(municipality.id, structuredClone(municipality));
    if (!this.database.tables.has(municipality.id)) this.database.tables.set(municipality.id, emptyTables());
  }

  inMunicipality<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    if (this.running.getStore())
      return Promise.reject(new Error('A transaction within a transaction would not be one.'));
    const result = this.queue.then(() => this.running.run(true, () => this.run(municipalityId, work)));
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** Transactions run one after the other here: every one sees one moment. */
  atOneMoment<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return this.inMunicipality(municipalityId, work);
  }

  async together(_municipalityId: string, works: readonly (() => Promise<unknown>)[]): Promise<void> {
    const before = copyOf(this.database);
    try {
      for (const work of works) await work();
    } catch (error) {
      this.database = before;
      throw error;
    }
  }

  async lookUp(kind: DirectoryKind, key: string): Promise<DirectoryHit[]> {
    return this.database.directory
      .filter((entry) => entry.kind === kind && entry.key === key)
      .map(({ municipalityId, subjectId, details, expiresAt }) => ({
        municipalityId,
        subjectId,
        details: details ?? null,
        expired: expiresAt ? Temporal.Instant.compare(expiresAt, this.clock.now()) <= 0 : false,
      }));
  }

  get events(): InMemoryDatabase['events'] {
    return this.database.events;
  }

  get dueJobs(): InMemoryDueJob[] {
    return this.database.dueJobs.filter(({ done, failed }) => !done && !failed);
  }

  /** As a worker does that has tried often enough: it stays until somebody lets it run again. */
  giveUp(about: Pick<InMemoryDueJob, 'municipalityId' | 'job' | 'subjectId'>, lastError = 'Error'): string {
    const id = this.jobIds.next();
    const failed = { failedAt: this.clock.now(), attempts: 8, lastError };
    this.database.dueJobs.push({ ...about, id, dueAt: this.clock.now(), done: false, failed });
    return id;
  }

  get directory(): InMemoryDatabase['directory'] {
    return this.database.directory;
  }

  get accessLog(): InMemoryDatabase['accessLog'] {
    return this.database.accessLog;
  }

  /** Names of providers that somebody has paused; changed in place. */
  get pausedProviders(): string[] {
    return this.database.pausedProviders;
  }

  /** What a worker would be given now, earliest first; they count as done from here on. */
  takeDueJobs(): InMemoryDueJob[] {
    const due = this.dueJobs.filter(({ dueAt }) => Temporal.Instant.compare(dueAt, this.clock.now()) <= 0);
    for (const job of due) job.done = true;
    return due.sort((a, b) => Temporal.Instant.compare(a.dueAt, b.dueAt));
  }

  private async run<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    const draft = copyOf(this.database);
    const tables = draft.tables.get(municipalityId) ?? emptyTables();
    draft.tables.set(municipalityId, tables);
    const journal = draft.journals.get(municipalityId) ?? { version: 0, commits: [] };
    draft.journals.set(municipalityId, journal);
    const unit = new InMemoryUnitOfWork(draft, tables, municipalityId, {
      now: () => this.clock.now(),
      nextJobId: () => this.jobIds.next(),
      holidays: this.holidays,
      rates: this.rates,
      journal,
      accessLogFails: this.accessLogFails,
    });
    const result = await work(unit);
    unit.checkDeferred();
    unit.noteMatchingChanges(this.database.tables.get(municipalityId) ?? emptyTables());
    this.database = draft;
    return result;
  }
}
