import type {
  AccessPurpose,
  Account,
  Actor,
  Agreement,
  ApiKey,
  BulkProposal,
  BulkProposalItem,
  BrokerHandover,
  CalendarFeed,
  ClosingDays,
  Citizen,
  Company,
  CompanyUser,
  CompanyVisit,
  Consent,
  ContactAssignment,
  ContactCover,
  DomainEvent,
  DueJobName,
  DutyChange,
  DutySwap,
  DutyTurn,
  EnteredFigure,
  Escalation,
  EscalationEntry,
  EscalationStep,
  EventType,
  ExternalIdentity,
  ExternalReference,
  Holidays,
  Import,
  ImportRow,
  Ladder,
  LadderVersion,
  LocalDate,
  Match,
  Message,
  Municipality,
  Note,
  Offer,
  OwnText,
  OwnVisit,
  PostingDraft,
  RateTable,
  SettingChange,
  Shift,
  SmallJob,
  Staff,
  StaffLeave,
  Task,
  Team,
  Temporal,
} from '#domain';
import type { FailedJob, FailedJobsAsked } from './failed-job.js';
import type { Figures } from './figures.js';
import type { InboundSms } from './inbound-sms.js';
import type { SmsChoice } from './sms-choice.js';
import type { SmsStop } from './sms-stop.js';
import type { MatchingJournal } from './matching-journal.js';
import type { RankingRecord } from './ranking-record.js';
import type { Roster } from './roster.js';
import type { Search } from './search.js';
import type { Store } from './store.js';

/** What kind of key leads to a municipality before one is known. The rows hold hashes and ids only. */
export type DirectoryKind = 'api-key' | 'answer-link' | 'message' | 'phone' | 'sign-in' | 'demo-person';

export interface DirectoryEntry {
  kind: DirectoryKind;
  /** SHA-256 of a token, HMAC of a phone number, or a plain message id; hex. */
  key: string;
  subjectId: string;
  /** ISO instant after which it leads nowhere. */
  expiresAt?: Temporal.Instant | null;
  /** For an API key: role, staff or company, and label. */
  details?: Record<string, string> | null;
}

/**
 * One transaction within one municipality. A use case opens one, locks what it decides on, writes rows, events
 * and due jobs, and leaves; nothing in it calls the network.
 */
