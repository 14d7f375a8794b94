import {
  DomainError,
  RateTable,
  subjectOf,
  type Account,
  type Actor,
  type DomainEvent,
  type DueJobName,
  type Entity,
  type Holidays,
  type LocalDate,
  type Municipality,
  type Rate,
  type Temporal,
} from '#domain';
import type {
  Access,
  AccessAsked,
  AccessSeen,
  DirectoryEntry,
  FailedJob,
  FailedJobsAsked,
  Happening,
  HappeningsAsked,
  NamedHoliday,
  UnitOfWork,
} from '#use-cases';
import { constraints, requireFixedContacts, type Constraint } from './constraints.js';
import type { InMemoryDatabase, Tables } from './in-memory-database.js';
import { InMemoryFigures } from './in-memory-figures.js';
import { InMemoryRoster } from './in-memory-roster.js';
import { InMemorySearch } from './in-memory-search.js';
import { InMemoryMatchingJournal, type Journal } from './in-memory-matching-journal.js';
import { InMemoryStore } from './in-memory-store.js';
import { matchingChanges } from './matching-changes.js';
import { storedValue } from './stored-row.js';

/** What PostgreSQL lets nobody rewrite. */
const appendOnly: readonly (keyof Tables)[] = [
  'escalationEntries',
  'consents',
  'notes',
  'brokerHandovers',
  'ladderVersions',
  'ownTexts',
  'settingChanges',
  'dutyChanges',
];

export interface Surroundings {
  now(): Temporal.Instant;
  nextJobId(): string;
  holidays: Holidays;
  rates: readonly Rate[];
  journal: Journal;
  accessLogFails: boolean;
}

export class InMemoryUnitOfWork implements UnitOfWork {
  constructor(
    private readonly database: InMemoryDatabase,
    private readonly tables: Tables,
    readonly municipalityId: string,
    private readonly surroundings: Surroundings,
  ) {
    this.matchingJournal = new InMemoryMatchingJournal(surroundings.journal);
    this.figures = new InMemoryFigures(tables);
    this.roster = new InMemoryRoster(tables);
    this.search = new InMemorySearch(tables);
  }

  readonly isPartOfMore = false;
  readonly matchingJournal: InMemoryMatchingJournal;
  readonly figures: InMemoryFigures;
  readonly roster: InMemoryRoster;
  readonly search: InMemorySearch;

  readonly staff = this.store('staff');
  readonly companies = this.store('companies');
  readonly companyUsers = this.store('companyUsers');
  readonly externalIdentities = this.store('externalIdentities');
  readonly apiKeys = this.store('apiKeys');
  readonly closingDays = this.store('closingDays');
  readonly visits = this.store('visits');
  readonly smallJobs = this.store('smallJobs');
  readonly postingDrafts = this.store('postingDrafts');
  readonly contacts = this.store('contacts');
  readonly covers = this.store('covers');
  readonly citizens = this.store('citizens');
  readonly rankings = this.store('rankings');
  readonly matches = this.store('matches');
  readonly offers = this.store('offers');
  readonly agreements = this.store('agreements');
  readonly shifts = this.store('shifts');
  readonly escalations = this.store('escalations');
  readonly escalationSteps = this.store('escalationSteps');
  readonly escalationEntries = this.store('escalationEntries');
  readonly ladders = this.store('ladders');
  readonly messages = this.store('messages');
  readonly inbound = this.store('inbound');
  readonly smsChoices = this.store('smsChoices');
  readonly smsStops = this.store('smsStops');
  readonly tasks = this.store('tasks');
  readonly consents = this.store('consents');
  readonly notes = this.store('notes');
  readonly brokerHandovers = this.store('brokerHandovers');
  readonly calendarFeeds = this.store('calendarFeeds');
  readonly imports = this.store('imports');
  readonly importRows = this.store('importRows');
  readonly externalReferences = this.store('externalReferences');
  readonly bulkProposals = this.store('bulkProposals');
  readonly bulkProposalItems = this.store('bulkProposalItems');
  readonly enteredFigures = this.store('enteredFigures');
  readonly teams = this.store('teams');
  readonly ladderVersions = this.store('ladderVersions');
  readonly ownTexts = this.store('ownTexts');
  readonly settingChanges = this.store('settingChanges');
  readonly dutyTurns = this.store('dutyTurns');
  readonly dutySwaps = this.store('dutySwaps');
  readonly dutyChanges = this.store('dutyChanges');
  readonly leaves = this.store('leaves');

  /** One transaction at a time: there is nothing to lock. */
  lockMunicipality(): Promise<Municipality> {
    return this.municipality();
  }

  async municipality(): Promise<Municipality> {
    const found = this.database.municipalities.get(this.municipalityId);
    if (!found) throw new Error(`There is no municipality ${this.municipalityId}.`);
    return structuredClone(found);
  }

  async updateMunicipality(municipality: Municipality): Promise<void> {
    const known =
      municipality.id === this.municipalityId && this.database.municipalities.has(municipality.id);
    if (!known) throw new Error(`There is no municipality ${municipality.id} here.`);
    this.database.municipalities.set(municipality.id, structuredClone(municipality));
  }

  async now(): Promise<Temporal.Instant> {
    return storedValue(this.surroundings.now()) as Temporal.Instant;
  }

  async pausedProviders(): Promise<string[]> {
    return [...this.database.pausedProviders];
  }

  async holidays(from: LocalDate, to: LocalDate): Promise<Holidays> {
    return new Set([...this.surroundings.holidays].filter((day) => day >= from && day <= to));
  }

  async namedHolidays(from: LocalDate, to: LocalDate): Promise<NamedHoliday[]> {
    const days = [...(await this.holidays(from, to))].sort();
    return days.map((day) => ({ day, name: 'Helligdag' }));
  }

