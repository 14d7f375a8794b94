import type { Citizen } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/**
 * Other citizens of this municipality with the same number: a family, or a number that changed hands. Who has it in
 * another municipality is nobody's business here.
 */
export async function othersWithNumber(
  unit: UnitOfWork,
  { id, phone }: Pick<Citizen, 'id' | 'phone'>,
): Promise<{ id: string; name: string }[]> {
  if (phone === null) return [];
  const all = await unit.citizens.list({ phone }, { order: [{ by: 'id' }] });
  return all.filter((other) => other.id !== id).map((other) => ({ id: other.id, name: other.name }));
}
