import { earliest, instantOf, localDateOf, Temporal, type Staff } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** People work there, or soon will, and nobody can be called: the fixed contact has left or has no number. */
export interface JobWithoutDuty {
  smallJobId: string;
  /** When somebody next needs a person to call. */
  from: Temporal.Instant;
}

export async function jobsWithoutDuty(
  unit: UnitOfWork,
  staff: ReadonlyMap<string, Staff>,
  now: Temporal.Instant,
): Promise<JobWithoutDuty[]> {
  const silent = [...staff.values()].filter(({ active, phone }) => !active || phone === null);
  if (silent.length === 0) return [];
  const left = await unit.contacts.list({
    staffId: { in: silent.map(({ id }) => id) },
    endedAt: { isNull: true },
  });
  if (left.length === 0) return [];
  const today = localDateOf(now);
  const about = left.map(({ smallJobId }) => smallJobId);
  const covers = await unit.covers.list({
    smallJobId: { in: about },
    from: { to: today },
    to: { from: today },
  });
  const covered = new Set(
    covers.filter(({ byStaffId }) => staff.get(byStaffId)?.active).map(({ smallJobId }) => smallJobId),
  );
  const jobs = await unit.smallJobs.list({
    id: { in: about.filter((id) => !covered.has(id)) },
    status: { in: ['open', 'filled', 'paused'] },
    withoutDuty: false,
  });
  if (jobs.length === 0) return [];
  const shifts = await unit.shifts.list({
    smallJobId: { in: jobs.map(({ id }) => id) },
    state: 'planned',
    startsAt: { from: now, to: now.add({ hours: 14 * 24 }) },
  });
  return jobs.map(({ id, startDate }) => {
    const next = shifts.filter(({ smallJobId }) => smallJobId === id).map(({ startsAt }) => startsAt);
    const begins = instantOf(startDate, '08:00');
    return { smallJobId: id, from: next.length > 0 ? next.reduce(earliest) : begins };
  });
}
