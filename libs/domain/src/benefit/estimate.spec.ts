import { describe, expect, it } from '@jest/globals';
import { aRate, rateTable } from '../../../../test/builders/rates.js';
import { estimateBenefit } from './estimate.js';
import type { EstimateInput } from './estimate-input.js';
import { hoursPerMonth } from './hours-per-month.js';
import { hoursToGain } from './hours-to-gain.js';

const asked: EstimateInput = {
  rate: 'forhoejet',
  benefitBeforeOre: 1_334_500,
  hoursPerMonth: 52,
  hourlyWageOre: 15_845,
  municipality: '0001',
};
const estimate = (over: Partial<EstimateInput> = {}, table = rateTable()) =>
  estimateBenefit({ ...asked, ...over }, table);
const codes = (over: Partial<EstimateInput>) => estimate(over).lines.map(({ code }) => code);

describe('the lines', () => {
  it('go from the wage to what is left, in words that people use', () => {
    const lines = estimate().lines.map(({ text, ore }) => [text.da, ore]);
    expect(lines).toEqual([
      ['Din løn: 52 timer til 158,45 kr. i timen', 823_940],
      ['ATP. Det er en pension, som alle i job sparer op til', -3_300],
      ['AM-bidrag. Det er en skat på 8 % af lønnen', -65_651],
      ['Mindre i kontanthjælp: 65 % af det, du tjener over 2.500 kr. efter AM-bidrag', -328_243],
      ['Mere i skat, fordi du tjener mere', -131_836],
    ]);
  });

  it('are there in English, with a source and the least sure status of what they stand on', () => {
    const { lines } = estimate();
    expect(lines.find(({ code }) => code === 'taper')).toMatchObject({
      text: { en: 'Less benefit: 65% of what you earn above DKK 2,500 after AM-bidrag' },
      source: 'Source of taper; Source of allowance; Source of income-basis',
      status: 'M',
    });
    expect(lines[0]).toMatchObject({ source: 'Regnet ud fra det, du har skrevet', status: null });
  });

  it.each<[string, Partial<EstimateInput>, string[]]>([
    ['below the allowance', { hoursPerMonth: 10 }, ['wage', 'am', 'benefit-kept', 'tax']],
    [
      'with a pension',
      { hoursPerMonth: 10, ownPensionPct: 2 },
      ['wage', 'pension', 'am', 'benefit-kept', 'tax'],
    ],
    [
      'with a free card',
      { hoursPerMonth: 10, freeCardLeftOre: 1 },
      ['wage', 'am', 'free-card', 'benefit-kept', 'tax'],
    ],
    [
      'above the ceiling',
      { rate: 'grundsats', benefitBeforeOre: 1_200_000, hoursPerMonth: 80 },
      ['wage', 'atp', 'am', 'taper', 'ceiling', 'tax'],
    ],
    [
      'with a spouse',
      { hoursPerMonth: 10, spouse: { earningsOre: 300_000 } },
      ['wage', 'am', 'spouse', 'benefit-kept', 'tax'],
    ],
  ])('%s are these', (_what, over, expected) => {
    expect(codes(over).filter((code) => code !== 'rounding')).toEqual(expected);
  });

  it('say when there is no benefit left, and nothing of it when there was none', () => {
    const gone = estimate({ hoursPerMonth: 160 }).lines.find(({ code }) => code === 'taper');
    expect(gone).toMatchObject({ text: { da: 'Du får ikke kontanthjælp mere, for lønnen er høj nok' } });
    expect(codes({ benefitBeforeOre: 0 }).filter((code) => code !== 'rounding')).toEqual([
      'wage',
      'atp',
      'am',
      'tax',
    ]);
  });

  it('say "Mindre i skat" when there is less', () => {
    const less = estimate({ rate: 'grundsats', benefitBeforeOre: 1_900_000 });
    expect(less.taxOre).toBeLessThan(less.taxBeforeOre);
    expect(less.lines.find(({ code }) => code === 'tax')).toMatchObject({
      text: { da: 'Mindre i skat end før' },
      ore: less.taxBeforeOre - less.taxOre,
    });
  });
});

