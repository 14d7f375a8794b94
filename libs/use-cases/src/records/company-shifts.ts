import {
  addDays,
  firstName,
  isAskedOfWorkplace,
  localDateOf,
  weekdayOf,
  type Actor,
  type Citizen,
  type LocalDate,
  type Shift,
  type Staff,
  type Temporal,
  type AccessPurpose,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { contactsOf } from '../contact/contacts-of.js';
import { found, refuseOtherCompany } from '../wiring/permissions.js';
import { followUps, type ShiftFollowUp } from './follow-ups.js';
import { logShown } from './log-shown.js';

/** A shift as the people at the workplace speak of it. */
export interface CompanyShift {
  shift: Shift;
  /** First name; with an initial when two on the list share it. */
  person: string;
  title: string;
  followUp: ShiftFollowUp | null;
  /** Whether the workplace is to say now if the person has come. */
  isAskedOfWorkplace: boolean;
  /** Whom to call today about this shift. */
  contact: Staff | null;
  /** Of *Godt gået*: when the citizen hears it; null: nothing was said, or a person tells it. */
  heardAt: Shift['wellDoneAt'];
}

export interface CompanyDays {
  from: LocalDate;
  to: LocalDate;
}

/** The shifts of a company on some days: its list of the week. */
export class CompanyShifts {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Of the days that are named; otherwise of the week that is now, Monday to Sunday. */
  async between(
    companyId: string,
    days: CompanyDays | undefined,
    actor: Actor,
  ): Promise<CompanyDays & { shifts: CompanyShift[]; now: Temporal.Instant }> {
    refuseOtherCompany(actor, companyId, 'company.not-found');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      const { from, to } = days ?? weekOf(localDateOf(now));
      const shifts = await unit.shifts.list(
        { companyId, date: { from, to } },
        { order: [{ by: 'startsAt' }, { by: 'id' }] },
      );
      return { from, to, shifts: await companyShifts(unit, shifts, actor, 'company.week'), now };
    });
  }
}

function weekOf(date: LocalDate): CompanyDays {
  const monday = addDays(date, 1 - weekdayOf(date));
  return { from: monday, to: addDays(monday, 6) };
}

/** As above, for shifts that were read. A shift that gave way to new hours was never one to anybody. */
export async function companyShifts(
  unit: UnitOfWork,
  all: readonly Shift[],
  actor: Actor,
  purpose: AccessPurpose,
): Promise<CompanyShift[]> {
  const shifts = all.filter(({ cancelReason }) => cancelReason !== 'replanned');
  if (shifts.length === 0) return [];
  const citizenIds = [...new Set(shifts.map(({ citizenId }) => citizenId))];
  await logShown(unit, actor, citizenIds, purpose);
  const names = shortNames(await unit.citizens.list({ id: { in: citizenIds } }));
  const jobs = await unit.smallJobs.list({
    id: { in: [...new Set(shifts.map((shift) => shift.smallJobId))] },
  });
  const now = await unit.now();
  const told = await followUps(unit, shifts);
  const contacts = await contactsOf(
    unit,
    jobs.map(({ id }) => id),
  );
  const ids = shifts.filter(({ wellDoneAt }) => wellDoneAt !== null).map(({ id }) => id);
  const praise =
    ids.length === 0 ? [] : await unit.messages.list({ template: 'well-done', subjectId: { in: ids } });
  return shifts.map((shift) => ({
    shift,
    person: names.get(shift.citizenId) ?? '',
    title: found(
      jobs.find(({ id }) => id === shift.smallJobId),
      'small-job.not-found',
    ).title,
    followUp: told.get(shift.id) ?? null,
    isAskedOfWorkplace: isAskedOfWorkplace(shift, told.has(shift.id), now),
    contact: contacts(shift.smallJobId).answersToday,
    heardAt: praise.find(({ subjectId }) => subjectId === shift.id)?.notBefore ?? null,
  }));
}

/** "Jonas"; "Jonas H." and "Jonas P." when there are two. */
function shortNames(citizens: readonly Citizen[]): Map<string, string> {
  const firsts = citizens.map(firstName);
  return new Map(
    citizens.map((citizen, at) => {
      const first = firsts[at]!;
      const isShared = firsts.filter((name) => name === first).length > 1;
      const initial = citizen.name.trim().split(/\s+/).at(-1)?.charAt(0) ?? '';
      return [citizen.id, isShared ? `${first} ${initial}.` : first];
    }),
  );
}
