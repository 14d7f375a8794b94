import type { LadderMessage, LadderName, StepChannel, StepTarget } from '#domain';

const targets: Record<StepTarget, string> = {
  citizen: 'borgeren',
  workplace: 'firmaet',
  contact: 'kontaktpersonen',
  deputy: 'stedfortræderen',
  duty: 'den, der er på vagt',
  leader: 'lederen',
  list: 'teamets liste',
};
const channels: Record<StepChannel, string> = { sms: 'sms', email: 'mail', task: 'opgave på listen' };
const names: Record<LadderName, string> = { 'not-seen': 'Ikke set', 'not-here': 'Ikke mødt op' };
const starts: Record<LadderName, string> = {
  'not-seen': 'Begynder, når ingen har set personen, et stykke tid efter at vagten skulle begynde.',
  'not-here': 'Begynder, når firmaet eller kontaktpersonen har sagt, at personen ikke er kommet.',
};
/** What a step says, as one chooses it. */
const messages: Record<LadderMessage, string> = {
  'not-seen-citizen': 'Spørg borgeren: Er alt okay?',
  'not-here-citizen': 'Skriv til borgeren: Vi ringer',
  'not-seen-workplace': 'Spørg firmaet: Er personen kommet?',
  'workplace-told': 'Fortæl firmaet, hvem der tager sig af det',
  'not-seen-contact': 'Sig til kontaktpersonen: Ved ikke',
  'not-here-contact': 'Sig til kontaktpersonen: Ikke mødt op',
  'not-here-deputy': 'Sig til stedfortræderen: Ingen har taget den',
  'not-here-leader': 'Sig til lederen: Ingen har taget den',
  'nobody-took-it': 'Sæt det på teamets liste',
};

