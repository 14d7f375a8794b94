import type { WrittenRate } from '#domain';

/**
 * Kontanthjælp after 1 July 2025. Before that day another rule held (so many kroner for each hour worked), which the
 * calculator does not know: it has no rows then and says so.
 */
const REFORM = '2025-07-01';
const in2025 = { from: REFORM, to: '2025-12-31' } as const;
const in2026 = { from: '2026-01-01', to: '2026-12-31' } as const;

const UPRATED = 'Reguleret som den højeste dagpengesats; den officielle sats kan være op til 1 % anderledes';
const KEPT_BASE = 'Antager, at reformen beholdt beløbet for dem over 30 år uden børn';
const AGREEMENT =
  'Aftalen af 13. oktober 2023 og dens faktaark, via lundsteenwiederquist.dk; lov nr. 1655 af 30. december 2024';
const NOT_UPRATED =
  'Som aftalt (2024-niveau). Det er ikke bekræftet, at beløbet reguleres hvert år; bliver det det, indlæses en ny række';

const benefit: WrittenRate[] = [
  {
    key: 'benefit',
    scope: 'mindstesats',
    ...in2025,
    kroner: 6789,
    status: 'D',
    source: 'drc.ngo: selvforsørgelsesydelse 6.219 kr. i 2021',
    note: UPRATED,
  },
  {
    key: 'benefit',
    scope: 'grundsats',
    ...in2025,
    kroner: 7205,
    status: 'D',
    source: 'ligevaerd.dk: 6.955 kr. i 2024-niveau',
    note: UPRATED,
  },
  {
    key: 'benefit',
    scope: 'forhoejet',
    ...in2025,
    kroner: 12_770,
    status: 'D',
    source: 'bm.dk, satser for 2025, via en offentlig kopi',
    note: KEPT_BASE,
  },
  {
    key: 'benefit',
    scope: 'mindstesats',
    ...in2026,
    kroner: 7095,
    status: 'D',
    source: 'drc.ngo: selvforsørgelsesydelse 6.219 kr. i 2021',
    note: UPRATED,
  },
  {
    key: 'benefit',
    scope: 'grundsats',
    ...in2026,
    kroner: 7529,
    status: 'D',
    source: 'ligevaerd.dk: 6.955 kr. i 2024-niveau',
    note: UPRATED,
  },
  {
    key: 'benefit',
    scope: 'forhoejet',
    ...in2026,
    kroner: 13_345,
    status: 'D',
    source: 'bm.dk: 11.944 kr. i 2023',
    note: `${UPRATED}. ${KEPT_BASE}`,
  },
  {
    key: 'benefit',
    scope: 'hjemmeboende',
    from: REFORM,
    kroner: null,
    status: 'M',
    source: 'Ikke fundet',
    note: 'Egen sats til dem under 30 år, der bor hos en forælder',
  },
];

const LAW = 'Lov om aktiv socialpolitik § 19 (LBK nr. 1004 af 30. juni 2025)';
const LEVEL_2024 = '2024-niveau; reguleres hvert år';
const ungetillaeg = { key: 'supplement', from: REFORM, status: 'V1', source: LAW, note: LEVEL_2024 } as const;
const unknown = {
  key: 'supplement',
  from: REFORM,
  kroner: null,
  status: 'M',
  source: 'borger.dk nævner tillægget; beløbet er ikke fundet',
} as const;

const supplements: WrittenRate[] = [
  { ...ungetillaeg, scope: 'ungetillaeg-under-25', kroner: 1000 },
  { ...ungetillaeg, scope: 'ungetillaeg-25-29', kroner: 2500 },
  { ...ungetillaeg, scope: 'ungetillaeg-forsoerger', kroner: 2500 },
  {
    key: 'supplement',
    scope: 'tilpasningstillaeg',
    from: REFORM,
    kroner: 2000,
    status: 'V2',
    source: 'ligevaerd.dk',
    note: `I to år, under 30 år på grundsats. ${LEVEL_2024}`,
  },
  ...['boernetillaeg', 'enlig-forsoerger', 'enlig-ikke-forsoerger', 'fritidstillaeg'].map((scope) => ({
    ...unknown,
    scope,
  })),
];

const agreed = { from: REFORM, status: 'V2', source: AGREEMENT } as const;
const groups = ['forhoejet', 'grundsats', 'mindstesats', 'hjemmeboende'] as const;
const allowances = { forhoejet: 2500, grundsats: 5000, mindstesats: 5000, hjemmeboende: 0 } as const;
const ceilings = { forhoejet: 100, grundsats: 85, mindstesats: 85, hjemmeboende: 85 } as const;

const earnings: WrittenRate[] = [
  ...groups.map((scope) => ({
    key: 'allowance',
    scope,
    ...agreed,
    kroner: allowances[scope],
    note: NOT_UPRATED,
  })),
  ...groups.map((scope) => ({ key: 'taper', scope, ...agreed, percent: 65 })),
  ...groups.map((scope) => ({
    key: 'ceiling-share',
    scope,
    ...agreed,
    percent: ceilings[scope],
    ...(scope === 'hjemmeboende' && { status: 'M', note: 'Antaget som for grundsats' }),
  })),
  {
    key: 'income-basis',
    from: REFORM,
    choice: 'after-am',
    status: 'M',
    source: 'Ældre praksis, familieadvokaten.dk',
    note: 'Løn efter AM-bidrag, ATP og egen pension. Det er ikke bekræftet, at den nye regel tæller sådan',
  },
];

const maxDagpenge: WrittenRate[] = [
  {
    key: 'max-dagpenge',
    from: '2023-01-01',
    to: '2023-12-31',
    kroner: 19_728,
    status: 'V1',
    source: 'ft.dk FIU 123 (2023)',
  },
  {
    key: 'max-dagpenge',
    from: '2024-01-01',
    to: '2024-12-31',
    kroner: 20_359,
    status: 'V2',
    source: 'Set uden årstal; 20.359 / 19.728 = 12.326 / 11.944 giver året',
  },
  {
    key: 'max-dagpenge',
    from: '2025-01-01',
    to: '2025-12-31',
    kroner: 21_092,
    status: 'D',
    source: '20.359 × 12.770 / 12.326',
  },
  {
    key: 'max-dagpenge',
    ...in2026,
    kroner: 22_041,
    status: 'V2',
    source: 'bm.dk, Satser for 2026, læst 26. september 2026 af minberegner.dk',
  },
];

export const benefitRates: readonly WrittenRate[] = [...benefit, ...supplements, ...earnings, ...maxDagpenge];
