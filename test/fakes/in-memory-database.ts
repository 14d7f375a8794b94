import type { Account, DomainEvent, DueJobName, Entity, Municipality, Temporal } from '#domain';
import type { Access, DirectoryEntry, FailedJob, Happening, UnitOfWork } from '#use-cases';
import type { Journal } from './in-memory-matching-journal.js';

type StoreName = {
  [Name in keyof UnitOfWork]: UnitOfWork[Name] extends { insertMany: unknown } ? Name : never;
}[keyof UnitOfWork];

export type Tables = Record<StoreName, Map<string, Entity>>;

export interface InMemoryDueJob {
  id: string;
  municipalityId: string;
  job: DueJobName;
  subjectId: string;
  dueAt: Temporal.Instant;
  done: boolean;
  /** Once it was given up. */
  failed?: Pick<FailedJob, 'failedAt' | 'attempts' | 'lastError'> | undefined;
}

export type LoggedAccess = Access & { municipalityId: string; at: Temporal.Instant };
export type EnlistedEntry = DirectoryEntry & { municipalityId: string };

/** Everything there is. A transaction works on a copy, and the copy takes its place when it commits. */
export interface InMemoryDatabase {
  municipalities: Map<string, Municipality>;
  /** By municipality, then by table. */
  tables: Map<string, Tables>;
  events: (DomainEvent & { municipalityId: string })[];
  /** The same, as they are told afterwards. */
  happenings: (Happening & { municipalityId: string })[];
  dueJobs: InMemoryDueJob[];
  directory: EnlistedEntry[];
  endedSessions: Account[];
  accessLog: LoggedAccess[];
  /** Of the installation, by name. */
  pausedProviders: string[];
  /** By municipality: which version the rows are at that matching reads. */
  journals: Map<string, Journal>;
}

export const emptyDatabase = (): InMemoryDatabase => ({
  municipalities: new Map(),
  tables: new Map(),
  events: [],
  happenings: [],
  dueJobs: [],
  directory: [],
  endedSessions: [],
  accessLog: [],
  pausedProviders: [],
  journals: new Map(),
});

export const emptyTables = (): Tables => ({
  staff: new Map(),
  companies: new Map(),
  companyUsers: new Map(),
  externalIdentities: new Map(),
  apiKeys: new Map(),
  closingDays: new Map(),
  visits: new Map(),
  smallJobs: new Map(),
  postingDrafts: new Map(),
  contacts: new Map(),
  covers: new Map(),
  citizens: new Map(),
  rankings: new Map(),
  matches: new Map(),
  offers: new Map(),
  agreements: new Map(),
  shifts: new Map(),
  escalations: new Map(),
  escalationSteps: new Map(),
  escalationEntries: new Map(),
  ladders: new Map(),
  messages: new Map(),
  inbound: new Map(),
  smsChoices: new Map(),
  smsStops: new Map(),
  tasks: new Map(),
  consents: new Map(),
  notes: new Map(),
  brokerHandovers: new Map(),
  calendarFeeds: new Map(),
  imports: new Map(),
  importRows: new Map(),
  externalReferences: new Map(),
  bulkProposals: new Map(),
  bulkProposalItems: new Map(),
  enteredFigures: new Map(),
  teams: new Map(),
  ladderVersions: new Map(),
  ownTexts: new Map(),
  settingChanges: new Map(),
  dutyTurns: new Map(),
  dutySwaps: new Map(),
  dutyChanges: new Map(),
  leaves: new Map(),
});

/** Rows are never changed in place, so copying the maps that hold them is enough. */
export function copyOf(database: InMemoryDatabase): InMemoryDatabase {
  const copyTables = (tables: Tables): Tables =>
    Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, new Map(rows)])) as Tables;
  return {
    municipalities: new Map(database.municipalities),
    tables: new Map([...database.tables].map(([id, tables]) => [id, copyTables(tables)])),
    events: [...database.events],
    happenings: [...database.happenings],
    dueJobs: database.dueJobs.map((job) => ({ ...job })),
    directory: [...database.directory],
    endedSessions: [...database.endedSessions],
    accessLog: [...database.accessLog],
    pausedProviders: [...database.pausedProviders],
    journals: new Map([...database.journals].map(([id, journal]) => [id, { ...journal }])),
  };
}
