import { addDays, instantOf, type DutyChange, type DutySwap, type DutyTurn, type LocalTime } from '#domain';
import type { UnitOfWork } from '#use-cases';
import { hoursAgo, mondayIn, type DemoDay } from './demo-day.js';
import { demoId } from './demo-ids.js';
import { staffIdOf } from './staff.js';
import { municipalityId } from './town.js';

/** Some begin work before their contact's phone opens: somebody of the team has the early hours. */
interface Rota {
  team: number;
  from: LocalTime;
  to: LocalTime;
  /** Monday to Friday. */
  days: readonly string[];
  /** Weeks from this one. */
  weeks: readonly number[];
}

const east: Rota = {
  team: 2,
  from: '07:00',
  to: '10:30',
  days: ['Nabil', 'Thomas', 'Nabil', 'Pia', 'Thomas'],
  weeks: [0, 1, 2, 3],
};
/** Begins with the next week, so that whoever looks around today is the one who is asked. */
const west: Rota = {
  team: 1,
  from: '05:45',
  to: '08:30',
  days: ['Mette', 'Lars', 'Sofie', 'Mette', 'Lars'],
  weeks: [1, 2, 3],
};
/** Thursday of the next week is still nobody's. */
const OPEN = { week: 1, day: 3 };

/** The early hours of this week and the next three, a day that is still open, and a swap that Mette is asked about. */
export function dutyListOf(day: DemoDay): { turns: DutyTurn[]; changes: DutyChange[]; swaps: DutySwap[] } {
  const turns = [east, west].flatMap((rota) => turnsOf(rota, day));
  return { turns, changes: turns.map((turn) => added(turn, day)), swaps: [swapIn(turns, day)] };
}

export async function insertDutyList(unit: UnitOfWork, day: DemoDay): Promise<void> {
  const { turns, changes, swaps } = dutyListOf(day);
  await unit.dutyTurns.insertMany(turns);
  await unit.dutyChanges.insertMany(changes);
  await unit.dutySwaps.insertMany(swaps);
}

function turnsOf({ team, from, to, days, weeks }: Rota, day: DemoDay): DutyTurn[] {
  return weeks.flatMap((week) =>
    days.flatMap((first, weekday) => {
      if (week === OPEN.week && weekday === OPEN.day) return [];
      const date = addDays(mondayIn(day, week), weekday);
      return [
        {
          id: turnId(team, week, weekday),
          municipalityId: municipalityId('vejle'),
          teamId: demoId('vejle team', team),
          staffId: staffIdOf('vejle', first),
          from: instantOf(date, from),
          to: instantOf(date, to),
          removedAt: null,
        },
      ];
    }),
  );
}

const turnId = (team: number, week: number, weekday: number): string =>
  demoId('vejle duty turn', team * 100 + week * 10 + weekday);

/** Each team's leader wrote the list nine days ago. */
function added({ id: turnId, staffId, from, to, teamId }: DutyTurn, day: DemoDay): DutyChange {
  const leader = teamId === demoId('vejle team', 1) ? 'Birgitte' : 'Anders';
  return {
    id: demoId(`vejle duty change of ${turnId}`, 1),
    municipalityId: municipalityId('vejle'),
    turnId,
    what: 'added',
    staffId,
    beforeStaffId: null,
    from,
    to,
    byStaffId: staffIdOf('vejle', leader),
    at: hoursAgo(day, 9 * 24),
  };
}

/** Lars asks Mette to take his Tuesday in a fortnight; he would take her Monday. */
function swapIn(turns: readonly DutyTurn[], day: DemoDay): DutySwap {
  const asked = turns.find(({ id }) => id === turnId(1, 2, 1));
  const back = turns.find(({ id }) => id === turnId(1, 2, 0));
  if (!asked || !back) throw new Error('Nobody swaps on the duty list of the demo');
  return {
    id: demoId('vejle duty swap', 1),
    municipalityId: municipalityId('vejle'),
    turnId: asked.id,
    fromStaffId: asked.staffId,
    toStaffId: back.staffId,
    returnTurnId: back.id,
    state: 'asked',
    askedAt: hoursAgo(day, 20),
    answeredAt: null,
  };
}
