import {
  DomainError,
  Temporal,
  type Agreement,
  type BulkProposalItem,
  type CalendarFeed,
  type ClosingDays,
  type Company,
  type CompanyUser,
  type DutySwap,
  type DutyTurn,
  type ContactAssignment,
  type ContactCover,
  type EnteredFigure,
  type Entity,
  type ErrorCode,
  type Escalation,
  type EscalationStep,
  type ExternalReference,
  type ImportRow,
  type Ladder,
  type LadderVersion,
  type Match,
  type Message,
  type Offer,
  type OwnText,
  type Shift,
  type SmallJob,
  type StaffLeave,
  type Team,
} from '#domain';
import type { InboundSms, SmsStop } from '#use-cases';

/** What the database refuses, whatever the code says. The contract tests hold both to the same list. */
export interface Constraint<T> {
  /** In domain words; null where the domain has none, and running again mends it. */
  code: ErrorCode | null;
  name: string;
  broken: (row: T, others: T[]) => boolean;
}

/** Of the rows `within` the rule, no two may agree in these fields. */
const unique = <T extends Entity>(
  name: string,
  code: ErrorCode | null,
  fields: (keyof T)[],
  within: (row: T) => boolean = () => true,
): Constraint<T> => ({
  name,
  code,
  broken: (row, others) =>
    within(row) &&
    others.some((other) => within(other) && fields.every((field) => other[field] === row[field])),
});

const check = <T>(name: string, code: ErrorCode, holds: (row: T) => boolean): Constraint<T> => ({
  name,
  code,
  broken: (row) => !holds(row),
});

const takesTime = ({ state }: Shift): boolean => state !== 'cancelled' && state !== 'absent-reported';
const before = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0;

