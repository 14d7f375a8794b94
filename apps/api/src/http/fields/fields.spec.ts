import { describe, expect, it } from '@jest/globals';
import { readQuery, readRequest } from '../read-request.js';
import { ShapeError } from '../shape-error.js';
import {
  address,
  code,
  duration,
  email,
  exampleOf,
  flag,
  instant,
  int,
  list,
  listOf,
  localDate,
  localTime,
  money,
  nested,
  number,
  oneOf,
  partialOf,
  phone,
  pickOf,
  position,
  slug,
  text,
  uuid,
  weekday,
  type FieldDecorator,
} from './index.js';

const cvr = {
  pattern: /^\d{8}$/,
  form: { da: 'skal være otte cifre', en: 'must be eight digits' },
  example: '12345678',
};

/** Reads one value through a class with one field. */
function reading(field: FieldDecorator): (value: unknown) => unknown {
  class One {
    value!: unknown;
  }
  field(One.prototype, 'value');
  return (value) => readRequest(One, { value }).value;
}

function faultsIn(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (!(error instanceof ShapeError)) throw error;
    return error.faults.map(({ path, text: { da } }) => `${path}: ${da}`);
  }
}

const kinds: [string, FieldDecorator, unknown[], unknown[]][] = [
  [
    'text',
    text({ max: 5, example: 'a' }),
    ['a', '12345', 'æøå', '😀😀😀😀😀'],
    ['', '   ', '123456', 'a\nb', 'a\tb', '\ud800', '\0', 5, ['a'], {}, null, true],
  ],
  ['text of lines', text({ multiline: true, example: 'a' }), ['a\nb', 'a\r\n\tb'], ['a\0', 'a\u0007']],
  ['text that may be empty', text({ min: 0, example: '' }), ['', 'a'], [null]],
  ['code', code(cvr), ['12345678'], ['1234567', '123456789', 'abcdefgh', 12345678]],
  [
    'uuid',
    uuid(),
    ['0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b'],
    ['0199a1b2', '', 1, ['0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b']],
  ],
  [
    'slug',
    slug({ example: 'lager' }),
    ['lager', 'a-b-2'],
    ['Lager', 'køkken', 'a--b', '-a', 'a'.repeat(61), '__proto__'],
  ],
  ['oneOf', oneOf(['sms', 'email']), ['sms'], ['SMS', 'toString', '', null, ['sms'], 0]],
  ['oneOf numbers', oneOf([0, 1, 2]), [0, 2], ['1', 3, -1, 0.5, true, null]],
  [
    'int',
    int({ min: 0, max: 9 }),
    [0, 9],
    [-1, 10, 1.5, '5', NaN, Infinity, 1e308, 2 ** 53, null, true, [5]],
  ],
  ['number', number({ min: -1, max: 1 }), [0.25, -1], [1.01, '0.5', NaN, null]],
  ['money', money({ example: 15000 }), [0, 15000], [-1, 0.5, '1', 1e12]],
  ['weekday', weekday(), [1, 7], [0, 8, '1']],
  ['flag', flag(), [true, false], ['true', 1, 0, null, 'on']],
  [
    'localDate',
    localDate(),
    ['2026-11-30', '2028-02-29'],
    [
      '2026-02-30',
      '2027-02-29',
      '26-11-30',
      '2026-11-30T00:00',
      '9999-12-31',
      '0001-01-01',
      20261130,
      '2026-1-1',
      '+002026-11-30',
    ],
  ],
  ['localTime', localTime(), ['00:00', '08:00', '23:59'], ['24:00', '8:00', '08:60', '25:00', '08:00:00', 8]],
  ['localTime to midnight', localTime({ allow24: true }), ['24:00', '16:00'], ['24:01', '']],
  [
    'instant',
    instant(),
    ['2026-11-30T08:00:00+01:00', '2026-11-30T07:00Z', '2026-11-30T07:00:00.123Z'],
    [
      '2026-11-30T08:00:00',
      '2026-11-30',
      '2026-13-30T08:00Z',
      '2026-11-30T08:00:00+01:00[Europe/Copenhagen]',
      '2026-11-30 08:00Z',
      '9999-12-31T00:00Z',
      1764486000,
      '2026-11-30T08:00:00+99:00',
      '-271821-04-20T00:00Z',
    ],
  ],
  [
    'duration',
    duration(),
    ['PT10M', 'PT2S', 'PT1H30M', 'PT0S'],
    ['P1D', '10', 'PT', '-PT5M', 'P1DT1H', 'PT9999999999H', 10, 'pt10m'],
  ],
  [
    'email',
    email(),
    ['mette@vejle.example'],
    ['mette', 'a@b', `${'a'.repeat(250)}@b.dk`, 1, null, 'a@b.dk\nbcc:x@y.dk'],
  ],
  [
    'position',
    position(),
    [{ lat: 55.7, lon: 9.5 }],
    [
      { lat: 91, lon: 0 },
      { lat: '55', lon: 9 },
      { lat: 55 },
      [55, 9],
      'Vejle',
      { lat: 1, lon: 1, alt: 1 },
      null,
    ],
  ],
  [
    'list',
    list(slug({ example: 'a' }), { max: 2 }),
    [[], ['a', 'b']],
    ['a', ['a', 'b', 'c'], [['a']], [null], [1], {}, { 0: 'a', length: 1 }],
  ],
];