/** The two ladders: what happens when somebody is missing. */
export const laddersWords = {
  tab: 'Trin, når nogen mangler',
  heading: 'Trin, når nogen mangler',
  intro: 'Hvem får besked, hvornår, og hvad står der. Der er to forløb. Begge ender altid hos et menneske.',
  back: 'Til de to forløb',
  names,
  starts,
  edit: 'Se og ret',
  changed: (version: number, day: string, by: string | null): string =>
    `Udgave ${version} · ${day}${by === null ? '' : ` · ${by}`}`,
  standard: 'Standarden, som ingen har rettet',
  runs: (n: number): string =>
    n === 1
      ? 'Én sag er i gang. Den beholder de trin, den begyndte med.'
      : `${n} sager er i gang. De beholder de trin, de begyndte med.`,
  noRuns: 'Sager, der er i gang, beholder de trin, de begyndte med. Lige nu er der ingen.',

  when: 'Hvornår',
  firstShifts: 'Alle trin for de første så mange vagter',
  firstShiftsHint: 'Senere vagter kommer kun på dagens liste, hvis ingen har sagt noget.',
  always: 'Altid alle trin for den, der har valgt tæt kontakt',
  grace: 'Vent så længe efter vagtens start',
  graceHint: 'Er der aftalt mere fleksibilitet, gælder den.',
  durationHint: 'Minutter, eller fx »90 sek« og »2 timer«',
  duration: {
    da: 'skal være minutter som 10, eller fx 90 sek eller 2 timer',
    en: 'must be minutes like 10, or 90 sek, 2 timer',
  },
  steps: 'Trin',
  step: (n: number): string => `Trin ${n}`,
  after: 'Efter',
  what: 'Hvad',
  channel: 'Hvordan',
  channelNames: { sms: 'Sms', email: 'Mail', task: 'Opgave på listen' } satisfies Record<StepChannel, string>,
  messages,
  dutyMessage: 'Sig til den på vagt: Ingen har taget den',
  more: 'Tidsrum og gentagelse',
  moreHint:
    'Kun for trin til kolleger. Uden for tidsrummet går trinnet et andet sted hen. Det gentages, til nogen tager sagen.',
  hoursFrom: 'Kun fra kl.',
  hoursTo: 'Kun til kl.',
  otherwise: 'Ellers til',
  otherwises: { duty: 'Den, der er på vagt', list: 'Teamets liste' },
  times: 'Gange i alt',
  every: 'Hver',
  inHours: (from: string, to: string, otherwise: string): string =>
    `, kl. ${from}-${to}, ellers ${otherwise}`,
  repeated: (times: number, every: string): string => `, ${times} gange, hver ${every}`,
  up: 'Flyt op',
  down: 'Flyt ned',
  remove: 'Fjern',
  ofStep: (what: string, n: number): string => `${what}: trin ${n}`,
  add: 'Tilføj et trin',
  holds: 'Når nogen tager den',
  holdsHint: 'Så længe holder det, før vi spørger »Stadig i gang?«',
  call: 'Jeg ringer',
  drive: 'Jeg kører',
  other: 'Andet',
  quiet: 'Ro om natten',
  quietOn: 'Lad trinene vente i disse timer',
  quietHint: 'Uden det går trinene på alle timer, hvor der er vagter.',
  from: 'Fra kl.',
  to: 'Til kl.',
  save: 'Gem som ny udgave',
  look: 'Forhåndsvisning',
  saved: 'Gemt som ny udgave. Sager, der er i gang, fortsætter som før.',
  restored: 'Den tidligere udgave gælder igen, som en ny udgave.',

  preview: 'Sådan forløber det, når vagten begynder kl. 8',
  previewNote: 'Navnene er opfundne. Teksterne er dem, der gælder i dag.',
  at: (time: string): string => `kl. ${time}`,
  sent: (how: string, whom: string): string => `${how} til ${whom}`,
  onList: (whom: string): string => `opgave til ${whom}`,
  targets,
  channels,
  beginsAt: (time: string): string => `kl. ${time} går det i gang`,
  onlyList: (n: number): string =>
    `Fra vagt ${n} kommer det kun på dagens liste, medmindre borgeren har valgt tæt kontakt.`,
  warnings: 'Se på det her',
  lateFirst: (n: number): string => `Der går ${n} minutter, før den første kollega hører om det.`,
  endsLate: (n: number): string => `Forløbet varer ${n} minutter. Vagten kan være slut inden.`,
  companyLate: (n: number): string => `Firmaet hører først efter ${n} minutter, hvem der tager sig af det.`,
  rests: (from: string, to: string): string =>
    `Trinene venter fra kl. ${from} til ${to}. En vagt i de timer får først hjælp bagefter.`,
  noPhone: (names: string): string =>
    `Uden telefon: ${names}. En sms til en af dem bliver til en opgave på listen.`,
  notPossible: 'Det kan ikke gemmes sådan:',

  tryIt: 'Prøv den',
  tryIntro: 'Send trinenes tekster til dig selv, mærket som prøve. Borgere og firmaer får intet.',
  tryButton: 'Send prøverne til mig',
  tried: 'Prøverne er på vej til dig.',
  noAddress: 'Du har ikke den telefon eller e-mail, et af trinene bruger. Ret det under Brugere.',

  versions: 'Udgaver',
  versionsTab: 'Udgaver af trin',
  versionsHeading: (name: string): string => `Udgaver af »${name}«`,
  allVersions: 'Se og sammenlign udgaver',
  noVersions: 'Ingen har rettet trinene endnu, så standarden gælder.',
  columns: ['Udgave', 'Gemt', 'Af', 'Fortryd'],
  now: 'Gælder nu',
  tookBack: (n: number): string => (n === 0 ? 'Tog standarden tilbage' : `Tog udgave ${n} tilbage`),
  began: 'Kommunen begyndte med den',
  compare: 'Sammenlign',
  compareOld: 'Før',
  compareNew: 'Efter',
  version: (n: number): string => `Udgave ${n}`,
  standardVersion: 'Standarden',
  same: 'De to udgaver siger det samme.',
  gone: 'Før',
  came: 'Nu',
  takeBack: 'Tag den tilbage',
  takeBackOf: (n: number): string => `Tag den tilbage: udgave ${n}`,
  takeBackStandard: 'Tag den tilbage: standarden',
  backToLadder: 'Til trinene',

  lines: {
    first: (n: number): string => `Alle trin for de første ${n} vagter.`,
    close: 'Altid alle trin ved tæt kontakt.',
    notClose: 'Ikke særligt ved tæt kontakt.',
    grace: (span: string): string => `Venter ${span} efter start.`,
    step: (span: string, what: string, how: string): string => `Efter ${span}: ${what} (${how}).`,
    holds: (what: string, span: string): string => `»${what}« holder ${span}.`,
    quiet: (from: string, to: string): string => `Venter fra kl. ${from} til ${to}.`,
    noQuiet: 'Går på alle timer.',
  },
  span: (minutes: number): string => {
    if (minutes === 0) return '0 minutter';
    if (minutes < 1) return `${Math.round(minutes * 60)} sekunder`;
    if (minutes % 60 === 0) return minutes === 60 ? '1 time' : `${minutes / 60} timer`;
    return minutes === 1 ? '1 minut' : `${minutes} minutter`;
  },
};
