import { createHash } from 'node:crypto';

/** The same municipality has the same id however often it begins: UUID version 8 of its four-digit code. */
export function municipalityIdOf(code: string): string {
  const hex = createHash('sha256').update(`municipality ${code}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
