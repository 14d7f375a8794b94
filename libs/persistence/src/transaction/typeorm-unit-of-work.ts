import {
  DomainError,
  Temporal,
  type Account,
  type Actor,
  type DomainEvent,
  type DueJobName,
  type Entity,
  type Holidays,
  type LocalDate,
  type Municipality,
  type RateTable,
} from '#domain';
import type {
  Access,
  AccessAsked,
  AccessSeen,
  DirectoryEntry,
  FailedJob,
  FailedJobsAsked,
  Figures,
  Happening,
  HappeningsAsked,
  Ids,
  MatchingJournal,
  NamedHoliday,
  Roster,
  Search,
  Store,
  UnitOfWork,
} from '#use-cases';
import type { EntityManager, EntitySchema, FindOneOptions } from 'typeorm';
import { failedJobs, replayFailed } from '../dispatch/failed-jobs.js';
import { StoredFigures } from '../figures/stored-figures.js';
import { StoredRoster } from '../people/stored-roster.js';
import { StoredSearch } from '../people/stored-search.js';
import * as schemas from '../schemas/index.js';
import { readRatesOn } from '../reference/rate-rows.js';
import { Sessions } from '../sign-in/sessions.js';
import { TypeormStore } from '../store/typeorm-store.js';
import { isWorthRepeating } from './database-errors.js';
import { enlistInDirectory } from './directory.js';
import { recordEvents } from './recorded-events.js';
import { StoredMatchingJournal } from './stored-matching-journal.js';
import { askForWork, takeBackWork } from './wanted-work.js';

/**
 * So long an answer of the clock holds. One transaction asks a dozen times within a few milliseconds, and to ask costs as
 * much as to read a row. Whoever had to wait for a lock asks anew.
 */
const MOMENT_MS = 50;

/** How the rows of a kind are reached. */
export type StoreOf = <T extends Entity>(schema: EntitySchema<T>) => Store<T>;

export class TypeormUnitOfWork implements UnitOfWork {
  private asked: { at: number; now: Promise<Temporal.Instant> } | undefined;

  constructor(
    protected readonly manager: EntityManager,
    readonly municipalityId: string,
    protected readonly ids: Ids,
    readonly isPartOfMore = false,
    private readonly storeOf: StoreOf = (schema) => new TypeormStore(manager, municipalityId, schema),
  ) {
    this.matchingJournal = new StoredMatchingJournal(manager, municipalityId);
    this.figures = new StoredFigures(manager, municipalityId);
    this.roster = new StoredRoster(manager, municipalityId);
    this.search = new StoredSearch(manager, municipalityId);
  }

  readonly matchingJournal: MatchingJournal;
  readonly figures: Figures;
  readonly roster: Roster;
  readonly search: Search;

