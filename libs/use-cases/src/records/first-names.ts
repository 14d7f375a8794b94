import { firstName, type Actor } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** What the workplace calls its people; empty for everybody else, who goes by the id. */
export async function firstNames(
  unit: UnitOfWork,
  actor: Actor,
  citizenIds: readonly string[],
): Promise<Map<string, string>> {
  if (actor.role !== 'employer' || citizenIds.length === 0) return new Map();
  const citizens = await unit.citizens.list({ id: { in: [...new Set(citizenIds)] } });
  return new Map(citizens.map((citizen) => [citizen.id, firstName(citizen)]));
}
