import { addDays, instantOf, localDateOf, type ContactCover, type Staff, type Temporal } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** *I dag*, for some people or for everybody. */
export interface TodayRow {
  /** Visits and first days that are to be today. */
  meetings: number;
  /** Shifts that run now, with whoever is expected there. */
  shiftsNow: number;
  /** Who answers for whom today, the last day with it. */
  covers: { by: Staff; of: Staff | null; to: string; smallJobs: number }[];
}

const expected = ['planned', 'present', 'late', 'unconfirmed'] as const;

/** `staffIds`: null for the whole municipality. */
export async function readToday(
  unit: UnitOfWork,
  staffIds: ReadonlySet<string> | null,
  staff: ReadonlyMap<string, Staff>,
  now: Temporal.Instant,
): Promise<TodayRow> {
  const today = localDateOf(now);
  const whose = staffIds && { staffId: { in: [...staffIds] } };
  const meetings = await unit.tasks.count({
    ...whose,
    kind: { in: ['visit-workplace', 'first-day', 'follow-up'] },
    dueAt: { from: instantOf(today, '00:00'), before: instantOf(addDays(today, 1), '00:00') },
    doneAt: { isNull: true },
  });
  const covers = await unit.covers.list({ from: { to: today }, to: { from: today } });
  const covered =
    covers.length === 0
      ? []
      : await unit.contacts.list({
          smallJobId: { in: covers.map(({ smallJobId }) => smallJobId) },
          endedAt: { isNull: true },
        });
  const running = { state: { in: expected }, startsAt: { to: now }, endsAt: { after: now } } as const;
  let shiftsNow: number;
  if (whose === null) shiftsNow = await unit.shifts.count(running);
  else {
    const jobs = await unit.contacts.list({ ...whose, endedAt: { isNull: true } });
    const ids = new Set([
      ...jobs.map(({ smallJobId }) => smallJobId),
      ...covers.filter((cover) => staffIds!.has(cover.byStaffId)).map(({ smallJobId }) => smallJobId),
    ]);
    shiftsNow = ids.size === 0 ? 0 : await unit.shifts.count({ ...running, smallJobId: { in: [...ids] } });
  }
  return { meetings, shiftsNow, covers: perPair(covers) };

  function perPair(all: readonly ContactCover[]): TodayRow['covers'] {
    const pairs = new Map<string, TodayRow['covers'][number]>();
    for (const { smallJobId, byStaffId, to } of all) {
      const by = staff.get(byStaffId);
      const ofId = covered.find((row) => row.smallJobId === smallJobId)?.staffId;
      const concerns = staffIds === null || staffIds.has(byStaffId) || (ofId && staffIds.has(ofId));
      if (!by || !concerns) continue;
      const key = `${byStaffId} ${ofId} ${to}`;
      const before = pairs.get(key);
      if (before) before.smallJobs++;
      else pairs.set(key, { by, of: ofId ? (staff.get(ofId) ?? null) : null, to, smallJobs: 1 });
    }
    return [...pairs.values()];
  }
}