  async rates(on: LocalDate): Promise<RateTable> {
    return new RateTable(on, this.surroundings.rates);
  }

  async record(event: DomainEvent, by?: Pick<Actor, 'staffId'>): Promise<void> {
    this.database.events.push({ ...event, municipalityId: this.municipalityId });
    this.database.happenings.push({
      type: event.type,
      subjectId: subjectOf(event) ?? '',
      at: await this.now(),
      byStaffId: by?.staffId ?? null,
      municipalityId: this.municipalityId,
    });
  }

  async happenings({ subjectIds, types, before, limit }: HappeningsAsked): Promise<Happening[]> {
    return this.database.happenings
      .filter(({ municipalityId }) => municipalityId === this.municipalityId)
      .filter(({ subjectId, type }) => subjectIds.includes(subjectId) && types.includes(type))
      .filter(({ at }) => !before || at.epochMilliseconds < before.epochMilliseconds)
      .map(({ municipalityId: _, ...happening }) => happening)
      .reverse()
      .sort((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds)
      .slice(0, limit);
  }

  async wake(job: DueJobName, subjectId: string, at?: Temporal.Instant): Promise<void> {
    const dueAt = at ? (storedValue(at) as Temporal.Instant) : await this.now();
    const same = this.jobsAbout(job, subjectId).find((known) => known.dueAt.equals(dueAt));
    if (same) Object.assign(same, { done: false, failed: undefined });
    else {
      const id = this.surroundings.nextJobId();
      this.database.dueJobs.push({
        id,
        municipalityId: this.municipalityId,
        job,
        subjectId,
        dueAt,
        done: false,
      });
    }
  }

  async forget(job: DueJobName, subjectId: string): Promise<void> {
    const senseless = new Set(this.jobsAbout(job, subjectId).filter(({ done }) => !done));
    this.database.dueJobs = this.database.dueJobs.filter((known) => !senseless.has(known));
  }

  async failedJobs({ id, job }: FailedJobsAsked = {}): Promise<FailedJob[]> {
    return this.database.dueJobs
      .filter(({ municipalityId }) => municipalityId === this.municipalityId)
      .flatMap(({ failed, ...known }) => (failed ? [{ ...known, ...failed }] : []))
      .filter((known) => known.id === (id ?? known.id) && known.job === (job ?? known.job))
      .sort((a, b) => b.failedAt.epochMilliseconds - a.failedAt.epochMilliseconds)
      .map(({ municipalityId: _, done: __, ...known }) => known);
  }

  async replayFailed(id: string): Promise<boolean> {
    const [known] = await this.failedJobs({ id });
    if (known) this.database.dueJobs.find((one) => one.id === id)!.failed = undefined;
    return known !== undefined;
  }

  async enlist(entry: DirectoryEntry): Promise<void> {
    const others = this.database.directory.filter(
      ({ kind, key, municipalityId, subjectId }) =>
        kind !== entry.kind ||
        key !== entry.key ||
        municipalityId !== this.municipalityId ||
        subjectId !== entry.subjectId,
    );
    this.database.directory = [...others, { ...entry, municipalityId: this.municipalityId }];
  }

  async endSessions(account: Account): Promise<void> {
    this.database.endedSessions.push(account);
    await Promise.resolve();
  }

  async logAccess(access: Access): Promise<void> {
    if (this.surroundings.accessLogFails) throw new DomainError('access-log.unavailable');
    this.database.accessLog.push({ ...access, municipalityId: this.municipalityId, at: await this.now() });
  }

  async accessTo(citizenId: string, limit: number, only?: AccessAsked): Promise<AccessSeen[]> {
    return this.database.accessLog
      .filter(({ municipalityId }) => municipalityId === this.municipalityId)
      .filter(({ citizenIds, kind }) => kind === 'shown' && citizenIds.includes(citizenId))
      .filter(({ purpose }) => !only || purpose === only.purpose)
      .filter(({ at }) => !only?.before || at.epochMilliseconds < only.before.epochMilliseconds)
      .map(({ who, staffId, companyId, apiKey = null, kind, purpose, at }): AccessSeen => ({
        who,
        staffId,
        companyId,
        apiKey,
        kind,
        purpose,
        at,
      }))
      .reverse()
      .sort((a, b) => b.at.epochMilliseconds - a.at.epochMilliseconds)
      .slice(0, limit);
  }

  /** What PostgreSQL checks at commit. */
  checkDeferred(): void {
    requireFixedContacts(
      this.tables.smallJobs.values() as Iterable<never>,
      this.tables.contacts.values() as Iterable<never>,
    );
  }

  /** What the triggers of PostgreSQL write at commit. */
  noteMatchingChanges(before: Tables): void {
    const lines = matchingChanges(before, this.tables);
    this.matchingJournal.commit(lines, this.municipalityId, this.surroundings.now());
  }

  private jobsAbout(job: DueJobName, subjectId: string): InMemoryDatabase['dueJobs'] {
    return this.database.dueJobs.filter(
      (known) =>
        known.municipalityId === this.municipalityId && known.job === job && known.subjectId === subjectId,
    );
  }

  private store<Name extends keyof Tables>(name: Name): UnitOfWork[Name] {
    const rules = (constraints as Partial<Record<keyof Tables, unknown>>)[name] ?? [];
    const store = new InMemoryStore<Entity>(
      {
        name,
        rows: this.tables[name],
        constraints: rules as Constraint<Entity>[],
        appendOnly: appendOnly.includes(name),
      },
      this.municipalityId,
    );
    return store as unknown as UnitOfWork[Name];
  }
}
