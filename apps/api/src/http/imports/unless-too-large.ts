import { DomainError } from '#domain';
import type { Upload } from '../uploads.js';

/** The bytes of a file that came whole. @throws import.file-too-large */
export function unlessTooLarge({ bytes, isTooLarge }: Upload): Buffer {
  if (isTooLarge) throw new DomainError('import.file-too-large');
  return bytes;
}
