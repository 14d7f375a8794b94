import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { estimateBenefit, rateGroups, type EstimateInput, type RateGroup } from '#domain';
import { aRate, rateTable } from '../builders/rates.js';

const table = rateTable();
const grossTable = rateTable('2026-11-22', [aRate('income-basis', '', 'gross')]);

const hours = fc.integer({ min: 0, max: 17_000 }).map((hundredths) => hundredths / 100);
const input: fc.Arbitrary<EstimateInput> = fc.record(
  {
    rate: fc.constantFrom(...rateGroups),
    benefitBeforeOre: fc.integer({ min: 0, max: 3_000_000 }),
    hoursPerMonth: hours,
    hourlyWageOre: fc.integer({ min: 0, max: 60_000 }),
    municipality: fc.constantFrom('0630', '0001'),
    churchMember: fc.boolean(),
    ownPensionPct: fc.integer({ min: 0, max: 1_500 }).map((n) => n / 100),
    freeCardLeftOre: fc.integer({ min: 0, max: 1_000_000 }),
    spouse: fc.record(
      {
        rate: fc.constantFrom(...rateGroups),
        earningsOre: fc.integer({ min: 0, max: 3_000_000 }),
        otherIncomeOre: fc.integer({ min: 0, max: 500_000 }),
      },
      { requiredKeys: ['earningsOre'] },
    ),
  },
  { requiredKeys: ['rate', 'benefitBeforeOre', 'hoursPerMonth', 'hourlyWageOre', 'municipality'] },
);

const stepOf = (hoursPerMonth: number): number =>
  [39, 78, 117].filter((step) => hoursPerMonth >= step).length;
const ATP = [0, 3_300, 6_600, 9_900];

