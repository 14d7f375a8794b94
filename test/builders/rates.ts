import { RateTable, type Rate, type RateKey } from '#domain';

const rate = (key: RateKey, scope: string, value: Rate['value'], over: Partial<Rate> = {}): Rate => ({
  key,
  scope,
  from: '2026-01-01',
  to: '2026-12-31',
  value,
  status: 'V2',
  source: `Source of ${key}`,
  note: null,
  ...over,
});

/** Rates of 2026 as a test wants to see them, independent of the rows that come with the product. */
export const ratesOf2026 = (): Rate[] => [
  rate('benefit', 'forhoejet', 1_334_500),
  rate('benefit', 'hjemmeboende', null),
  rate('supplement', 'tilpasningstillaeg', 200_000),
  rate('supplement', 'boernetillaeg', null),
  rate('allowance', 'forhoejet', 250_000),
  rate('allowance', 'grundsats', 500_000),
  rate('allowance', 'mindstesats', 500_000),
  rate('allowance', 'hjemmeboende', 0),
  ...(['forhoejet', 'grundsats', 'mindstesats', 'hjemmeboende'] as const).flatMap((group) => [
    rate('taper', group, 650_000),
    rate('ceiling-share', group, group === 'forhoejet' ? 1_000_000 : 850_000),
  ]),
  rate('max-dagpenge', '', 2_204_100),
  rate('income-basis', '', 'after-am', { status: 'M' }),
  rate('am-bidrag', '', 80_000),
  rate('bottom-tax', '', 120_100),
  rate('personal-allowance', '', 5_410_000),
  rate('work-deduction', '', 127_500),
  rate('work-deduction-max', '', 6_330_000),
  rate('municipal-tax', '0630', 234_000),
  rate('church-tax', '0630', 8_700),
  rate('municipal-tax', '0001', 250_500),
  rate('church-tax', '0001', 8_670),
  rate('atp-employee', '39', 3_300),
  rate('atp-employee', '78', 6_600),
  rate('atp-employee', '117', 9_900),
  rate('atp-employer', '39', 6_600),
  rate('atp-employer', '78', 13_200),
  rate('atp-employer', '117', 19_800),
  rate('social-free-card', '', 4_128_000, { status: 'V1' }),
  rate('holiday-pay', '', 125_000),
  rate('wage-minimum', 'rengoering', 16_750, { from: '2026-03-15', to: null }),
  rate('wage-minimum', 'lager', 15_845, { from: '2026-03-01', to: '2027-02-28' }),
  rate('wage-minimum', 'lager', 16_295, { from: '2027-03-01', to: null }),
  rate('wage-pension', 'rengoering', 111_500, { to: null }),
  rate('wage-pension', 'lager', 110_000, { to: null }),
  rate('wage-savings', 'rengoering', 52_000, { to: null }),
];

export const rateTable = (on = '2026-11-22', over: readonly Rate[] = []): RateTable => {
  const replaced = new Set(over.map(({ key, scope }) => `${key} ${scope}`));
  const kept = ratesOf2026().filter(({ key, scope }) => !replaced.has(`${key} ${scope}`));
  return new RateTable(on, [...kept, ...over]);
};

export { rate as aRate };
