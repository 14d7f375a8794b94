import { localDateOf, type Actor, type LocalDate } from '#domain';
import type { AccessSeen, UnitOfWork } from '../ports/index.js';

/** In whose name somebody looked. `system` is the machinery, `citizen` the person her- or himself. */
export type SeenByRole = 'consultant' | 'leader' | 'company' | 'citizen' | 'system';

/** Somebody saw something on a day, for one purpose, once or several times. */
export interface Seen {
  day: LocalDate;
  who: string;
  /** What the key is called that acted in that name; null when the person did. */
  apiKey: string | null;
  role: SeenByRole;
  /** As it is written in the log: `citizen.show`. The pages say it in plain words. */
  purpose: string;
  times: number;
}

/** Lines read at once; a page of the list is made of these. */
const LINES = 400;

/** Who was shown this citizen, by person, day and purpose, newest first. */
export async function whoHasSeen(
  unit: UnitOfWork,
  actor: Actor & { citizenId: string },
): Promise<{ seen: Seen[]; complete: boolean }> {
  const lines = await unit.accessTo(actor.citizenId, LINES);
  const staff = await unit.staff.list({ id: { in: unique(lines.map(({ staffId }) => staffId)) } });
  const companies = await unit.companies.list({
    id: { in: unique(lines.map(({ companyId }) => companyId)) },
  });
  const grouped = new Map<string, Seen>();
  for (const line of lines) {
    const seen = whoOf(line);
    const key = JSON.stringify([seen.day, seen.role, seen.who, seen.apiKey, seen.purpose]);
    grouped.set(key, { ...seen, times: (grouped.get(key)?.times ?? 0) + 1 });
  }
  return { seen: [...grouped.values()], complete: lines.length < LINES };

  function whoOf({ staffId, companyId, who, apiKey, purpose, at }: AccessSeen): Omit<Seen, 'times'> {
    const when = { day: localDateOf(at), apiKey };
    const person = staff.find(({ id }) => id === staffId);
    if (person) return { ...when, who: person.name, role: person.role, purpose };
    const company = companies.find(({ id }) => id === companyId);
    if (company) return { ...when, who: company.name, role: 'company', purpose };
    // Of one's own visits it is enough that they were there.
    const isOwn = purpose.startsWith('my.');
    return isOwn
      ? { ...when, who, role: 'citizen', purpose: 'my' }
      : { ...when, who, role: 'system', purpose };
  }
}

const unique = (ids: readonly (string | null)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null)),
];
