import { describe, expect, it } from '@jest/globals';
import { aRate } from '../../../../test/builders/rates.js';
import { Exact } from './exact.js';
import { rateChanges } from './rate-changes.js';
import { RateTable } from './rate-table.js';
import { readRates, type WrittenRate } from './rates-file.js';

const row = (over: Partial<Record<keyof WrittenRate, unknown>> = {}) => ({
  key: 'allowance',
  scope: 'forhoejet',
  from: '2027-01-01',
  to: '2027-12-31',
  kroner: 2707,
  status: 'V1',
  source: 'bm.dk, Satser for 2027',
  ...over,
});
const read = (over: Parameters<typeof row>[0]) => readRates([row(over)]);

describe('a row as it is written', () => {
  it('is read in whole øre and millionths', () => {
    const { key, scope, kroner: _, ...rest } = row();
    expect(read({ kroner: 158.45 })).toEqual({ rates: [{ ...rest, key, scope, value: 15_845, note: null }] });
    const tax = { key: 'church-tax', scope: '0630', kroner: undefined, percent: 0.867 };
    expect(read(tax)).toMatchObject({ rates: [{ value: 8_670 }] });
    const basis = { key: 'income-basis', scope: '', kroner: undefined, choice: 'gross' };
    expect(read(basis)).toMatchObject({ rates: [{ value: 'gross' }] });
  });

  it('holds until further notice when no end is said, and can be one that nobody knows', () => {
    expect(read({ to: undefined, kroner: null })).toMatchObject({ rates: [{ to: null, value: null }] });
  });

  it.each([
    ['an unknown key', { key: 'allowence' }, /key must be one of/],
    ['a key that objects have anyway', { key: 'constructor' }, /key must be one of/],
    ['a group there is none of', { scope: 'ekstra' }, /has no scope "ekstra"/],
    ['a scope where there is none', { key: 'am-bidrag', kroner: undefined, percent: 8 }, /has no scope/],
    [
      'a municipality without four digits',
      { key: 'municipal-tax', scope: '630', kroner: undefined, percent: 1 },
      /scope/,
    ],
    ['a day that does not exist', { from: '2027-02-30' }, /from must be a day/],
    ['an end before the beginning', { to: '2026-12-31' }, /to must not be before from/],
    ['an end that is no day', { to: 'always' }, /to must be a day/],
    ['percent for an amount', { kroner: undefined, percent: 5 }, /needs kroner, and nothing else/],
    ['two values', { percent: 5 }, /needs kroner, and nothing else/],
    ['no value', { kroner: undefined }, /needs kroner/],
    ['a text for a number', { kroner: '2707' }, /must be a number/],
    ['less than nothing', { kroner: -1 }, /from 0/],
    ['parts of an øre', { kroner: 2707.005 }, /at most 2 decimals/],
    ['more than everything', { key: 'taper', kroner: undefined, percent: 101 }, /from 0 to 100/],
    [
      'a choice there is none of',
      { key: 'income-basis', scope: '', kroner: undefined, choice: 'net' },
      /choice must be/,
    ],
    ['an unknown status', { status: 'sure' }, /status must be one of/],
    ['no source', { source: ' ' }, /source must say/],
    ['a field of its own', { valid: true }, /unknown field valid/],
  ])('is refused with %s, and says which row', (_what, over, fault) => {
    const answer = read(over as never) as { faults: string[] };
    expect(answer.faults.join('\n')).toMatch(fault);
    expect(answer.faults[0]).toMatch(/^row 1/);
  });

  it.each([[{}], [[]], ['x'], [null], [[3]], [[[row()]]]])('%j is no list of rates', (written) => {
    expect(readRates(written)).toHaveProperty('faults');
  });

  it('that is wrong keeps the right ones out too', () => {
    expect(readRates([row(), row({ scope: 'grundsats', kroner: 'x' })])).toHaveProperty('faults');
  });
});

describe('loading', () => {
  const old = aRate('allowance', 'forhoejet', 250_000, { from: '2025-07-01', to: null });
  const next = aRate('allowance', 'forhoejet', 270_700, { from: '2027-01-01', to: null });

  it('tells new, changed and unchanged rows apart', () => {
    const ended = { ...old, to: '2026-12-31' };
    const same = aRate('taper', 'forhoejet', 650_000);
    expect(rateChanges([old, same], [ended, next, same])).toEqual({
      added: [next],
      changed: [{ before: old, after: ended }],
      unchanged: [same],
      overlaps: [],
    });
  });

  it.each([
    ['an older row without an end', [old], [next]],
    ['a row that begins on the last day of another', [{ ...old, to: '2027-01-01' }], [next]],
    ['the same row twice', [], [next, next]],
    ['a row that ends after a later one begins', [next], [{ ...old, to: '2027-06-30' }]],
  ])('finds an overlap with %s', (_what, there, wanted) => {
    expect(rateChanges(there, wanted).overlaps).toEqual([expect.stringMatching(/^allowance forhoejet: /)]);
  });

  it('lets other groups have the same period', () => {
    expect(rateChanges([old], [{ ...next, scope: 'grundsats' }]).overlaps).toEqual([]);
  });
});

describe('the rates of a day', () => {
  const rates = [
    aRate('allowance', 'forhoejet', 250_000, { from: '2025-07-01', to: '2026-12-31' }),
    aRate('allowance', 'forhoejet', 270_700, { from: '2027-01-01', to: null }),
    aRate('benefit', 'hjemmeboende', null, { to: null }),
  ];

  it.each([
    ['2025-07-01', 250_000],
    ['2026-12-31', 250_000],
    ['2027-01-01', 270_700],
    ['2199-12-31', 270_700],
  ])('on %s are those that hold then', (day, value) => {
    expect(new RateTable(day, rates).find('allowance', 'forhoejet')?.value).toBe(value);
  });

  it('say what is missing, and take an unknown amount for missing', () => {
    expect(() => new RateTable('2025-06-30', rates).need('allowance', 'forhoejet')).toThrow(
      expect.objectContaining({
        code: 'benefit.no-rates',
        details: { on: '2025-06-30', missing: 'allowance', scope: 'forhoejet' },
      }),
    );
    expect(() => new RateTable('2026-06-30', rates).need('benefit', 'hjemmeboende')).toThrow(
      'benefit.no-rates',
    );
  });
});

describe('an exact number', () => {
  it.each([
    [1, 2, 1],
    [-1, 2, -1],
    [3, 2, 2],
    [-3, 2, -2],
    [1, 3, 0],
    [2, 3, 1],
    [-2, -3, 1],
    [5, -2, -3],
  ])('%i over %i is rounded to %i: a half goes away from zero', (top, bottom, rounded) => {
    expect(Exact.whole(top).over(Exact.whole(bottom)).rounded()).toBe(rounded);
  });

  it('does not drift', () => {
    const tenth = Exact.decimal(0.1);
    expect(tenth.plus(tenth).plus(tenth).compare(Exact.decimal(0.3))).toBe(0);
    expect(Exact.decimal(21.67).times(Exact.whole(16_750)).compare(Exact.decimal(362_972.5))).toBe(0);
  });

  it('is not divided by nothing', () => {
    expect(() => Exact.one.over(Exact.zero)).toThrow(RangeError);
  });
});
