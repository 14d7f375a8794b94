import { localDateOf, type Actor, type Citizen, type Shift, type Temporal } from '#domain';
import { Transactor, type InboundSms, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { smallJobsIn } from '../shift/small-jobs-of-staff.js';

/** An SMS that came in, and whose it is. */
export interface InboundMessage {
  sms: InboundSms;
  from: { who: 'citizen' | 'company' | 'staff'; id: string; name: string } | null;
  /** Null: kept from whom it does not concern, or no longer kept. */
  text: string | null;
  /** Whether whoever asks is the one it concerns. */
  concernsMe: boolean;
}

export interface InboundListRecord extends Page<InboundMessage> {
  now: Temporal.Instant;
}

/** The texts are kept for 30 days (practice); older rows only say that something came. */
const DAYS = 30;

/**
 * SMS of the last 30 days, newest first. Their words are for those they concern: the citizen's broker, the contact of
 * the small job, whoever stands in for them, and leaders.
 */
export class InboundList {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws not-allowed for others than staff */
  async show(page: PageRequest, actor: Actor): Promise<InboundListRecord> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      const since = now.subtract({ hours: 24 * DAYS });
      const { items, next } = await sortedPageOf(unit.inbound, { at: { from: since } }, page, {
        by: 'at',
        direction: 'desc',
      });
      const known = await whoWrote(unit, items);
      const concerns = await concernOf(unit, actor);
      const rows = items.map((sms) => rowOf(sms, known, concerns));
      const shown = rows.flatMap(({ from }) => (from?.who === 'citizen' ? [from.id] : []));
      await logShown(unit, actor, shown, 'message.list');
      return { items: rows, next, now };
    });
  }
}

interface Known {
  citizens: Map<string, Citizen>;
  staff: Map<string, { id: string; name: string }>;
  shifts: Map<string, Shift>;
  companies: Map<string, { id: string; name: string }>;
}

/** By number; a workplace that answers from another number is known by what it answers about. */
async function whoWrote(unit: UnitOfWork, all: readonly InboundSms[]): Promise<Known> {
  const phones = { in: [...new Set(all.map(({ from }) => from))] };
  const citizens = await unit.citizens.list({ phone: phones });
  const staff = await unit.staff.list({ phone: phones });
  const subjects = [...new Set(all.flatMap(({ subjectId }) => subjectId ?? []))];
  const shifts = subjects.length === 0 ? [] : await unit.shifts.list({ id: { in: subjects } });
  const companies = await unit.companies.list({
    id: { in: [...new Set(shifts.map((one) => one.companyId))] },
  });
  return {
    citizens: new Map(citizens.map((citizen) => [citizen.phone!, citizen])),
    staff: new Map(staff.map((one) => [one.phone!, one])),
    shifts: new Map(shifts.map((shift) => [shift.id, shift])),
    companies: new Map(companies.map((company) => [company.id, company])),
  };
}

interface Concern {
  isLeader: boolean;
  staffIds: ReadonlySet<string>;
  smallJobIds: ReadonlySet<string>;
}

/** Oneself, and those one is deputy for. */
async function concernOf(unit: UnitOfWork, actor: Actor & { staffId: string }): Promise<Concern> {
  const today = localDateOf(await unit.now());
  const standsInFor = await unit.staff.list({ deputyId: actor.staffId, active: true });
  const jobs = await smallJobsIn(unit, 'mine', actor, { from: today, to: today });
  return {
    isLeader: actor.role === 'leader',
    staffIds: new Set([actor.staffId, ...standsInFor.map(({ id }) => id)]),
    smallJobIds: new Set(jobs ?? []),
  };
}

function rowOf(sms: InboundSms, known: Known, concern: Concern): InboundMessage {
  const citizen = known.citizens.get(sms.from);
  const shift = known.shifts.get(sms.subjectId ?? '');
  const company = citizen ? undefined : known.companies.get(shift?.companyId ?? '');
  const colleague = known.staff.get(sms.from);
  const concernsMe =
    (typeof citizen?.brokerId === 'string' && concern.staffIds.has(citizen.brokerId)) ||
    (shift !== undefined && concern.smallJobIds.has(shift.smallJobId)) ||
    (colleague !== undefined && concern.staffIds.has(colleague.id));
  const from = citizen
    ? ({ who: 'citizen', id: citizen.id, name: citizen.name } as const)
    : company
      ? ({ who: 'company', id: company.id, name: company.name } as const)
      : colleague
        ? ({ who: 'staff', id: colleague.id, name: colleague.name } as const)
        : null;
  return { sms, from, concernsMe, text: concernsMe || concern.isLeader ? sms.text : null };
}