export const constraints = {
  companies: [unique<Company>('companies_cvr', 'company.cvr-taken', ['cvr'])],
  companyUsers: [
    unique<CompanyUser>(
      'company_users_email',
      'company-user.already-there',
      ['companyId', 'email'],
      ({ active, email }) => active && email !== null,
    ),
    unique<CompanyUser>(
      'company_users_phone',
      'company-user.already-there',
      ['companyId', 'phone'],
      ({ active, phone }) => active && phone !== null,
    ),
    check<CompanyUser>(
      'company_users_reachable',
      'company-user.unreachable',
      ({ email, phone }) => email !== null || phone !== null,
    ),
  ],
  closingDays: [
    check<ClosingDays>('closing_days_order', 'company.closing-days-invalid', ({ from, to }) => from <= to),
  ],
  smallJobs: [
    check<SmallJob>(
      'small_jobs_seats',
      'small-job.no-seat-left',
      (job) => job.seatsTaken >= 0 && job.seatsTaken <= job.positions,
    ),
    check<SmallJob>(
      'small_jobs_dates',
      'small-job.dates-invalid',
      (job) => job.endDate === null || job.endDate >= job.startDate,
    ),
  ],
  contacts: [
    unique<ContactAssignment>(
      'contact_assignments_one_active',
      null,
      ['smallJobId'],
      ({ endedAt }) => endedAt === null,
    ),
  ],
  covers: [
    check<ContactCover>('contact_covers_order', 'contact.cover-invalid', ({ from, to }) => from <= to),
    {
      name: 'contact_covers_no_overlap',
      code: 'contact.cover-overlaps',
      broken: (row: ContactCover, others: ContactCover[]) =>
        others.some(
          (other) => other.smallJobId === row.smallJobId && other.from <= row.to && row.from <= other.to,
        ),
    },
  ],
  matches: [
    unique<Match>('matches_one_open', 'match.already-exists', ['smallJobId', 'citizenId'], ({ state }) =>
      ['asking', 'proposed', 'confirmed'].includes(state),
    ),
  ],
  offers: [
    unique<Offer>('offers_one_open_per_citizen', 'offer.citizen-has-open-offer', ['citizenId'], ({ state }) =>
      ['sent', 'visiting'].includes(state),
    ),
  ],
  agreements: [
    unique<Agreement>(
      'agreements_one_per_offer',
      'agreement.already-exists',
      ['offerId'],
      ({ state }) => state !== 'ended',
    ),
    check<Agreement>(
      'agreements_dates',
      'agreement.dates-invalid',
      ({ startDate, paidFrom }) => paidFrom >= startDate,
    ),
  ],
  shifts: [
    check<Shift>('shifts_times', 'shift.times-invalid', ({ startsAt, endsAt }) => before(startsAt, endsAt)),
    {
      name: 'shifts_no_overlap',
      code: 'shift.overlap',
      broken: (row: Shift, others: Shift[]) =>
        takesTime(row) &&
        others.some(
          (other) =>
            takesTime(other) &&
            other.citizenId === row.citizenId &&
            before(other.startsAt, row.endsAt) &&
            before(row.startsAt, other.endsAt),
        ),
    },
  ],
  escalations: [
    unique<Escalation>(
      'escalations_one_open_per_shift',
      null,
      ['shiftId'],
      ({ state }) => state !== 'closed',
    ),
  ],
  escalationSteps: [unique<EscalationStep>('escalation_steps_place', null, ['escalationId', 'round', 'seq'])],
  ladders: [unique<Ladder>('ladders_name', null, ['name'])],
  ladderVersions: [unique<LadderVersion>('ladder_versions_once', null, ['name', 'version'])],
  ownTexts: [unique<OwnText>('own_texts_once', null, ['name', 'language', 'channel', 'version'])],
  teams: [
    {
      name: 'teams_name',
      code: 'team.name-taken',
      broken: ({ name }: Team, others: Team[]) =>
        others.some((other) => other.name.toLowerCase() === name.toLowerCase()),
    } satisfies Constraint<Team>,
  ],
  messages: [unique<Message>('messages_dedupe_key', null, ['dedupeKey'])],
  calendarFeeds: [
    unique<CalendarFeed>(
      'calendar_feeds_one_per_citizen',
      null,
      ['citizenId'],
      ({ revokedAt, citizenId }) => revokedAt === null && citizenId !== null,
    ),
    unique<CalendarFeed>(
      'calendar_feeds_one_per_company',
      null,
      ['companyId'],
      ({ revokedAt, companyId }) => revokedAt === null && companyId !== null,
    ),
  ],
  enteredFigures: [
    unique<EnteredFigure>('entered_figures_once', null, ['indicator', 'year']),
    check<EnteredFigure>('entered_figures_within_year', 'figures.wrong-year', ({ year, countedTo }) =>
      countedTo.startsWith(`${year}-`),
    ),
  ],
  dutyTurns: [
    check<DutyTurn>('duty_turns_times', 'duty.times-invalid', ({ from, to }) => before(from, to)),
    {
      name: 'duty_turns_no_overlap',
      code: 'duty.overlaps',
      broken: (row: DutyTurn, others: DutyTurn[]) =>
        row.removedAt === null &&
        others.some(
          (other) =>
            other.removedAt === null &&
            other.teamId === row.teamId &&
            before(other.from, row.to) &&
            before(row.from, other.to),
        ),
    },
  ],
  dutySwaps: [
    unique<DutySwap>('duty_swaps_one_open', null, ['turnId'], ({ state }) => state === 'asked'),
    check<DutySwap>(
      'duty_swaps_two_people',
      'duty.swap-same-person',
      ({ fromStaffId, toStaffId }) => fromStaffId !== toStaffId,
    ),
  ],
  leaves: [
    check<StaffLeave>('staff_leaves_order', 'leave.dates-invalid', ({ from, to }) => from <= to),
    {
      name: 'staff_leaves_no_overlap',
      code: 'leave.overlaps',
      broken: (row: StaffLeave, others: StaffLeave[]) =>
        row.takenBackAt === null &&
        others.some(
          (other) =>
            other.takenBackAt === null &&
            other.staffId === row.staffId &&
            other.from <= row.to &&
            row.from <= other.to,
        ),
    },
  ],
  importRows: [unique<ImportRow>('import_rows_line', null, ['importId', 'line'])],
  externalReferences: [unique<ExternalReference>('external_references_once', null, ['kind', 'reference'])],
  bulkProposalItems: [
    unique<BulkProposalItem>('bulk_proposal_items_place', null, ['bulkProposalId', 'place']),
  ],
  inbound: [unique<InboundSms>('inbound_sms_provider_id', null, ['providerId'])],
  smsStops: [unique<SmsStop>('sms_stops_one_per_number', null, ['phone'], ({ endedAt }) => endedAt === null)],
} satisfies Record<
  string,
  { name: string; code: ErrorCode | null; broken: (row: never, others: never[]) => boolean }[]
>;

/** At commit: a small job that is not a draft and not closed has a fixed contact. */
export function requireFixedContacts(
  smallJobs: Iterable<SmallJob>,
  contacts: Iterable<ContactAssignment>,
): void {
  const active = new Set(
    [...contacts].filter(({ endedAt }) => endedAt === null).map(({ smallJobId }) => smallJobId),
  );
  for (const { id, status } of smallJobs) {
    const needsOne = status === 'open' || status === 'paused' || status === 'filled';
    if (needsOne && !active.has(id)) throw new DomainError('small-job.no-fixed-contact');
  }
}
