import { createHash } from 'node:crypto';
import {
  countedMinutes,
  isBefore,
  latest,
  localDateOf,
  mondayOf,
  paidWeekOn,
  standingOf,
  type Agreement,
  type BrokerHandover,
  type Citizen,
  type ContactAssignment,
  type Entity,
  type Escalation,
  type EscalationEntry,
  type LocalDate,
  type Match,
  type Offer,
  type Shift,
  type SmallJob,
  type Staff,
  Temporal,
} from '#domain';
import {
  inPlay,
  type CaseToCount,
  type CitizenMinutes,
  type CompanyPlacements,
  type ContactChange,
  type CountedSpan,
  type Figures,
  type HoursToConfirm,
  type InPaidHours,
  type Period,
  type PeriodAttendance,
  type PeriodMinutes,
  type WaitingCitizen,
  type WaitingInAll,
} from '#use-cases';
import type { Tables } from './in-memory-database.js';

const startOf: Record<Period, (date: LocalDate) => LocalDate> = {
  week: mondayOf,
  month: (date) => `${date.slice(0, 7)}-01`,
  year: (date) => `${date.slice(0, 4)}-01-01`,
};

/** The figures by the rules of the domain, row by row. */
export class InMemoryFigures implements Figures {
  constructor(private readonly tables: Tables) {}

  async minutes(period: Period, span: CountedSpan): Promise<PeriodMinutes[]> {
    const counted = this.shiftsIn(span).filter((shift) => hasEnded(shift, span) && countedMinutes(shift) > 0);
    return grouped(counted, ({ date }) => startOf[period](date)).map(([start, shifts]) => {
      const [paid, unpaid] = [shifts.filter((shift) => shift.paid), shifts.filter((shift) => !shift.paid)];
      return {
        start,
        paidMinutes: sum(paid),
        unpaidMinutes: sum(unpaid),
        paidPeople: people(paid),
        unpaidPeople: people(unpaid),
      };
    });
  }

  async minutesByCitizen(span: CountedSpan): Promise<CitizenMinutes[]> {
    const counted = this.shiftsIn(span).filter((shift) => countedMinutes(shift) > 0);
    return grouped(counted, ({ citizenId }) => citizenId)
      .map(([citizenId, shifts]) => ({
        citizenId,
        paidMinutes: sum(shifts.filter((shift) => shift.paid && hasEnded(shift, span))),
        unpaidMinutes: sum(shifts.filter((shift) => !shift.paid && hasEnded(shift, span))),
        plannedPaidMinutes: sum(shifts.filter((shift) => shift.paid && !hasEnded(shift, span))),
      }))
      .sort((a, b) => b.paidMinutes - a.paidMinutes || (a.citizenId < b.citizenId ? -1 : 1));
  }

  async attendance(period: Period, span: CountedSpan): Promise<PeriodAttendance[]> {
    const over = this.shiftsIn(span).filter((shift) => hasEnded(shift, span) && shift.state !== 'cancelled');
    const isOpen = ({ state }: Shift) => state === 'planned' || state === 'unconfirmed';
    const wasMissed = ({ state }: Shift) => state === 'missed' || state === 'absent-reported';
    const wasThere = ({ confirmedMinutes }: Shift) => (confirmedMinutes ?? 0) > 0;
    return grouped(over, ({ date }) => startOf[period](date)).map(([start, shifts]) => {
      const count = (which: (shift: Shift) => boolean): number => shifts.filter(which).length;
      return {
        start,
        onTime: count((shift) => shift.state === 'present' || (isOpen(shift) && wasThere(shift))),
        late: count((shift) => shift.state === 'late' || (wasMissed(shift) && wasThere(shift))),
        unknown: count((shift) => isOpen(shift) && !wasThere(shift)),
        told: count((shift) => shift.state === 'absent-reported' && !wasThere(shift)),
        missed: count((shift) => shift.state === 'missed' && !wasThere(shift)),
        people: people(shifts),
      };
    });
  }