  readonly staff = this.store(schemas.staffSchema);
  readonly companies = this.store(schemas.companySchema);
  readonly companyUsers = this.store(schemas.companyUserSchema);
  readonly externalIdentities = this.store(schemas.externalIdentitySchema);
  readonly apiKeys = this.store(schemas.apiKeySchema);
  readonly closingDays = this.store(schemas.closingDaysSchema);
  readonly visits = this.store(schemas.companyVisitSchema);
  readonly smallJobs = this.store(schemas.smallJobSchema);
  readonly postingDrafts = this.store(schemas.postingDraftSchema);
  readonly contacts = this.store(schemas.contactAssignmentSchema);
  readonly covers = this.store(schemas.contactCoverSchema);
  readonly citizens = this.store(schemas.citizenSchema);
  readonly rankings = this.store(schemas.rankingSchema);
  readonly matches = this.store(schemas.matchSchema);
  readonly offers = this.store(schemas.offerSchema);
  readonly agreements = this.store(schemas.agreementSchema);
  readonly shifts = this.store(schemas.shiftSchema);
  readonly escalations = this.store(schemas.escalationSchema);
  readonly escalationSteps = this.store(schemas.escalationStepSchema);
  readonly escalationEntries = this.store(schemas.escalationEntrySchema);
  readonly ladders = this.store(schemas.ladderSchema);
  readonly messages = this.store(schemas.messageSchema);
  readonly inbound = this.store(schemas.inboundSmsSchema);
  readonly smsChoices = this.store(schemas.smsChoiceSchema);
  readonly smsStops = this.store(schemas.smsStopSchema);
  readonly tasks = this.store(schemas.taskSchema);
  readonly consents = this.store(schemas.consentSchema);
  readonly notes = this.store(schemas.noteSchema);
  readonly brokerHandovers = this.store(schemas.brokerHandoverSchema);
  readonly calendarFeeds = this.store(schemas.calendarFeedSchema);
  readonly imports = this.store(schemas.importSchema);
  readonly importRows = this.store(schemas.importRowSchema);
  readonly externalReferences = this.store(schemas.externalReferenceSchema);
  readonly bulkProposals = this.store(schemas.bulkProposalSchema);
  readonly bulkProposalItems = this.store(schemas.bulkProposalItemSchema);
  readonly enteredFigures = this.store(schemas.enteredFigureSchema);
  readonly teams = this.store(schemas.teamSchema);
  readonly ladderVersions = this.store(schemas.ladderVersionSchema);
  readonly ownTexts = this.store(schemas.ownTextSchema);
  readonly settingChanges = this.store(schemas.settingChangeSchema);
  readonly dutyTurns = this.store(schemas.dutyTurnSchema);
  readonly dutySwaps = this.store(schemas.dutySwapSchema);
  readonly dutyChanges = this.store(schemas.dutyChangeSchema);
  readonly leaves = this.store(schemas.staffLeaveSchema);

  municipality(): Promise<Municipality> {
    return this.ownMunicipality({});
  }

  lockMunicipality(): Promise<Municipality> {
    return this.ownMunicipality({ lock: { mode: 'pessimistic_write' } });
  }

  async updateMunicipality({ id, ...settings }: Municipality): Promise<void> {
    const { affected } = await this.manager.update(schemas.municipalitySchema, { id }, settings);
    if (affected !== 1) throw new Error(`There is no municipality ${id} here.`);
  }

  now(): Promise<Temporal.Instant> {
    if (this.asked === undefined || performance.now() - this.asked.at > MOMENT_MS)
      this.asked = { at: performance.now(), now: this.askTheClock() };
    return this.asked.now;
  }

  private async askTheClock(): Promise<Temporal.Instant> {
    const [row] = await this.manager.query<[{ now: Date }]>('SELECT clock_timestamp() AS now');
    return Temporal.Instant.fromEpochMilliseconds(row.now.getTime());
  }

  async pausedProviders(): Promise<string[]> {
    const rows = await this.manager.query<{ provider: string }[]>(
      'SELECT provider FROM provider_pauses WHERE resumed_at IS NULL',
    );
    return rows.map(({ provider }) => provider);
  }

  async holidays(from: LocalDate, to: LocalDate): Promise<Holidays> {
    const days = await this.manager.query<{ day: LocalDate }[]>(
      'SELECT day FROM public_holidays WHERE day BETWEEN $1 AND $2',
      [from, to],
    );
    return new Set(days.map(({ day }) => day));
  }

  namedHolidays(from: LocalDate, to: LocalDate): Promise<NamedHoliday[]> {
    return this.manager.query<NamedHoliday[]>(
      'SELECT day, name FROM public_holidays WHERE day BETWEEN $1 AND $2 ORDER BY day',
      [from, to],
    );
  }

  rates(on: LocalDate): Promise<RateTable> {
    return readRatesOn(this.manager, on);
  }

  record(event: DomainEvent, by?: Pick<Actor, 'staffId'>): Promise<void> {
    const recorded = { id: this.ids.next(), event, byStaffId: by?.staffId ?? null };
    return recordEvents(this.manager, this.municipalityId, [recorded]);
  }

