import {
  addDays,
  isLeaveOn,
  localDateOf,
  type Actor,
  type DutyChange,
  type DutySwap,
  type DutyTurn,
  type Shift,
  type Staff,
  type StaffLeave,
  type Team,
  type Temporal,
} from '#domain';
import { Transactor } from '../ports/index.js';
import { shiftsWithoutDuty } from '../shift/shifts-without-duty.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export interface DutyLine {
  turn: DutyTurn;
  staff: Staff;
  team: Team | null;
  /** Has the turn and is not here on one of its days: then it is nobody's. */
  isAway: boolean;
  swap: DutySwap | null;
}

export interface DutyDeskView {
  now: Temporal.Instant;
  lines: DutyLine[];
  /** Planned shifts for which nobody is on duty, and how many each small job has. */
  gaps: { shift: Shift; title: string }[];
  swaps: DutySwap[];
  leaves: StaffLeave[];
  changes: DutyChange[];
  staff: Staff[];
  teams: Team[];
}

/** So far ahead the list is shown and looked over. */
const WEEKS_AHEAD = 8;
const GAP_DAYS = 14;
const CHANGES = 20;

/** The duty list as it stands: who, gaps, swaps that are asked, who is away, and the latest changes. */
export class DutyDesk {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async show(actor: Actor): Promise<DutyDeskView> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const now = await unit.now();
      const today = localDateOf(now);
      const turns = await unit.dutyTurns.list(
        {
          removedAt: { isNull: true },
          to: { after: now },
          from: { before: now.add({ hours: WEEKS_AHEAD * 168 }) },
        },
        { order: [{ by: 'from' }, { by: 'id' }] },
      );
      const everybody = await unit.staff.list({}, { order: [{ by: 'name' }] });
      const teams = await unit.teams.list({}, { order: [{ by: 'name' }] });
      const leaves = await unit.leaves.list(
        { takenBackAt: { isNull: true }, to: { from: today } },
        { order: [{ by: 'from' }] },
      );
      const swaps = await unit.dutySwaps.list({ state: 'asked' }, { order: [{ by: 'askedAt' }] });
      const open = await shiftsWithoutDuty(unit, today, addDays(today, GAP_DAYS));
      const jobs = await unit.smallJobs.list({ id: { in: open.map(({ smallJobId }) => smallJobId) } });
      const changes = await unit.dutyChanges.list(
        {},
        { order: [{ by: 'at', direction: 'desc' }], limit: CHANGES },
      );
      return {
        now,
        lines: turns.flatMap((turn) => {
          const staff = everybody.find(({ id }) => id === turn.staffId);
          if (!staff) return [];
          return [
            {
              turn,
              staff,
              team: teams.find(({ id }) => id === turn.teamId) ?? null,
              isAway:
                !staff.active || leaves.some((leave) => leave.staffId === staff.id && touches(leave, turn)),
              swap: swaps.find(({ turnId }) => turnId === turn.id) ?? null,
            },
          ];
        }),
        gaps: open.map((shift) => ({
          shift,
          title: jobs.find(({ id }) => id === shift.smallJobId)?.title ?? '',
        })),
        swaps,
        leaves,
        changes,
        staff: everybody,
        teams,
      };
    });
  }
}

function touches(leave: StaffLeave, { from, to }: DutyTurn): boolean {
  for (let day = localDateOf(from); day <= localDateOf(to); day = addDays(day, 1))
    if (isLeaveOn(leave, day)) return true;
  return false;
}
