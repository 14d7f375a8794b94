import type { SmallJobStatus } from '#domain';

const statuses: Record<SmallJobStatus, string> = {
  draft: 'Kladde',
  open: 'Åbent',
  paused: 'På pause',
  filled: 'Besat',
  closed: 'Lukket',
};

/** The map of workplaces, for the municipality. */
export const mapWords = {
  tab: 'Kort',
  heading: 'Kort over arbejdspladser',
  intro: 'Kun arbejdspladser. Hvor borgere bor, står ikke på kortet.',
  jobs: 'Småjob som liste',
  filter: 'Vælg, hvad kortet viser',
  status: 'Status',
  usual: 'Åbne, besatte og på pause',
  statuses,
  category: 'Opgave',
  company: 'Firma',
  all: 'Alle',
  from: 'Mål afstande fra',
  fromJob: (title: string): string => `Arbejdspladsen: ${title}`,
  show: 'Vis kortet',
  clear: 'Ryd',
  count: (count: number): string => (count === 1 ? '1 arbejdsplads' : `${count} arbejdspladser`),
  cut: (shown: number, count: number): string =>
    `De ${shown} nærmeste af ${count}. Vælg firma eller opgave for at se resten.`,
  measured: (name: string): string => `Afstande i luftlinje fra ${name}.`,
  mapLabel: (count: number): string => `Kort med ${count} numre, de samme som i listen`,
  pin: (number: number, company: string, distance: string): string => `${number}: ${company}, ${distance}`,
  listHeading: 'De samme steder som liste',
  bands: ['Op til 2 km', '2 til 5 km', '5 til 10 km', 'Mere end 10 km'],
  noBands: 'Steder',
  metres: (metres: number): string =>
    metres < 1000
      ? `${Math.round(metres / 50) * 50} m`
      : `${(metres / 1000).toLocaleString('da-DK', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} km`,
  kilometres: (km: number): string => `${km} km`,
  onMap: (number: number): string => `Vis ${number} på kortet`,
  measureHere: 'Mål herfra',
  seats: (taken: number, of: number): string => `${taken} af ${of} pladser`,
  none: 'Ingen arbejdspladser passer til det, du har valgt.',
  withoutHeading: 'Uden sted på kortet',
  withoutIntro: 'Vi ved ikke, hvor de er. Skriv adressen på småjobbet, så kommer de med.',
};
