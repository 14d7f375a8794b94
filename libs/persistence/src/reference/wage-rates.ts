import { addDays, type WrittenRate } from '#domain';

const TABLE =
  'En offentlig tabel over overenskomstløn 2011 til 2027; en afskrift, ikke overenskomstens tekst';

interface Row {
  from: string;
  kroner: number;
  status?: string;
  source?: string;
  note?: string;
}

/** Each step holds until the day before the next; the last one until a later row says otherwise. */
function stepsOf(key: string, scope: string, rows: readonly Row[], end: string | null = null): WrittenRate[] {
  return rows.map(({ from, kroner, status = 'V2', source = TABLE, note }, at) => {
    const next = rows[at + 1];
    return {
      key,
      scope,
      from,
      to: next ? addDays(next.from, -1) : end,
      kroner,
      status,
      source,
      note: note ?? null,
    };
  });
}

const wages = (scope: string, rows: readonly Row[], end?: string): WrittenRate[] =>
  stepsOf('wage-minimum', scope, rows, end ?? null);

const CONFIRMED = `${TABLE}; stigningen er bekræftet af danskindustri.dk`;
const JUMP =
  'Stigningen på 11,47 kr. fra 2024 er ikke forklaret: måske et andet trin (startløn eller normalløn). Skal bekræftes';
const HK = 'hk.dk, Butiksoverenskomsten (OK23)';
const HK_RISE =
  'hk.dk og stigningerne i aftalen fra 2025: 3,75, 3,50 og 3,50 kr. (nyhed24, 21. februar 2025)';

const minima: WrittenRate[] = [
  ...wages('rengoering', [
    { from: '2023-03-15', kroner: 145.53, source: CONFIRMED },
    { from: '2024-03-15', kroner: 151.28, source: CONFIRMED },
    { from: '2025-03-15', kroner: 162.75, note: JUMP },
    { from: '2026-03-15', kroner: 167.5, note: JUMP },
    { from: '2027-03-15', kroner: 172, note: JUMP },
  ]),
  ...wages('lager', [
    { from: '2024-03-01', kroner: 148.7 },
    { from: '2025-03-01', kroner: 153.7 },
    { from: '2026-03-01', kroner: 158.45 },
    { from: '2027-03-01', kroner: 162.95 },
  ]),
  ...wages('transport', [
    { from: '2025-03-01', kroner: 154.9 },
    { from: '2026-03-01', kroner: 159.65 },
    { from: '2027-03-01', kroner: 164.15 },
  ]),
  ...wages('koekken-hotel', [
    { from: '2024-03-01', kroner: 157.1 },
    { from: '2025-05-01', kroner: 161.22 },
    { from: '2026-03-01', kroner: 165.07 },
    { from: '2027-03-01', kroner: 168.92 },
  ]),
  ...wages('industri', [
    { from: '2024-03-01', kroner: 136.15 },
    { from: '2025-05-01', kroner: 139.9 },
    { from: '2026-03-01', kroner: 143.4 },
    { from: '2027-03-01', kroner: 146.9 },
  ]),
  ...wages('butik', [
    { from: '2023-03-01', kroner: 130.42, status: 'V1', source: HK },
    { from: '2024-03-01', kroner: 134.92, status: 'V1', source: HK },
    { from: '2025-05-01', kroner: 138.67, status: 'D', source: HK_RISE },
    { from: '2026-03-01', kroner: 142.17, status: 'D', source: HK_RISE },
    { from: '2027-03-01', kroner: 145.67, status: 'D', source: HK_RISE },
  ]),
  ...wages('butiksmedhjaelper', [
    { from: '2023-03-01', kroner: 135.11, status: 'V1', source: HK },
    { from: '2024-03-01', kroner: 139.61, status: 'V1', source: HK },
    { from: '2025-05-01', kroner: 143.36, status: 'D', source: HK_RISE },
    { from: '2026-03-01', kroner: 146.86, status: 'D', source: HK_RISE },
    { from: '2027-03-01', kroner: 150.36, status: 'D', source: HK_RISE },
  ]),
  // A wage that is known to be old would tell an employer that too little is enough.
  ...wages(
    'post',
    [{ from: '2024-03-01', kroner: 136.15, note: 'Senere trin er ikke fundet' }],
    '2025-02-28',
  ),
];

const pensions = { lager: 11, transport: 11, 'koekken-hotel': 11.15, industri: 11 } as const;
const onTop: WrittenRate[] = [
  {
    key: 'wage-pension',
    scope: 'rengoering',
    from: '2023-06-15',
    to: '2026-03-14',
    percent: 10.15,
    status: 'V2',
    source: TABLE,
  },
  {
    key: 'wage-pension',
    scope: 'rengoering',
    from: '2026-03-15',
    percent: 11.15,
    status: 'V2',
    source: TABLE,
  },
  ...Object.entries(pensions).map(([scope, percent]) => ({
    key: 'wage-pension',
    scope,
    from: '2026-03-01',
    percent,
    status: 'V2',
    source: TABLE,
    note: 'Tallet for 2026; antaget at gælde fra samme dag som lønnen',
  })),
  {
    key: 'wage-savings',
    scope: 'rengoering',
    from: '2023-06-15',
    percent: 5.2,
    status: 'V2',
    source: TABLE,
    note: 'SH-opsparing',
  },
];

export const wageRates: readonly WrittenRate[] = [...minima, ...onTop];
