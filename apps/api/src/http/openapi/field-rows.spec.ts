import { describe, expect, it } from '@jest/globals';
import { fieldRows } from './field-rows.js';

describe('the table of fields', () => {
  it('names every field by its path, down through lists and what may be null', () => {
    const schemas = {
      Job: {
        required: ['title', 'shifts'],
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 50, description: 'Det, `borgeren` ser.' },
          shifts: { type: 'array', maxItems: 5, items: { $ref: '#/components/schemas/Shift' } },
          place: { anyOf: [{ $ref: '#/components/schemas/Place' }, { type: 'null' }] },
        },
      },
      Shift: { required: ['weekday'], properties: { weekday: { type: 'integer', minimum: 1, maximum: 7 } } },
      Place: {
        properties: { town: { type: ['string', 'null'] }, kind: { type: 'string', enum: ['in', 'out'] } },
      },
    };
    expect(fieldRows('Job', schemas).map(({ path, required, kind }) => [path, required, kind])).toEqual([
      ['title', true, 'tekst, højst 50'],
      ['shifts', true, 'liste, højst 5'],
      ['shifts[].weekday', true, 'helt tal, 1 til 7'],
      ['place', false, 'objekt eller null'],
      ['place.town', false, 'tekst eller null'],
      ['place.kind', false, 'in | out'],
    ]);
    expect(fieldRows('Job', schemas)[0]!.description).toBe('Det, borgeren ser.');
    expect(fieldRows('Nothing', schemas)).toEqual([]);
  });
});
