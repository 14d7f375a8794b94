import type {
  Agreement,
  ClosingDays,
  Citizen,
  Company,
  CompanyVisit,
  ContactAssignment,
  ContactCover,
  DomainEvent,
  DueJobName,
  Escalation,
  EscalationEntry,
  EscalationStep,
  Holidays,
  Ladder,
  LocalDate,
  Match,
  Message,
  Municipality,
  Offer,
  Shift,
  SmallJob,
  Staff,
  Task,
  Temporal,
} from '#domain';
import type { InboundSms } from './inbound-sms.js';
import type { RankingRecord } from './ranking-record.js';
import type { Store } from './store.js';

/** What kind of key leads to a municipality before one is known. The rows hold hashes and ids only. */
export type DirectoryKind = 'api-key' | 'answer-link' | 'message' | 'phone';

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
  municipality(): Promise<Municipality>;
  updateMunicipality(municipality: Municipality): Promise<void>;
  readonly staff: Store<Staff>;
  readonly companies: Store<Company>;
  readonly closingDays: Store<ClosingDays>;
  readonly visits: Store<CompanyVisit>;
  readonly smallJobs: Store<SmallJob>;
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
  readonly tasks: Store<Task>;
  /** The clock of the database: the only clock for decisions about due times. */
  now(): Promise<Temporal.Instant>;
  /** Public holidays between two days, both inclusive: dated reference rows. */
  holidays(from: LocalDate, to: LocalDate): Promise<Holidays>;
  /** Saves what happened, in this transaction. */
  record(event: DomainEvent): Promise<void>;
  /** Asks for work at a time, or at once. The same job, subject and time are asked for once. */
  wake(job: DueJobName, subjectId: string, at?: Temporal.Instant): Promise<void>;
  /** Takes back what is not yet done, when it has no sense any more. */
  forget(job: DueJobName, subjectId: string): Promise<void>;
  /** Makes a key lead to this municipality. */
  enlist(entry: DirectoryEntry): Promise<void>;
  /** Writes down that a person saw, or a calculation used, these citizens. Fails the transaction when it cannot. */
  logAccess(access: Access): Promise<void>;
}

export interface Access {
  /** Who: staff, company, key or the citizen's own link. */
  who: string;
  staffId: string | null;
  companyId: string | null;
  citizenIds: string[];
  /** Shown to a person, or took part in a calculation. */
  kind: 'shown' | 'calculated';
  /** Which route or message. */
  purpose: string;
}
