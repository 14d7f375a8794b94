import { Temporal, type LocalDate } from '#domain';
import type {
  CaseToCount,
  CitizenMinutes,
  CompanyPlacements,
  ContactChange,
  CountedSpan,
  Figures,
  HoursToConfirm,
  InPaidHours,
  Period,
  PeriodAttendance,
  PeriodMinutes,
  WaitingCitizen,
  WaitingInAll,
} from '#use-cases';
import type { EntityManager } from 'typeorm';
import { COUNTED_MINUTES } from './counted-shifts.js';
import { IN_PAID_HOURS, waitingSql } from './who-counts.js';

/** Every query names the municipality first: the policy asks for it anyway, and the indexes begin with it. */
export class StoredFigures implements Figures {
  constructor(
    private readonly manager: EntityManager,
    private readonly municipalityId: string,
  ) {}

  minutes(period: Period, { from, to, until }: CountedSpan): Promise<PeriodMinutes[]> {
    return this.rows<PeriodMinutes>(
      `SELECT date_trunc('${period}', date)::date AS start,
         coalesce(sum(minutes) FILTER (WHERE paid), 0)::int AS "paidMinutes",
         coalesce(sum(minutes) FILTER (WHERE NOT paid), 0)::int AS "unpaidMinutes",
         count(DISTINCT citizen_id) FILTER (WHERE paid)::int AS "paidPeople",
         count(DISTINCT citizen_id) FILTER (WHERE NOT paid)::int AS "unpaidPeople"
       FROM (SELECT date, paid, citizen_id, ${COUNTED_MINUTES} AS minutes FROM shifts
         WHERE municipality_id = $1 AND date BETWEEN $2 AND $3 AND ends_at <= $4) AS counted
       WHERE minutes > 0 GROUP BY 1 ORDER BY 1`,
      [from, to, dateOf(until)],
    );
  }

  minutesByCitizen({ from, to, until }: CountedSpan): Promise<CitizenMinutes[]> {
    return this.rows<CitizenMinutes>(
      `SELECT citizen_id AS "citizenId",
         coalesce(sum(minutes) FILTER (WHERE paid AND ended), 0)::int AS "paidMinutes",
         coalesce(sum(minutes) FILTER (WHERE NOT paid AND ended), 0)::int AS "unpaidMinutes",
         coalesce(sum(minutes) FILTER (WHERE paid AND NOT ended), 0)::int AS "plannedPaidMinutes"
       FROM (SELECT citizen_id, paid, ends_at <= $4 AS ended, ${COUNTED_MINUTES} AS minutes FROM shifts
         WHERE municipality_id = $1 AND date BETWEEN $2 AND $3) AS counted
       WHERE minutes > 0 GROUP BY 1 ORDER BY 2 DESC, 1`,
      [from, to, dateOf(until)],
    );
  }

  attendance(period: Period, { from, to, until }: CountedSpan): Promise<PeriodAttendance[]> {
    return this.rows<PeriodAttendance>(
      `SELECT date_trunc('${period}', date)::date AS start,
         count(*) FILTER (WHERE state = 'present' OR (state IN ('planned', 'unconfirmed') AND confirmed_minutes > 0))::int
           AS "onTime",
         count(*) FILTER (WHERE state = 'late' OR (state IN ('missed', 'absent-reported') AND confirmed_minutes > 0))::int
           AS late,
         count(*) FILTER (WHERE state IN ('planned', 'unconfirmed') AND coalesce(confirmed_minutes, 0) = 0)::int AS unknown,
         count(*) FILTER (WHERE state = 'absent-reported' AND coalesce(confirmed_minutes, 0) = 0)::int AS told,
         count(*) FILTER (WHERE state = 'missed' AND coalesce(confirmed_minutes, 0) = 0)::int AS missed,
         count(DISTINCT citizen_id)::int AS people
       FROM shifts
       WHERE municipality_id = $1 AND date BETWEEN $2 AND $3 AND ends_at <= $4 AND state <> 'cancelled'
       GROUP BY 1 ORDER BY 1`,
      [from, to, dateOf(until)],
    );
  }

