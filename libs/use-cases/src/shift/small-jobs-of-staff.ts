import type { Actor, LocalDate } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** Whose shifts: those one answers for, those of one's team, or all. */
export const shiftScopes = ['mine', 'team', 'municipality'] as const;
export type ShiftScope = (typeof shiftScopes)[number];

/** The small jobs that somebody, or somebody's team, is contact for, or covers on these days. Null: all of them. */
export async function smallJobsIn(
  unit: UnitOfWork,
  scope: ShiftScope,
  { staffId }: Actor & { staffId: string },
  days: { from: LocalDate; to: LocalDate },
): Promise<string[] | null> {
  if (scope === 'municipality') return null;
  const people = scope === 'mine' ? [staffId] : await teamOf(unit, staffId);
  const fixed = await unit.contacts.list({ staffId: { in: people }, endedAt: { isNull: true } });
  const covers = await unit.covers.list({
    byStaffId: { in: people },
    from: { to: days.to },
    to: { from: days.from },
  });
  return [...new Set([...fixed, ...covers].map(({ smallJobId }) => smallJobId))];
}

/** Oneself and those of the same team; somebody without a team is a team of one. */
async function teamOf(unit: UnitOfWork, staffId: string): Promise<string[]> {
  const teamId = (await unit.staff.find(staffId))?.teamId ?? null;
  if (teamId === null) return [staffId];
  return (await unit.staff.list({ teamId, active: true })).map(({ id }) => id);
}
