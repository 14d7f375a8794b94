import type { UnitOfWork } from '../ports/index.js';
import type { TimelineEntry } from './timeline-entry.js';
import type { Told } from './told.js';

/** Puts names to ids: one query each for staff, citizens and small jobs. */
export async function withNames(unit: UnitOfWork, told: readonly Told[]): Promise<TimelineEntry[]> {
  const staff = await unit.staff.list({ id: { in: unique(told.flatMap(staffIdsOf)) } });
  const citizens = await unit.citizens.list({ id: { in: unique(told.map(({ citizenId }) => citizenId)) } });
  const jobs = await unit.smallJobs.list({ id: { in: unique(told.map(({ smallJobId }) => smallJobId)) } });
  const staffName = named(staff);
  const citizenName = named(citizens);
  const titleOf = named(jobs.map(({ id, title }) => ({ id, name: title })));
  return told.map(({ at, what, by, citizenId, smallJobId, details = {}, subject }): TimelineEntry => {
    const { toStaffId, fromStaffId, ...rest } = details;
    const name = citizenName(citizenId);
    const all = {
      ...rest,
      to: rest.to ?? staffName(toStaffId),
      from: rest.from ?? staffName(fromStaffId),
      title: titleOf(smallJobId),
    };
    return {
      at,
      what,
      who: whoOf(by, name),
      citizen: citizenId && name ? { id: citizenId, name } : null,
      details: textsOf(all),
      subject: subject ?? null,
    };
  });

  function whoOf(by: Told['by'], citizen: string | null): string | null {
    if (by === undefined) return null;
    if (by === 'citizen') return citizen;
    return 'name' in by ? by.name : staffName(by.staffId);
  }
}

const staffIdsOf = ({ by, details }: Told): unknown[] => [
  by && typeof by === 'object' && 'staffId' in by ? by.staffId : null,
  details?.toStaffId,
  details?.fromStaffId,
];

const unique = (ids: readonly unknown[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === 'string')),
];

function named(rows: readonly { id: string; name: string }[]): (id: unknown) => string | null {
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (typeof id === 'string' ? (names.get(id) ?? null) : null);
}

const textsOf = (details: NonNullable<Told['details']>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(details).flatMap(([name, value]) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  );
