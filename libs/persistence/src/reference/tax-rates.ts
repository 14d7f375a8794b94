import type { WrittenRate } from '#domain';

const in2026 = { from: '2026-01-01', to: '2026-12-31' } as const;

const TAX = 'Offentlige kopier, der henviser til skm.dk og skat.dk';
const tax: WrittenRate[] = [
  {
    key: 'am-bidrag',
    ...in2026,
    percent: 8,
    status: 'V2',
    source: TAX,
    note: 'Af løn; der er intet af kontanthjælp',
  },
  { key: 'bottom-tax', ...in2026, percent: 12.01, status: 'V2', source: TAX },
  {
    key: 'personal-allowance',
    ...in2026,
    kroner: 54_100,
    status: 'V2',
    source: TAX,
    note: 'Om året; en tolvtedel om måneden, i hele øre',
  },
  {
    key: 'work-deduction',
    ...in2026,
    percent: 12.75,
    status: 'V2',
    source: TAX,
    note: 'Sænker kun kommune- og kirkeskat',
  },
  {
    key: 'work-deduction-max',
    ...in2026,
    kroner: 63_300,
    status: 'V2',
    source: TAX,
    note: 'Om året; en tolvtedel om måneden, i hele øre',
  },
];

const ATP = 'Timegrænser set i et lønprogram; beløb fra almindelig viden';
const OTHER_FIGURE = 'Månedsløn. En offentlig side viser endnu 94,65 kr. for 2025';
const steps = [
  ['39', 33],
  ['78', 66],
  ['117', 99],
] as const;
const atp: WrittenRate[] = steps.flatMap(([scope, kroner]) => [
  { key: 'atp-employee', scope, from: '2024-01-01', kroner, status: 'M', source: ATP, note: OTHER_FIGURE },
  {
    key: 'atp-employer',
    scope,
    from: '2024-01-01',
    kroner: 2 * kroner,
    status: 'M',
    source: ATP,
    note: 'Det dobbelte af medarbejderens del',
  },
]);

const other: WrittenRate[] = [
  {
    key: 'social-free-card',
    from: '2024-01-01',
    kroner: 41_280,
    status: 'V1',
    source: 'lovguiden.dk, lov om socialt frikort',
    note: 'Et kalenderår; 2024-niveau. Beløbet for 2026 er ikke fundet',
  },
  {
    key: 'holiday-pay',
    from: '2020-09-01',
    percent: 12.5,
    status: 'V2',
    source: 'Ferieloven',
    note: 'For timelønnede',
  },
];

export const taxRates: readonly WrittenRate[] = [...tax, ...atp, ...other];
