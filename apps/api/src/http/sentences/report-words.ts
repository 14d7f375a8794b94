import type { ChangeKind, HandoverReason, MonitoringIndicator } from '#domain';
import type { LoadMark } from '#use-cases';

/** What the columns and rows of reports are called in Danish: in files and on the pages of the figures. */
export const indicatorWords: Readonly<Record<MonitoringIndicator, string>> = {
  'paid-hours': 'Ordinære løntimer',
  'people-in-paid-hours': 'Borgere med ordinære løntimer',
  'small-jobs': 'Småjobs (borgere i løntimer)',
  hybrid: 'Hybrid: løntimer og ulønnede timer samtidig',
  'placements-begun': 'Forløb med ulønnede timer, påbegyndte',
  'job-or-education': 'Job eller uddannelse',
  'self-support': 'Selvforsørgelse',
  'flex-job': 'Fleksjob',
  'early-retirement': 'Førtidspension',
  'resource-course': 'Ressourceforløb',
};

export const measureWords = { stock: 'Antal den sidste dag', flow: 'I løbet af året' } as const;

export const changeKindWords: Readonly<Record<ChangeKind, string>> = {
  intended: 'Ønsket eller planlagt',
  unintended: 'Ikke ønsket',
  untold: 'Grunden er ikke sagt',
};

export const changeReasonWords: Readonly<Record<HandoverReason, string>> = {
  first: 'Første kontaktperson',
  planned: 'Planlagt',
  leave: 'Orlov, barsel eller sygdom',
  resigned: 'Er holdt op',
  reorganised: 'Ny fordeling af arbejdet',
  'asked-for': 'Borgeren bad om det',
  'fresh-eyes': 'Friske øjne',
  'broker-takes-over': 'Borgerens egen formidler tager over',
  other: 'Andet',
};

export const loadMarkWords: Readonly<Record<LoadMark, string>> = {
  below: '',
  'over-target': 'Over målet',
  'over-limit': 'Over grænsen',
};

export const fewWords = 'under 5';