  async hoursToConfirm(span: CountedSpan): Promise<HoursToConfirm[]> {
    const waiting = this.shiftsIn(span).filter((shift) => standingOf(shift, span.until) === 'to-confirm');
    return grouped(waiting, ({ date, companyId }) => `${date.slice(0, 7)} ${companyId}`).map(
      ([key, shifts]) => {
        const [month, companyId] = key.split(' ') as [string, string];
        return {
          month,
          companyId,
          shifts: shifts.length,
          people: people(shifts),
          paidMinutes: sum(shifts.filter((shift) => shift.paid)),
          unpaidMinutes: sum(shifts.filter((shift) => !shift.paid)),
          since: shifts.map(({ date }) => date).sort()[0]!,
        };
      },
    );
  }

  async caseloads(): Promise<Map<string | null, number>> {
    const brokers = grouped(this.rows<Citizen>('citizens'), ({ brokerId }) => brokerId ?? '');
    return new Map(brokers.map(([id, citizens]) => [id === '' ? null : id, citizens.length]));
  }

  async casesSince(opened: Temporal.Instant): Promise<CaseToCount[]> {
    const contacts = this.rows<ContactAssignment>('contacts').filter(({ endedAt }) => endedAt === null);
    return this.rows<Escalation>('escalations')
      .filter(({ openedAt, state }) => !isBefore(openedAt, opened) || state !== 'closed')
      .map((one): CaseToCount => {
        const taken = this.rows<EscalationEntry>('escalationEntries').filter(
          ({ escalationId, what }) => escalationId === one.id && what === 'acknowledged',
        );
        const contact = contacts.find(({ smallJobId }) => smallJobId === one.smallJobId);
        const staff = this.rows<Staff>('staff').find(({ id }) => id === contact?.staffId);
        return {
          id: one.id,
          smallJobId: one.smallJobId,
          citizenId: one.citizenId,
          openedAt: one.openedAt,
          isOpen: one.state !== 'closed',
          takenAt: taken.map(({ at }) => at).sort((a, b) => Temporal.Instant.compare(a, b))[0] ?? null,
          teamId: staff?.teamId ?? null,
        };
      })
      .sort((a, b) => Temporal.Instant.compare(a.openedAt, b.openedAt) || (a.id < b.id ? -1 : 1));
  }

  async contactChanges(span: { from: Temporal.Instant; to: Temporal.Instant }): Promise<ContactChange[]> {
    const agreements = this.rows<Agreement>('agreements');
    const brokers = this.rows<BrokerHandover>('brokerHandovers')
      .filter(
        ({ at, fromStaffId }) => fromStaffId !== null && !isBefore(at, span.from) && isBefore(at, span.to),
      )
      .map(({ id, at, citizenId, reason }): ContactChange => ({
        id,
        at,
        citizenId,
        smallJobId: null,
        reason,
      }));
    return this.rows<ContactAssignment>('contacts')
      .filter(
        ({ reason, startedAt }) =>
          reason !== 'first' && !isBefore(startedAt, span.from) && isBefore(startedAt, span.to),
      )
      .flatMap(({ id, smallJobId, startedAt, reason }) =>
        agreements
          .filter(
            (one) =>
              one.smallJobId === smallJobId &&
              isBefore(one.createdAt, startedAt) &&
              (one.endedAt === null || isBefore(startedAt, one.endedAt)),
          )
          .map((one): ContactChange => ({
            id: uuidOf(id + one.id),
            at: startedAt,
            citizenId: one.citizenId,
            smallJobId,
            reason,
          })),
      )
      .concat(brokers)
      .sort((a, b) => Temporal.Instant.compare(b.at, a.at) || (a.citizenId < b.citizenId ? -1 : 1));
  }

  async waiting({ limit, after, quietBefore }: Parameters<Figures['waiting']>[0]): Promise<WaitingCitizen[]> {
    const all = this.allWaiting(quietBefore);
    const from = after ? all.findIndex(({ citizenId }) => citizenId === after.citizenId) + 1 : 0;
    return all.slice(from, from + limit);
  }

  async waitingInAll(quietBefore: Temporal.Instant): Promise<WaitingInAll> {
    const all = this.allWaiting();
    return {
      citizens: all.length,
      quiet: this.allWaiting(quietBefore).length,
      longestSince: all[0]?.waitingSince ?? null,
      medianSince: all[Math.ceil(all.length / 2) - 1]?.waitingSince ?? null,
    };
  }