  hoursToConfirm({ from, to, until }: CountedSpan): Promise<HoursToConfirm[]> {
    return this.rows<HoursToConfirm>(
      `SELECT to_char(date, 'YYYY-MM') AS month, company_id AS "companyId", count(*)::int AS shifts,
         count(DISTINCT citizen_id)::int AS people, min(date) AS since,
         coalesce(sum(minutes) FILTER (WHERE paid), 0)::int AS "paidMinutes",
         coalesce(sum(minutes) FILTER (WHERE NOT paid), 0)::int AS "unpaidMinutes"
       FROM (SELECT date, company_id, citizen_id, paid, ${COUNTED_MINUTES} AS minutes FROM shifts
         WHERE municipality_id = $1 AND date BETWEEN $2 AND $3 AND ends_at <= $4 AND confirmed_at IS NULL
           AND state NOT IN ('missed', 'absent-reported', 'cancelled')) AS waiting
       GROUP BY 1, 2 ORDER BY 1, 2`,
      [from, to, dateOf(until)],
    );
  }

  async caseloads(): Promise<Map<string | null, number>> {
    const rows = await this.rows<{ brokerId: string | null; citizens: number }>(
      `SELECT broker_id AS "brokerId", count(*)::int AS citizens FROM citizens
       WHERE municipality_id = $1 GROUP BY broker_id`,
    );
    return new Map(rows.map(({ brokerId, citizens }) => [brokerId, citizens]));
  }

  async casesSince(opened: Temporal.Instant): Promise<CaseToCount[]> {
    type Row = Stored<CaseToCount, 'openedAt' | 'takenAt'>;
    const rows = await this.rows<Row>(
      `SELECT id, small_job_id AS "smallJobId", citizen_id AS "citizenId", opened_at AS "openedAt",
         state <> 'closed' AS "isOpen",
         (SELECT min(at) FROM escalation_entries AS entry
          WHERE entry.municipality_id = $1 AND entry.escalation_id = escalations.id AND what = 'acknowledged')
           AS "takenAt",
         (SELECT team_id FROM contact_assignments AS contact
          JOIN staff ON staff.municipality_id = $1 AND staff.id = contact.staff_id
          WHERE contact.municipality_id = $1 AND contact.small_job_id = escalations.small_job_id
            AND ended_at IS NULL) AS "teamId"
       FROM escalations
       WHERE municipality_id = $1 AND (opened_at >= $2 OR state <> 'closed')
       ORDER BY opened_at, id`,
      [dateOf(opened)],
    );
    return rows.map((row) => ({
      ...row,
      openedAt: instantOf(row.openedAt),
      takenAt: row.takenAt && instantOf(row.takenAt),
    }));
  }

  async contactChanges({
    from,
    to,
  }: {
    from: Temporal.Instant;
    to: Temporal.Instant;
  }): Promise<ContactChange[]> {
    const rows = await this.rows<{ at: Date } & Omit<ContactChange, 'at'>>(
      `SELECT md5(changed.id::text || agreement.id::text)::uuid AS id, changed.started_at AS at, agreement.citizen_id AS "citizenId",
         changed.small_job_id AS "smallJobId", changed.reason
       FROM contact_assignments AS changed
       JOIN agreements AS agreement
         ON agreement.municipality_id = $1 AND agreement.small_job_id = changed.small_job_id
         AND agreement.created_at < changed.started_at
         AND (agreement.ended_at IS NULL OR agreement.ended_at > changed.started_at)
       WHERE changed.municipality_id = $1 AND changed.started_at >= $2 AND changed.started_at < $3
         AND changed.reason <> 'first'
       UNION ALL
       SELECT id, at, citizen_id, NULL, reason FROM broker_handovers
       WHERE municipality_id = $1 AND at >= $2 AND at < $3 AND from_staff_id IS NOT NULL
       ORDER BY at DESC, "citizenId", "smallJobId"`,
      [dateOf(from), dateOf(to)],
    );
    return rows.map(({ at, ...row }) => ({ at: instantOf(at), ...row }));
  }

