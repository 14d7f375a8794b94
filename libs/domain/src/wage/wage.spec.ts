import { describe, expect, it } from '@jest/globals';
import { aRate, rateTable } from '../../../../test/builders/rates.js';
import { categories } from '../small-job/index.js';
import { agreementAreas } from './agreement-areas.js';
import { employerCost } from './employer-cost.js';
import { wageFloor, wageWarning } from './wage-floor.js';

describe('the lowest wage of an agreement', () => {
  it.each([
    ['lager', '2026-11-22', 15_845],
    ['lager', '2027-02-28', 15_845],
    ['lager', '2027-03-01', 16_295],
    ['oprydning', '2026-11-22', 16_750],
    ['skurvogne', '2026-11-22', 16_750],
    ['lager', '2026-02-28', undefined],
    ['post', '2026-11-22', undefined],
    ['kontor', '2026-11-22', undefined],
    ['nobody-knows', '2026-11-22', undefined],
  ])('of %s on %s is %s øre', (category, day, ore) => {
    expect(wageFloor(category, rateTable(day))?.ore).toBe(ore);
  });

  it('names the agreement and how sure the figure is', () => {
    expect(wageFloor('lager', rateTable())).toMatchObject({
      agreement: 'Fællesoverenskomsten (DIO II og 3F)',
      status: 'V2',
      source: 'Source of wage-minimum',
    });
  });

  it('knows categories that exist, each in one agreement', () => {
    const named = agreementAreas.flatMap((area) => area.categories);
    expect(new Set(named).size).toBe(named.length);
    expect(categories.map(({ id }) => id)).toEqual(expect.arrayContaining(named));
  });
});

describe('a wage below it', () => {
  const warned = (category: string, hourlyWageOre: number) =>
    wageWarning({ category, hourlyWageOre }, rateTable());

  it('is warned of, to the øre', () => {
    expect(warned('lager', 15_844)).toEqual([
      {
        code: 'wage-below-floor',
        wageOre: 15_844,
        floorOre: 15_845,
        agreement: 'Fællesoverenskomsten (DIO II og 3F)',
      },
    ]);
    expect(warned('lager', 15_845)).toEqual([]);
  });

  it('is not where nobody knows one', () => {
    expect(warned('gartner', 1)).toEqual([]);
  });
});

describe('what an hour costs an employer', () => {
  const cost = (area: string | null, hoursPerMonth: number, wageOre = 16_750) =>
    employerCost({ wageOre, area, hoursPerMonth }, rateTable());

  it('is wage, pension, SH, holiday pay and ATP', () => {
    expect(cost('rengoering', 52)).toEqual({
      wageOre: 16_750,
      pensionOre: 1_868,
      savingsOre: 871,
      holidayPayOre: 2_094,
      atpOre: 127,
      totalOre: 21_709,
    });
  });

  it('leaves out what the agreement is not known to have, and says so', () => {
    expect(cost('lager', 38.99, 10_000)).toEqual({
      wageOre: 10_000,
      pensionOre: 1_100,
      savingsOre: null,
      holidayPayOre: 1_250,
      atpOre: 0,
      totalOre: 12_350,
    });
    expect(cost(null, 0, 10_000)).toMatchObject({ pensionOre: null, savingsOre: null, totalOre: 11_250 });
  });

  it('is refused on a day without rates', () => {
    const none = () => employerCost({ wageOre: 1, area: null, hoursPerMonth: 40 }, rateTable('2020-01-01'));
    expect(none).toThrow('benefit.no-rates');
    const noAtp = rateTable('2026-11-22', [
      aRate('atp-employer', '39', 1, { to: '2026-01-31' }),
      aRate('atp-employer', '78', 1, { to: '2026-01-31' }),
      aRate('atp-employer', '117', 1, { to: '2026-01-31' }),
    ]);
    expect(() => employerCost({ wageOre: 1, area: null, hoursPerMonth: 40 }, noAtp)).toThrow(
      'benefit.no-rates',
    );
  });
});
