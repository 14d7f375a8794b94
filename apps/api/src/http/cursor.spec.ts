import { describe, expect, it } from '@jest/globals';
import { fromCursor, toCursor } from './cursor.js';
import { pageOfAll, PageQuery } from './page.js';
import { ShapeError } from './shape-error.js';

const id = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b';

describe('a cursor', () => {
  it('comes back as the id it was made of, and does not look like one', () => {
    expect(fromCursor(toCursor(id))).toBe(id);
    expect(toCursor(id)).toMatch(/^[\w-]+$/);
    expect(toCursor(id)).not.toContain(id);
  });

  it.each([
    '',
    'x',
    id,
    `${toCursor(id)}=`,
    `${toCursor(id)}A`,
    toCursor('1'),
    Buffer.from(`before:${id}`).toString('base64url'),
    '\0',
  ])('that is %p is refused', (cursor) => {
    expect(() => fromCursor(cursor)).toThrow(ShapeError);
  });
});

describe('a page of rows chosen in code', () => {
  const rows = ['3', '1', '2'].map((end) => ({ id: id.slice(0, -1) + end }));
  const query = (more: Partial<PageQuery>): PageQuery => Object.assign(new PageQuery(), more);
  const endOf = ({ id: whole }: { id: string }): string => whole.at(-1)!;

  it('is in the order of ids and goes on after the cursor', () => {
    const first = pageOfAll(rows, query({ limit: 2 }), endOf);
    expect(first.items).toEqual(['1', '2']);
    expect(pageOfAll(rows, query({ limit: 2, cursor: first.nextCursor! }), endOf)).toEqual({
      items: ['3'],
      nextCursor: null,
    });
  });
});