describe('an estimate', () => {
  it('is a guide, says from when its rates are and what it leaves out', () => {
    const { guidance, ratesFrom, notIncluded } = estimate();
    expect({ guidance, ratesFrom }).toEqual({ guidance: true, ratesFrom: '2026-01-01' });
    const danish = notIncluded.map(({ da }) => da).join(' ');
    for (const word of ['Boligstøtte', 'børnehave', 'Gæld', 'Feriepenge', 'ægtefælle', 'frikort']) {
      expect(danish).toContain(word);
    }
    const told = estimate({ spouse: { earningsOre: 1 }, freeCardLeftOre: 1 }).notIncluded.map(({ da }) => da);
    expect(told.join(' ')).not.toMatch(/ægtefælle|frikort/);
  });

  it('is there for hours too few to count', () => {
    expect(estimate({ hoursPerMonth: 5e-324 })).toMatchObject({
      gainOre: 0,
      gainPerHourOre: 0,
      workDutyHoursPerWeek: 0,
    });
  });

  it('counts the paid hours towards the duty to work', () => {
    expect(estimate().workDutyHoursPerWeek).toBe(12);
    expect(estimate({ hoursPerMonth: 0 }).gainPerHourOre).toBe(0);
  });

  it.each([
    [38.99, 0],
    [39, 3_300],
    [77.99, 3_300],
    [78, 6_600],
    [116.99, 6_600],
    [117, 9_900],
  ])('has for %d hours an ATP of %d øre', (hours, ore) => {
    expect(estimate({ hoursPerMonth: hours }).atpOre).toBe(ore);
  });

  it('takes a supplement from the rates, or what is said', () => {
    const before = (supplements: EstimateInput['supplements']) => estimate({ supplements }).benefitBeforeOre;
    expect(before([{ name: 'tilpasningstillaeg' }])).toBe(1_534_500);
    expect(before([{ name: 'tilpasningstillaeg', ore: 1 }])).toBe(1_334_501);
    expect(before([{ name: 'boernetillaeg', ore: 5 }])).toBe(1_334_505);
  });

  it('a social free card keeps the wage free of tax and of deduction', () => {
    const free = estimate({ freeCardLeftOre: 10_000_000 });
    expect(free.benefitAfterOre).toBe(free.benefitBeforeOre);
    expect(free.taxOre).toBe(free.taxBeforeOre);
    expect(free.gainOre).toBe(free.afterAmOre);
  });

  it.each<[string, string, () => unknown]>([
    ['a day before the reform', 'benefit.no-rates', () => estimate({}, rateTable('2025-06-30'))],
    ['a year without taxes', 'benefit.no-rates', () => estimate({}, rateTable('2027-01-01'))],
    [
      'a municipality there is none of',
      'benefit.municipality-unknown',
      () => estimate({ municipality: '9999' }),
    ],
    [
      'a supplement nobody knows',
      'benefit.amount-unknown',
      () => estimate({ supplements: [{ name: 'boernetillaeg' }] }),
    ],
    [
      'another unknown supplement',
      'benefit.amount-unknown',
      () => estimate({ supplements: [{ name: 'fritidstillaeg' }] }),
    ],
  ])('is refused for %s', (_what, code, ask) => {
    expect(ask).toThrow(expect.objectContaining({ code }));
  });

  it('follows a rate that is changed', () => {
    const uprated = rateTable('2026-11-22', [aRate('allowance', 'forhoejet', 270_700)]);
    expect(estimate({}, uprated).taperDeductionOre).toBe(328_243 - 13_455);
    const church = estimate({ churchMember: true });
    expect(church.netBeforeOre).toBeLessThan(estimate().netBeforeOre);
  });
});

describe('hours to gain', () => {
  const { hoursPerMonth: _, ...person } = asked;
  const series = (over: Partial<EstimateInput> = {}) => hoursToGain({ ...person, ...over }, rateTable());

  it('has a point an hour, from nothing to full time', () => {
    const { points } = series();
    expect(points.map((point) => point.hoursPerWeek)).toEqual(Array.from({ length: 38 }, (_one, at) => at));
    expect(points[0]?.gainOre).toBe(0);
    expect(points[12]?.gainOre).toBe(estimate().gainOre);
  });

  it('marks where the line bends', () => {
    const { bends } = series({ rate: 'grundsats', benefitBeforeOre: 1_200_000, hourlyWageOre: 20_000 });
    expect(bends.map(({ zone }) => zone)).toEqual(['taper', 'ceiling', 'no-benefit-left']);
    const [taper] = bends;
    const at = (hours: number) =>
      estimate({
        rate: 'grundsats',
        benefitBeforeOre: 1_200_000,
        hourlyWageOre: 20_000,
        hoursPerMonth: hoursPerMonth(hours),
      });
    expect(at(taper!.hoursPerWeek).taperDeductionOre).toBeGreaterThan(0);
    expect(at(taper!.hoursPerWeek - 0.01).taperDeductionOre).toBe(0);
  });

  it('can begin and end anywhere', () => {
    const some = hoursToGain(person, rateTable(), { from: 5, to: 15, step: 2.5 });
    expect(some.points.map((point) => point.hoursPerWeek)).toEqual([5, 7.5, 10, 12.5, 15]);
  });

  it.each([
    [5, 21.67],
    [12, 52],
    [15, 65],
    [20, 86.67],
    [0, 0],
  ])('%d hours a week are %d a month', (week, month) => {
    expect(hoursPerMonth(week)).toBe(month);
  });
});