describe('fields', () => {
  describe.each(kinds)('%s', (_, field, good, bad) => {
    const read = reading(field);
    it.each(good.map((value) => [value]))('takes %p', (value) => {
      expect(read(value)).toEqual(value);
    });
    it.each(bad.map((value) => [value]))('refuses %p', (value) => {
      expect(faultsIn(() => read(value))).not.toEqual([]);
    });
    it('refuses absence and null, unless told otherwise', () => {
      expect(faultsIn(() => read(undefined))).toEqual(['value: mangler']);
      expect(faultsIn(() => read(null))).toEqual(['value: må ikke være null']);
    });
  });

  it('keeps texts composed and without outer spaces', () => {
    expect(reading(text({ example: 'a' }))('  A\u030Arhus ')).toBe('Århus');
  });

  it.each([
    ['20123456', '+4520123456'],
    ['20 12 34 56', '+4520123456'],
    ['+45 20 12 34 56', '+4520123456'],
    ['0045 20123456', '+4520123456'],
    ['+46 70 123 45 67', '+46701234567'],
  ])('reads the phone number %p as %p', (written, kept) => {
    expect(reading(phone())(written)).toBe(kept);
  });

  it.each([
    '2012345',
    '12345678',
    '+45201234567890',
    'abc',
    '',
    20123456,
    '20123456 lok. 5',
    '٢٠١٢٣٤٥٦x',
    '2'.repeat(40),
  ])('refuses the phone number %p', (value) => {
    expect(faultsIn(() => reading(phone())(value))).toHaveLength(1);
  });

  it('reads an address as fields or as one line', () => {
    const read = reading(address());
    const vejle = { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' };
    expect(read(vejle)).toEqual(vejle);
    expect(read('Havnegade 12, 7100 Vejle')).toEqual(vejle);
    expect(read('Havnegade 12, 1. tv., 7100 Vejle Øst')).toEqual({
      street: 'Havnegade 12, 1. tv.',
      postcode: '7100',
      town: 'Vejle Øst',
    });
    expect(faultsIn(() => read('Havnegade 12'))).toHaveLength(1);
    expect(faultsIn(() => read({ ...vejle, postcode: '710' }))).toEqual([
      'value.postcode: skal være fire cifre',
    ]);
    expect(faultsIn(() => read([vejle]))).toHaveLength(1);
  });
});

class ShiftBody {
  @weekday() weekday!: number;
  @localTime() start!: string;
  @localTime({ allow24: true, example: '11:00' }) end!: string;
}

class JobBody {
  @text({ max: 20, example: 'Oprydning' }) title!: string;
  @nested(ShiftBody, { nullable: true }) first!: ShiftBody | null;
  @listOf(ShiftBody, { min: 1, max: 3 }) weeklyShifts!: ShiftBody[];
  @list(slug({ example: 'truck' }), { max: 3, optional: true }) certificates?: string[];
  @text({ optional: true, nullable: true, example: 'Ring først' }) note?: string | null;
}

const shift = { weekday: 1, start: '08:00', end: '11:00' };
const job = { title: 'Oprydning', first: null, weeklyShifts: [shift] };

describe('classes of fields', () => {
  it('become instances all the way down', () => {
    const read = readRequest(JobBody, { ...job, first: shift });
    expect(read).toBeInstanceOf(JobBody);
    expect(read.first).toBeInstanceOf(ShiftBody);
    expect(read.weeklyShifts[0]).toBeInstanceOf(ShiftBody);
    expect('note' in read).toBe(false);
  });

  it('tell every fault with its place', () => {
    const bad = {
      title: 7,
      first: [],
      weeklyShifts: [shift, { ...shift, start: '8', extra: 1 }, 'x'],
      certificates: ['truck', 'Å', 3],
      surprise: true,
    };
    expect(faultsIn(() => readRequest(JobBody, bad)).sort()).toEqual([
      'certificates.1: skal være små bogstaver a-z, tal og bindestreg',
      'certificates.2: skal være en tekst',
      'first: skal være et objekt',
      'surprise: er et ukendt felt',
      'title: skal være en tekst',
      'weeklyShifts.2: skal være et objekt',
    ]);
    expect(
      faultsIn(() =>
        readRequest(JobBody, { ...job, weeklyShifts: [shift, { ...shift, start: '8', extra: 1 }] }),
      ),
    ).toEqual([
      'weeklyShifts.1.extra: er et ukendt felt',
      'weeklyShifts.1.start: skal være et klokkeslæt som 08:00',
    ]);
  });

  it.each([[[]], ['x'], [null], [1]])('refuse a body that is %p', (body) => {
    expect(faultsIn(() => readRequest(JobBody, body))).toEqual([': skal være et JSON-objekt']);
  });

  it('may be made partial, with everything else unchanged', () => {
    class ChangeJob extends partialOf(JobBody) {}
    expect(readRequest(ChangeJob, {})).toEqual({});
    expect(readRequest(ChangeJob, { title: ' B ' })).toEqual({ title: 'B' });
    expect(faultsIn(() => readRequest(ChangeJob, { title: null }))).toEqual(['title: må ikke være null']);
    expect(faultsIn(() => readRequest(ChangeJob, { other: 1 }))).toEqual(['other: er et ukendt felt']);
  });

  it('may be picked from', () => {
    class Title extends pickOf(JobBody, ['title']) {}
    expect(faultsIn(() => readRequest(Title, { title: 'A', note: 'B' }))).toEqual([
      'note: er et ukendt felt',
    ]);
  });

  it('are their own examples, and the examples are good', () => {
    const example = exampleOf(JobBody);
    expect(readRequest(JobBody, example)).toEqual(example);
  });
});

class Search {
  @int({ min: 1, max: 500, optional: true }) limit: number = 50;
  @flag({ optional: true }) excluded?: boolean;
  @oneOf([0, 1, 2], { optional: true }) noise?: number;
  @text({ optional: true, example: '7' }) name?: string;
  @list(oneOf(['open', 'draft']), { max: 5, optional: true }) status?: string[];
}

describe('queries', () => {
  it('are read as their fields say, and have defaults', () => {
    expect(readQuery(Search, {})).toEqual({ limit: 50 });
    expect(
      readQuery(Search, { limit: '20', excluded: 'true', noise: '2', name: '7', status: 'open' }),
    ).toEqual({
      limit: 20,
      excluded: true,
      noise: 2,
      name: '7',
      status: ['open'],
    });
    expect(readQuery(Search, { status: ['open', 'draft'] }).status).toEqual(['open', 'draft']);
  });

  it.each([
    { limit: '0' },
    { limit: '1e2' },
    { limit: ['1', '2'] },
    { limit: '' },
    { excluded: 'yes' },
    { noise: '3' },
    { name: ['a', 'b'] },
    { q: '1' },
    { status: 'closed' },
  ])('refuse %p', (query) => {
    expect(faultsIn(() => readQuery(Search, query))).toHaveLength(1);
  });
});