export interface UnitOfWork {
  readonly municipalityId: string;
  /** Other use cases may have written in this transaction already: a cache of what is committed misses that. */
  readonly isPartOfMore: boolean;
  municipality(): Promise<Municipality>;
  /** For whoever changes the settings: they are one row, and of two at once the second would undo the first. */
  lockMunicipality(): Promise<Municipality>;
  updateMunicipality(municipality: Municipality): Promise<void>;
  readonly staff: Store<Staff>;
  readonly companies: Store<Company>;
  readonly companyUsers: Store<CompanyUser>;
  readonly externalIdentities: Store<ExternalIdentity>;
  readonly apiKeys: Store<ApiKey>;
  readonly closingDays: Store<ClosingDays>;
  readonly visits: Store<CompanyVisit>;
  readonly smallJobs: Store<SmallJob>;
  /** Postings that somebody has begun; removed when they are discarded or forgotten. */
  readonly postingDrafts: Store<PostingDraft>;
  readonly contacts: Store<ContactAssignment>;
  readonly covers: Store<ContactCover>;
  readonly citizens: Store<Citizen>;
  readonly rankings: Store<RankingRecord>;
  readonly matches: Store<Match>;
  readonly offers: Store<Offer>;
  readonly agreements: Store<Agreement>;
  readonly shifts: Store<Shift>;
  readonly escalations: Store<Escalation>;
  readonly escalationSteps: Store<EscalationStep>;
  readonly escalationEntries: Store<EscalationEntry>;
  readonly ladders: Store<Ladder>;
  readonly messages: Store<Message>;
  readonly inbound: Store<InboundSms>;
  /** Answers that wait for a number: which of two questions they are about. */
  readonly smsChoices: Store<SmsChoice>;
  /** Numbers of companies that get no SMS. */
  readonly smsStops: Store<SmsStop>;
  readonly tasks: Store<Task>;
  /** What citizens agreed to and took back; only added to. */
  readonly consents: Store<Consent>;
  /** What was talked about and agreed with citizens; only added to. */
  readonly notes: Store<Note>;
  /** Who followed a citizen before; only added to. */
  readonly brokerHandovers: Store<BrokerHandover>;
  readonly calendarFeeds: Store<CalendarFeed>;
  /** Files on their way in, with their rows for as long as those are kept. */
  readonly imports: Store<Import>;
  readonly importRows: Store<ImportRow>;
  /** The municipality's own numbers for what was loaded. */
  readonly externalReferences: Store<ExternalReference>;
  /** Proposals to several at once, and each of them. */
  readonly bulkProposals: Store<BulkProposal>;
  readonly bulkProposalItems: Store<BulkProposalItem>;
  /** What leaders have written down for the monitoring table. */
  readonly enteredFigures: Store<EnteredFigure>;
  readonly teams: Store<Team>;
  /** Every ladder as it was saved; only added to. */
  readonly ladderVersions: Store<LadderVersion>;
  /** What the municipality writes instead of the standard texts; only added to. */
  readonly ownTexts: Store<OwnText>;
  /** Who changed which setting; only added to. */
  readonly settingChanges: Store<SettingChange>;
  /** The duty list, and swaps on it. */
  readonly dutyTurns: Store<DutyTurn>;
  readonly dutySwaps: Store<DutySwap>;
  /** Who changed the duty list how; only added to. */
  readonly dutyChanges: Store<DutyChange>;
  /** Days on which staff are not here. */
  readonly leaves: Store<StaffLeave>;
  /** Sums and counts that are made where the rows are. */
  readonly figures: Figures;
  /** The list of citizens. */
  readonly roster: Roster;
  /** Providers that are paused at this moment, by name. */
  pausedProviders(): Promise<string[]>;
  /** Finds by parts of a name. */
  readonly search: Search;
  /** Which version the rows are at that matching reads. */
  readonly matchingJournal: MatchingJournal;
  /** The clock of the database: the only clock for decisions about due times. */
  now(): Promise<Temporal.Instant>;
  /** Public holidays between two days, both inclusive: dated reference rows. */
  holidays(from: LocalDate, to: LocalDate): Promise<Holidays>;
  /** The same with the names that people know them by, in order. */
  namedHolidays(from: LocalDate, to: LocalDate): Promise<NamedHoliday[]>;
  /** The rates that hold on a day: dated reference rows, the same in every municipality. */
  rates(on: LocalDate): Promise<RateTable>;
  /** Saves what happened, in this transaction; in whose name, where no row keeps it. */
  record(event: DomainEvent, by?: Pick<Actor, 'staffId'>): Promise<void>;
  /** What happened to these, newest first. */
  happenings(of: HappeningsAsked): Promise<Happening[]>;
  /** Asks for work at a time, or at once. The same job, subject and time are asked for once. */
  wake(job: DueJobName, subjectId: string, at?: Temporal.Instant): Promise<void>;
  /** Takes back what is not yet done, when it has no sense any more. */
  forget(job: DueJobName, subjectId: string): Promise<void>;
  /** What was given up, newest first: at most 500. */
  failedJobs(only?: FailedJobsAsked): Promise<FailedJob[]>;
  /** Makes it due again at once. @returns false when it has not failed. */
  replayFailed(id: string): Promise<boolean>;
  /** Makes a key lead to this municipality. */
  enlist(entry: DirectoryEntry): Promise<void>;
  /** Whoever is signed in to this account, in any browser, has to sign in again. */
  endSessions(account: Account): Promise<void>;
  /** Writes down that a person saw, or a calculation used, these citizens. Fails the transaction when it cannot. */
  logAccess(access: Access): Promise<void>;
  /** Who was shown this citizen, newest first. */
  accessTo(citizenId: string, limit: number, only?: AccessAsked): Promise<AccessSeen[]>;
}

/** Narrows what is read of the access log. */
export interface AccessAsked {
  purpose: AccessPurpose;
  before?: Temporal.Instant;
}

export interface HappeningsAsked {
  subjectIds: readonly string[];
  types: readonly EventType[];
  before?: Temporal.Instant;
  limit: number;
}

/** An event as it is told afterwards. */
export interface Happening {
  type: EventType;
  subjectId: string;
  at: Temporal.Instant;
  /** Null where the machinery, a company or a citizen did it. */
  byStaffId: string | null;
}

export interface NamedHoliday {
  day: LocalDate;
  /** Danish, as in the reference rows. */
  name: string;
}

interface AnyAccess {
  /** Who: staff, company, key or the citizen's own link. */
  who: string;
  staffId: string | null;
  companyId: string | null;
  /** What the key is called that acted in that name; absent when the person did. */
  apiKey?: string;
  /** Which route or message. */
  purpose: AccessPurpose | OwnVisit;
}

/** Citizens were shown to a person, or took part in a calculation, perhaps everybody of the municipality. */
export type Access = AnyAccess &
  (
    | { kind: 'shown'; citizenIds: readonly string[] }
    | { kind: 'calculated'; citizenIds: readonly string[] | 'everybody' }
  );

/** One line of the access log, as the citizen is told of it. */
export interface AccessSeen extends Omit<Access, 'citizenIds' | 'purpose' | 'apiKey'> {
  apiKey: string | null;
  /** As it was written; perhaps by an earlier version. */
  purpose: string;
  at: Temporal.Instant;
}
