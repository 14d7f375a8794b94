import { takersOver, type Actor, type EventType, type Staff, type Team, type Temporal } from '#domain';
import { Transactor, type Happening, type UnitOfWork } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';
import { whatStaffHolds, type StaffHolds } from './what-staff-holds.js';

export interface StaffLine {
  staff: Staff;
  caseload: number;
  /** Small jobs, not closed, with this person as fixed contact. */
  smallJobs: number;
}

export interface StaffOverview {
  lines: StaffLine[];
  teams: Team[];
  caseload: { target: number; limit: number };
}

export interface StaffFile {
  /** When this was read. */
  at: Temporal.Instant;
  staff: Staff;
  holds: StaffHolds;
  colleagues: Staff[];
  teams: Team[];
  /** Who could take over, the best first, with how many citizens each follows. */
  takers: StaffLine[];
  /** Keys that act as the person and still work. */
  keys: number;
  /** Whether the municipality's sign-in has been here with this person. */
  isBound: boolean;
  happenings: (Happening & { by: string | null })[];
}

/** So many of the citizens are named to a leader; the others are a number. */
export const SHOWN_CITIZENS = 30;

const told: readonly EventType[] = ['StaffAdded', 'StaffChanged', 'StaffDisabled', 'StaffEnabled'];

/** What a leader sees of the staff. */
export class StaffDesk {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Everybody, also those who have left, by name. */
  async list(actor: Actor): Promise<StaffOverview> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => ({
      lines: await linesOf(unit, await unit.staff.list({}, { order: [{ by: 'name' }] })),
      teams: await unit.teams.list({}, { order: [{ by: 'name' }] }),
      caseload: (await unit.municipality()).settings.caseload,
    }));
  }

  /** @throws staff.not-found */
  async show(id: string, actor: Actor): Promise<StaffFile> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const at = await unit.now();
      const staff = found(await unit.staff.find(id), 'staff.not-found');
      const all = await unit.staff.list({}, { order: [{ by: 'name' }] });
      const lines = await linesOf(unit, all);
      const caseloadOf = (staffId: string): number =>
        lines.find((line) => line.staff.id === staffId)?.caseload ?? 0;
      const holds = await whatStaffHolds(unit, id);
      await logShown(
        unit,
        actor,
        holds.citizens.slice(0, SHOWN_CITIZENS).map((citizen) => citizen.id),
        'citizen.list',
      );
      const happenings = await unit.happenings({ subjectIds: [id], types: told, limit: 20 });
      return {
        at,
        staff,
        holds,
        colleagues: all.filter((one) => one.active && one.id !== id),
        teams: await unit.teams.list({}, { order: [{ by: 'name' }] }),
        takers: takersOver(staff, all, caseloadOf).map((taker) =>
          lines.find((line) => line.staff.id === taker.id)!,
        ),
        keys: await unit.apiKeys.count({ staffId: id, revokedAt: { isNull: true } }),
        isBound: (await unit.externalIdentities.count({ accountId: id, kind: 'staff' })) > 0,
        happenings: happenings.map((one) => ({
          ...one,
          by: all.find(({ id: staffId }) => staffId === one.byStaffId)?.name ?? null,
        })),
      };
    });
  }
}

async function linesOf(unit: UnitOfWork, staff: readonly Staff[]): Promise<StaffLine[]> {
  const contacts = await unit.contacts.list({ endedAt: { isNull: true } });
  const open = await unit.smallJobs.list({ status: { notIn: ['closed'] } });
  const openIds = new Set(open.map(({ id }) => id));
  const caseloads = await unit.figures.caseloads();
  return staff.map((one) => ({
    staff: one,
    caseload: caseloads.get(one.id) ?? 0,
    smallJobs: contacts.filter((row) => row.staffId === one.id && openIds.has(row.smallJobId)).length,
  }));
}
