import { ShapeError } from './shape-error.js';
import { isUuid } from './fields/words.js';

/**
 * Where a page ends, as a word that means nothing to the caller: so that what it is made of can change.
 * Ids are UUID v7, so that the order of ids is the order in which rows were made.
 */
export const toCursor = (id: string): string => Buffer.from(`after:${id}`).toString('base64url');

/** @throws ShapeError for a cursor that this interface did not give. */
export function fromCursor(cursor: string): string {
  const id = /^after:(.+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))?.[1];
  if (id === undefined || !isUuid.test(id) || toCursor(id) !== cursor) {
    throw new ShapeError([
      {
        path: 'cursor',
        text: {
          da: 'er ikke en markør herfra; begynd forfra uden',
          en: 'is not a cursor from here; start without one',
        },
      },
    ]);
  }
  return id;
}