describe('what is left of a job', () => {
  it('is what whole numbers on paper give, to the øre', () => {
    fc.assert(
      fc.property(input, (asked) => {
        expect(estimateBenefit(asked, table)).toMatchObject(onPaper(asked));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is nothing without hours, whatever the benefit', () => {
    fc.assert(
      fc.property(input, (asked) => {
        const { gainOre, taperDeductionOre, ceilingDeductionOre } = estimateBenefit(
          { ...asked, hoursPerMonth: 0 },
          table,
        );
        expect({ gainOre, taperDeductionOre, ceilingDeductionOre }).toEqual({
          gainOre: 0,
          taperDeductionOre: 0,
          ceilingDeductionOre: 0,
        });
      }),
    );
  });

  it('is never less than before, as long as wage counts after AM-bidrag', () => {
    fc.assert(
      fc.property(input, (asked) => {
        expect(estimateBenefit(asked, table).gainOre).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('can be less than before when the gross wage counts: above the ceiling a krone costs more than it gives', () => {
    const asked = {
      rate: 'grundsats',
      benefitBeforeOre: 1_873_485,
      hourlyWageOre: 16_000,
      hoursPerMonth: 38,
    };
    const full = { ...asked, municipality: '0630' } as EstimateInput;
    expect(estimateBenefit(full, grossTable).gainOre).toBeLessThan(0);
    expect(estimateBenefit(full, table).gainOre).toBeGreaterThanOrEqual(0);
  });

  it('grows with the hours, but for the step of ATP', () => {
    fc.assert(
      fc.property(input, hours, (asked, other) => {
        const [low, high] = [asked.hoursPerMonth, other].sort((a, b) => a - b) as [number, number];
        const before = estimateBenefit({ ...asked, hoursPerMonth: low }, table).netAfterOre;
        const after = estimateBenefit({ ...asked, hoursPerMonth: high }, table).netAfterOre;
        const moreAtp = ATP[stepOf(high)]! - ATP[stepOf(low)]!;
        expect(after).toBeGreaterThanOrEqual(before - moreAtp - 1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('grows with the wage, and its gross too', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 60_000 }), (asked, other) => {
        const [low, high] = [asked.hourlyWageOre, other].sort((a, b) => a - b) as [number, number];
        const less = estimateBenefit({ ...asked, hourlyWageOre: low }, table);
        const more = estimateBenefit({ ...asked, hourlyWageOre: high }, table);
        expect(more.grossOre).toBeGreaterThanOrEqual(less.grossOre);
        expect(more.netAfterOre).toBeGreaterThanOrEqual(less.netAfterOre - 1);
        expect(more.benefitAfterOre).toBeLessThanOrEqual(less.benefitAfterOre);
      }),
    );
  });

  it('is the sum of its lines, and rounding stands for less than an øre each', () => {
    fc.assert(
      fc.property(input, (asked) => {
        const { lines, gainOre } = estimateBenefit(asked, table);
        expect(lines.reduce((sum, { ore }) => sum + ore, 0)).toBe(gainOre);
        const rounding = lines.find(({ code }) => code === 'rounding')?.ore ?? 0;
        expect(Math.abs(rounding)).toBeLessThanOrEqual(lines.length / 2 + 1);
      }),
    );
  });

  it('never takes more than there is, and never gives more than the wage', () => {
    fc.assert(
      fc.property(input, (asked) => {
        const figures = estimateBenefit(asked, table);
        expect(figures.benefitAfterOre).toBeGreaterThanOrEqual(0);
        expect(figures.benefitAfterOre).toBeLessThanOrEqual(figures.benefitBeforeOre);
        expect(figures.afterAmOre).toBeGreaterThanOrEqual(0);
        expect(figures.taxOre).toBeGreaterThanOrEqual(0);
        expect(figures.gainOre).toBeLessThanOrEqual(
          figures.grossOre + Math.max(0, figures.taxBeforeOre - figures.taxOre) + 2,
        );
        for (const value of Object.values(figures)) {
          if (typeof value === 'number' && value !== figures.workDutyHoursPerWeek) {
            expect(Number.isSafeInteger(value)).toBe(true);
          }
        }
      }),
    );
  });

  it('never becomes less by a social free card, and never more by membership of the church', () => {
    fc.assert(
      fc.property(input, fc.integer({ min: 0, max: 1_000_000 }), (asked, card) => {
        const gain = (over: Partial<EstimateInput>) => estimateBenefit({ ...asked, ...over }, table);
        expect(gain({ freeCardLeftOre: card }).gainOre).toBeGreaterThanOrEqual(
          gain({ freeCardLeftOre: 0 }).gainOre - 1,
        );
        expect(gain({ churchMember: true }).netAfterOre).toBeLessThanOrEqual(
          gain({ churchMember: false }).netAfterOre,
        );
      }),
    );
  });

  it('is the same in whatever order supplements are said', () => {
    const supplement = fc.record({
      name: fc.constantFrom('tilpasningstillaeg', 'boernetillaeg', 'fritidstillaeg'),
      ore: fc.integer({ min: 0, max: 300_000 }),
    });
    fc.assert(
      fc.property(input, fc.array(supplement, { maxLength: 4 }), (asked, supplements) => {
        const forth = estimateBenefit({ ...asked, supplements }, table);
        const back = estimateBenefit({ ...asked, supplements: [...supplements].reverse() }, table);
        const sum = supplements.reduce((total, { ore }) => total + ore, asked.benefitBeforeOre);
        const told = estimateBenefit({ ...asked, benefitBeforeOre: sum }, table);
        expect(back).toEqual(forth);
        expect(told.gainOre).toBe(forth.gainOre);
      }),
    );
  });

  it('of a couple counts an allowance for each of the two', () => {
    const earns = (ore: number) => ({ spouse: { earningsOre: ore } });
    const asked = {
      rate: 'forhoejet',
      benefitBeforeOre: 1_334_500,
      hoursPerMonth: 10,
      hourlyWageOre: 16_000,
    } as const;
    const figures = (ore: number) =>
      estimateBenefit({ ...asked, municipality: '0630', ...earns(ore) }, table);
    expect(figures(250_000).benefitBeforeOre).toBe(1_334_500);
    expect(figures(250_100).benefitBeforeOre).toBe(1_334_435);
    expect(figures(250_000).gainOre).toBe(figures(0).gainOre);
  });
});

/**
 * The same sums with whole numbers only, all of them in units of 10⁻³⁰ øre, written without looking at the code:
 * nothing is divided but at the end.
 */
const UNIT = 10n ** 30n;
const PPM = 1_000_000n;
const ore = (amount: number): bigint => BigInt(amount) * UNIT;
const share = (amount: bigint, ppm: number): bigint => (amount * BigInt(ppm)) / PPM;
const min = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const max = (a: bigint, b: bigint): bigint => (a > b ? a : b);
const round = (amount: bigint): number => {
  const half = amount < 0n ? -UNIT / 2n : UNIT / 2n;
  return Number((amount + half) / UNIT);
};

const ALLOWANCE: Record<RateGroup, number> = {
  forhoejet: 250_000,
  grundsats: 500_000,
  mindstesats: 500_000,
  hjemmeboende: 0,
};
const CEILING: Record<RateGroup, number> = {
  forhoejet: 2_204_100,
  grundsats: 1_873_485,
  mindstesats: 1_873_485,
  hjemmeboende: 1_873_485,
};

function onPaper(asked: EstimateInput) {
  const gross = (BigInt(Math.round(asked.hoursPerMonth * 100)) * BigInt(asked.hourlyWageOre) * UNIT) / 100n;
  const atp = min(ore(ATP[stepOf(asked.hoursPerMonth)]!), gross);
  const pension = min(share(gross, Math.round((asked.ownPensionPct ?? 0) * 10_000)), gross - atp);
  const am = share(gross - atp - pension, 80_000);
  const afterAm = gross - atp - pension - am;
  const free = min(afterAm, ore(asked.freeCardLeftOre ?? 0));
  const { spouse } = asked;
  const spouseOver = ore(spouse?.earningsOre ?? 0) - ore(ALLOWANCE[spouse?.rate ?? asked.rate]);
  const bySpouse = share(max(0n, spouseOver), 650_000) + ore(spouse?.otherIncomeOre ?? 0);
  const before = max(0n, ore(asked.benefitBeforeOre) - bySpouse);
  const tapered = max(0n, before - share(max(0n, afterAm - free - ore(ALLOWANCE[asked.rate])), 650_000));
  const room = max(ore(CEILING[asked.rate]), before) - (afterAm - free);
  const after = min(tapered, max(0n, room));
  const local =
    (asked.municipality === '0630' ? 234_000 : 250_500) +
    (asked.churchMember ? (asked.municipality === '0630' ? 8_700 : 8_670) : 0);
  const tax = (income: bigint, wage: bigint) => {
    const above = income - ore(450_833);
    const deduction = min(share(wage, 127_500), ore(527_500));
    return share(max(0n, above), 120_100) + share(max(0n, above - deduction), local);
  };
  const taxedWage = afterAm === 0n ? 0n : (gross * (afterAm - free)) / afterAm;
  const taxBefore = tax(before, 0n);
  const taxAfter = tax(after + afterAm - free, taxedWage);
  return {
    grossOre: round(gross),
    atpOre: round(atp),
    pensionOre: round(pension),
    amOre: round(am),
    afterAmOre: round(afterAm),
    benefitBeforeOre: round(before),
    taperDeductionOre: round(before - tapered),
    ceilingDeductionOre: round(tapered - after),
    benefitAfterOre: round(after),
    taxBeforeOre: round(taxBefore),
    taxOre: round(taxAfter),
    netBeforeOre: round(before - taxBefore),
    netAfterOre: round(after + afterAm - taxAfter),
    gainOre: round(after + afterAm - taxAfter - before + taxBefore),
    holidayPayOre: round(share(gross, 125_000)),
  };
}