  async happenings({ subjectIds, types, before, limit }: HappeningsAsked): Promise<Happening[]> {
    if (subjectIds.length === 0) return [];
    const rows = await this.manager.query<HappeningRow[]>(
      `SELECT type, subject_id AS "subjectId", occurred_at AS at, by_staff_id AS "byStaffId" FROM events
       WHERE municipality_id = $1 AND subject_id = ANY ($2) AND type = ANY ($3)
         AND occurred_at < coalesce($4::timestamptz, 'infinity')
       ORDER BY occurred_at DESC, id DESC LIMIT $5`,
      [this.municipalityId, subjectIds, types, before && new Date(before.epochMilliseconds), limit],
    );
    return rows.map(({ at, ...row }) => ({
      ...row,
      at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
    }));
  }

  wake(job: DueJobName, subjectId: string, at?: Temporal.Instant): Promise<void> {
    return askForWork(this.manager, this.municipalityId, [{ id: this.ids.next(), job, subjectId, at }]);
  }

  forget(job: DueJobName, subjectId: string): Promise<void> {
    return takeBackWork(this.manager, this.municipalityId, [{ job, subjectId }]);
  }

  failedJobs(only?: FailedJobsAsked): Promise<FailedJob[]> {
    return failedJobs(this.manager, this.municipalityId, only);
  }

  replayFailed(id: string): Promise<boolean> {
    return replayFailed(this.manager, this.municipalityId, id);
  }

  enlist(entry: DirectoryEntry): Promise<void> {
    return enlistInDirectory(this.manager, this.municipalityId, [entry]);
  }

  endSessions(account: Account): Promise<void> {
    return new Sessions(this.manager).endAllOf(account);
  }

  async logAccess({ who, staffId, companyId, apiKey, citizenIds, kind, purpose }: Access): Promise<void> {
    try {
      await this.manager.query(
        `INSERT INTO access_log
           (id, municipality_id, who, staff_id, company_id, api_key, citizen_ids, everybody, kind, purpose)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          this.ids.next(),
          this.municipalityId,
          who,
          staffId,
          companyId,
          apiKey ?? null,
          citizenIds === 'everybody' ? [] : citizenIds,
          citizenIds === 'everybody',
          kind,
          purpose,
        ],
      );
    } catch (error) {
      if (isWorthRepeating(error)) throw error;
      throw new DomainError('access-log.unavailable');
    }
  }

  async accessTo(citizenId: string, limit: number, only?: AccessAsked): Promise<AccessSeen[]> {
    const rows = await this.manager.query<AccessRow[]>(
      `SELECT who, staff_id AS "staffId", company_id AS "companyId", api_key AS "apiKey", kind, purpose, at
       FROM access_log
       WHERE municipality_id = $1 AND $2 = ANY (citizen_ids) AND kind = 'shown'
         AND purpose = coalesce($4, purpose) AND at < coalesce($5::timestamptz, 'infinity')
       ORDER BY at DESC, id DESC LIMIT $3`,
      [
        this.municipalityId,
        citizenId,
        limit,
        only?.purpose,
        only?.before && new Date(only.before.epochMilliseconds),
      ],
    );
    return rows.map(({ at, ...row }): AccessSeen => ({
      ...row,
      at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
    }));
  }

  private async ownMunicipality(options: FindOneOptions<Municipality>): Promise<Municipality> {
    const id = this.municipalityId;
    const found = await this.manager.findOne(schemas.municipalitySchema, { where: { id }, ...options });
    if (!found) throw new Error(`There is no municipality ${id}.`);
    return found;
  }

  private store<T extends Entity>(schema: EntitySchema<T>): Store<T> {
    return this.storeOf(schema);
  }
}

type AccessRow = Omit<AccessSeen, 'at'> & { at: Date };
type HappeningRow = Omit<Happening, 'at'> & { at: Date };