  async waiting({ limit, after, quietBefore }: Parameters<Figures['waiting']>[0]): Promise<WaitingCitizen[]> {
    type Row = Stored<WaitingCitizen, 'waitingSince' | 'quietSince'>;
    const rows = await this.rows<Row>(
      `${waitingSql}
       SELECT id AS "citizenId", waiting_since AS "waitingSince", quiet_since AS "quietSince", proposed FROM waiting
       WHERE ($2::timestamptz IS NULL OR NOT proposed OR quiet_since <= $2)
         AND ($3::timestamptz IS NULL OR (waiting_since, id) > ($3, $4::uuid))
       ORDER BY waiting_since, id LIMIT $5`,
      [
        quietBefore ? dateOf(quietBefore) : null,
        after ? dateOf(after.waitingSince) : null,
        after?.citizenId ?? null,
        limit,
      ],
    );
    return rows.map((row) => ({
      ...row,
      waitingSince: instantOf(row.waitingSince),
      quietSince: row.quietSince && instantOf(row.quietSince),
    }));
  }

  async waitingInAll(quietBefore: Temporal.Instant): Promise<WaitingInAll> {
    const [row] = await this.rows<Stored<WaitingInAll, 'longestSince' | 'medianSince'>>(
      `${waitingSql}
       SELECT count(*)::int AS citizens, count(*) FILTER (WHERE NOT proposed OR quiet_since <= $2)::int AS quiet,
         min(waiting_since) AS "longestSince",
         percentile_disc(0.5) WITHIN GROUP (ORDER BY waiting_since) AS "medianSince"
       FROM waiting`,
      [dateOf(quietBefore)],
    );
    const { longestSince, medianSince, ...counts } = row!;
    return {
      ...counts,
      longestSince: longestSince && instantOf(longestSince),
      medianSince: medianSince && instantOf(medianSince),
    };
  }

  placements(until: Temporal.Instant): Promise<CompanyPlacements[]> {
    return this.rows<CompanyPlacements>(
      `WITH begun AS (
         SELECT id, company_id, state FROM agreements
         WHERE municipality_id = $1 AND signed_at IS NOT NULL AND jsonb_array_length(unpaid) > 0
       ), sums AS (
         SELECT agreement_id, coalesce(sum(minutes) FILTER (WHERE paid), 0) AS paid_minutes,
           coalesce(sum(minutes) FILTER (WHERE NOT paid), 0) AS unpaid_minutes
         FROM (SELECT agreement_id, paid, ${COUNTED_MINUTES} AS minutes FROM shifts
           WHERE municipality_id = $1 AND ends_at <= $2 AND agreement_id IN (SELECT id FROM begun)) AS worked
         GROUP BY agreement_id
       )
       SELECT company_id AS "companyId", count(*)::int AS placements,
         count(*) FILTER (WHERE paid_minutes > 0)::int AS "becamePaid",
         count(*) FILTER (WHERE state = 'ended' AND coalesce(paid_minutes, 0) = 0)::int AS "endedUnpaid",
         coalesce(sum(unpaid_minutes), 0)::int AS "unpaidMinutes"
       FROM begun LEFT JOIN sums ON sums.agreement_id = begun.id
       GROUP BY company_id ORDER BY company_id`,
      [dateOf(until)],
    );
  }

  inPaidHours(day: LocalDate): Promise<InPaidHours[]> {
    return this.rows<InPaidHours>(
      `SELECT citizen_id AS "citizenId", bool_or(jsonb_array_length(unpaid) > 0) AS "isHybrid"
       FROM agreements WHERE municipality_id = $1 AND ${IN_PAID_HOURS}
       GROUP BY citizen_id ORDER BY citizen_id`,
      [day],
    );
  }

  async placementsBegun(from: LocalDate, to: LocalDate): Promise<number> {
    const [row] = await this.rows<{ people: number }>(
      `SELECT count(DISTINCT citizen_id)::int AS people FROM agreements
       WHERE municipality_id = $1 AND signed_at IS NOT NULL AND jsonb_array_length(unpaid) > 0
         AND start_date BETWEEN $2 AND $3`,
      [from, to],
    );
    return row!.people;
  }

  private rows<Row>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.manager.query<Row[]>(sql, [this.municipalityId, ...parameters]);
  }
}

/** The same row with dates where instants will be. */
type Stored<T, Instants extends keyof T> = {
  [Field in keyof T]: Field extends Instants ? Date | Exclude<T[Field], Temporal.Instant> : T[Field];
};

const dateOf = (instant: Temporal.Instant): Date => new Date(instant.epochMilliseconds);
const instantOf = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
