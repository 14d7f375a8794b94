import { createHash } from 'node:crypto';
import type { Actor } from '#domain';

/** The same wish of the same person has the same id: UUID version 8. Undefined when a wish has no name. */
export function wishId({ holder }: Actor, name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  const hex = createHash('sha256').update(`api key\n${holder}\n${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
