import { minutesOfDay, type LocalTime } from '#domain';
import type { DeskShift } from '#use-cases';

/** Everybody who works at one small job in the same hours: one block of the calendar. */
export interface WeekBlock {
  start: LocalTime;
  end: LocalTime;
  shifts: DeskShift[];
}

/** Where a block stands beside the others of its day, in half hours from midnight; `to` is the first one after it. */
export interface PlacedBlock extends WeekBlock {
  from: number;
  to: number;
}

/** The hours of a week that somebody works in, as the calendar shows them. */
export interface HoursSeen {
  /** Half hours from midnight, both on a whole hour. */
  from: number;
  to: number;
}

const MIDNIGHT = 48;
/** Short shifts are drawn so long that their names can be read. */
const LEAST_HALF_HOURS = 4;
/** A week without shifts early or late is not drawn longer for it. */
const USUAL: HoursSeen = { from: 14, to: 32 };

export function blocksOf(shifts: readonly DeskShift[]): PlacedBlock[] {
  const blocks = new Map<string, WeekBlock>();
  for (const one of shifts) {
    const { smallJobId, start, end } = one.shift;
    const key = `${smallJobId} ${start} ${end}`;
    const known = blocks.get(key);
    if (known) known.shifts.push(one);
    else blocks.set(key, { start, end, shifts: [one] });
  }
  return [...blocks.values()].map(placed).sort((a, b) => a.from - b.from || b.to - a.to);
}

/** A night shift is drawn to the end of the day on which it begins. */
function placed(block: WeekBlock): PlacedBlock {
  const start = minutesOfDay(block.start);
  const end = minutesOfDay(block.end);
  const from = Math.min(Math.floor(start / 30), MIDNIGHT - LEAST_HALF_HOURS);
  const to = end > start ? Math.ceil(end / 30) : MIDNIGHT;
  return { ...block, from, to: Math.max(to, from + LEAST_HALF_HOURS) };
}

/** From the first hour that somebody begins in to the last one that somebody is there, and at least a usual day. */
export function hoursSeen(blocks: readonly PlacedBlock[]): HoursSeen {
  const from = Math.min(USUAL.from, ...blocks.map((block) => block.from));
  const to = Math.max(USUAL.to, ...blocks.map((block) => block.to));
  return { from: from - (from % 2), to: to + (to % 2) };
}