  async placements(until: Temporal.Instant): Promise<CompanyPlacements[]> {
    const begun = this.rows<Agreement>('agreements').filter(
      ({ signedAt, unpaid }) => signedAt !== null && unpaid.length > 0,
    );
    return grouped(begun, ({ companyId }) => companyId).map(([companyId, agreements]) => {
      const worked = agreements.map((agreement) => {
        const own = this.rows<Shift>('shifts').filter(
          (shift) => shift.agreementId === agreement.id && !isBefore(until, shift.endsAt),
        );
        return {
          ended: agreement.state === 'ended',
          paid: sum(own.filter((shift) => shift.paid)),
          unpaid: sum(own.filter((shift) => !shift.paid)),
        };
      });
      return {
        companyId,
        placements: agreements.length,
        becamePaid: worked.filter(({ paid }) => paid > 0).length,
        endedUnpaid: worked.filter(({ paid, ended }) => ended && paid === 0).length,
        unpaidMinutes: worked.reduce((all, { unpaid }) => all + unpaid, 0),
      };
    });
  }

  async inPaidHours(day: LocalDate): Promise<InPaidHours[]> {
    const jobsOver = new Set(
      this.rows<SmallJob>('smallJobs').flatMap(({ id, endDate }) =>
        endDate !== null && endDate < day ? [id] : [],
      ),
    );
    const running = this.rows<Agreement>('agreements').filter(
      (agreement) =>
        agreement.signedAt !== null &&
        localDateOf(agreement.signedAt) <= day &&
        (agreement.endedAt === null || localDateOf(agreement.endedAt) > day) &&
        paidWeekOn(agreement, day).length > 0 &&
        !jobsOver.has(agreement.smallJobId),
    );
    return grouped(running, ({ citizenId }) => citizenId).map(([citizenId, agreements]) => ({
      citizenId,
      isHybrid: agreements.some(({ unpaid }) => unpaid.length > 0),
    }));
  }

  async placementsBegun(from: LocalDate, to: LocalDate): Promise<number> {
    return people(
      this.rows<Agreement>('agreements').filter(
        ({ signedAt, unpaid, startDate }) =>
          signedAt !== null && unpaid.length > 0 && startDate >= from && startDate <= to,
      ),
    );
  }

  private allWaiting(quietBefore?: Temporal.Instant): WaitingCitizen[] {
    const agreements = this.rows<Agreement>('agreements');
    const matches = this.rows<Match>('matches');
    const busy = inPlay({ matches, offers: this.rows<Offer>('offers'), agreements });
    return this.rows<Citizen>('citizens')
      .filter(({ id, saidYes }) => saidYes && !busy.has(id))
      .map(({ id, waitingSince }): WaitingCitizen => {
        const proposed = matches.flatMap((one) => (one.citizenId === id ? (one.proposedAt ?? []) : []));
        const ended = agreements.flatMap((one) => (one.citizenId === id ? (one.endedAt ?? []) : []));
        const heard = [...proposed, ...ended];
        return {
          citizenId: id,
          waitingSince,
          quietSince: heard.length === 0 ? null : heard.reduce((last, at) => latest(last, at)),
          proposed: proposed.length > 0,
        };
      })
      .filter(({ proposed, quietSince }) => !quietBefore || !proposed || !isBefore(quietBefore, quietSince!))
      .sort(
        (a, b) =>
          Temporal.Instant.compare(a.waitingSince, b.waitingSince) || (a.citizenId < b.citizenId ? -1 : 1),
      );
  }

  private shiftsIn({ from, to }: CountedSpan): Shift[] {
    return this.rows<Shift>('shifts').filter(({ date }) => date >= from && date <= to);
  }

  private rows<T extends Entity>(name: keyof Tables): T[] {
    return [...this.tables[name].values()] as T[];
  }
}

/** As `md5(…)::uuid` in PostgreSQL. */
const uuidOf = (text: string): string =>
  createHash('md5')
    .update(text)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
const hasEnded = (shift: Shift, { until }: CountedSpan): boolean => !isBefore(until, shift.endsAt);
const sum = (shifts: readonly Shift[]): number =>
  shifts.reduce((all, shift) => all + countedMinutes(shift), 0);
const people = (rows: readonly { citizenId: string }[]): number =>
  new Set(rows.map(({ citizenId }) => citizenId)).size;

/** In the order of what it is grouped by. */
function grouped<T>(rows: readonly T[], by: (row: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
