import { describe, expect, it } from '@jest/globals';
import { estimateBenefit, RateTable, type RateGroup } from '#domain';
import { knownRates } from './known-rates.js';

/** The examples use the average of all municipalities. */
const average = {
  key: 'municipal-tax',
  scope: '9999',
  from: '2026-01-01',
  to: null,
  value: 250_500,
} as const;
const table = new RateTable('2026-11-22', [
  ...knownRates(),
  { ...average, status: 'V2', source: 'The average of 2026', note: null },
]);

interface Worked {
  rate: RateGroup;
  benefit: number;
  hours: number;
  wage: number;
}

const worked = (rate: RateGroup, benefit: number, hours: number, wage: number): Worked => ({
  rate,
  benefit,
  hours,
  wage,
});

/**
 * Ten worked examples, in kroner: gross, AM, after AM, taper, ceiling, benefit, before, after, gain,
 * gain an hour, holiday pay.
 * Holiday pay of G is exactly 924.105 and so 924.11; where it was first computed, in binary, it came out as 924.10.
 */
const examples: [string, Worked, number[]][] = [
  [
    'A',
    worked('forhoejet', 13_345, 21.67, 167.5),
    [3629.73, 290.38, 3339.35, 545.58, 0, 12799.42, 10070.13, 11944.46, 1874.33, 86.49, 453.72],
  ],
  [
    'B',
    worked('forhoejet', 13_345, 30, 158.45),
    [4753.5, 380.28, 4373.22, 1217.59, 0, 12127.41, 10070.13, 12208.1, 2137.97, 71.27, 594.19],
  ],
  [
    'C',
    worked('forhoejet', 13_345, 52, 158.45),
    [8239.4, 656.51, 7549.89, 3282.43, 0, 10062.57, 10070.13, 13019.23, 2949.1, 56.71, 1029.93],
  ],
  [
    'D',
    worked('forhoejet', 13_345, 65, 158.45),
    [10299.25, 821.3, 9444.95, 4514.22, 0, 8830.78, 10070.13, 13502.48, 3432.35, 52.81, 1287.41],
  ],
  [
    'E',
    worked('forhoejet', 13_345, 86.67, 158.45),
    [13732.86, 1093.35, 12573.51, 6547.78, 0, 6797.22, 10070.13, 14301.33, 4231.2, 48.82, 1716.61],
  ],
  [
    'F',
    worked('mindstesats', 7_095, 52, 158.45),
    [8239.4, 656.51, 7549.89, 1657.43, 0, 5437.57, 6136.38, 10108.25, 3971.87, 76.38, 1029.93],
  ],
  [
    'G',
    worked('grundsats', 7_529, 52, 142.17),
    [7392.84, 588.79, 6771.05, 1151.18, 0, 6377.82, 6409.54, 10182.8, 3773.26, 72.56, 924.11],
  ],
  [
    'H',
    worked('hjemmeboende', 3_000, 30, 142.17),
    [4265.1, 341.21, 3923.89, 2550.53, 0, 449.47, 3000, 4373.36, 1373.36, 45.78, 533.14],
  ],
  [
    'I',
    worked('grundsats', 7_529, 100, 143.4),
    [14340, 1141.92, 13132.08, 5285.85, 0, 2243.15, 6409.54, 11805.96, 5396.42, 53.96, 1792.5],
  ],
  [
    'J',
    worked('grundsats', 12_000, 80, 150),
    [12000, 954.72, 10979.28, 3886.53, 357.9, 7755.57, 9223.59, 13845.77, 4622.18, 57.78, 1500],
  ],
];

const estimate = ({ rate, benefit, hours, wage }: Worked) =>
  estimateBenefit(
    {
      rate,
      benefitBeforeOre: Math.round(benefit * 100),
      hoursPerMonth: hours,
      hourlyWageOre: Math.round(wage * 100),
      municipality: '9999',
    },
    table,
  );

describe('the worked examples of the rates that come with the product', () => {
  it.each(examples)('%s holds to the øre', (_name, input, kroner) => {
    const figures = estimate(input);
    expect([
      figures.grossOre,
      figures.amOre,
      figures.afterAmOre,
      figures.taperDeductionOre,
      figures.ceilingDeductionOre,
      figures.benefitAfterOre,
      figures.netBeforeOre,
      figures.netAfterOre,
      figures.gainOre,
      figures.gainPerHourOre,
      figures.holidayPayOre,
    ]).toEqual(kroner.map((amount) => Math.round(amount * 100)));
  });

  it('all stand on the rates of 2026 and are a guide', () => {
    for (const [, input] of examples) {
      expect(estimate(input)).toMatchObject({ ratesFrom: '2026-01-01', guidance: true });
    }
  });
});
