import type { ImportKind } from './import.js';

/** A column that a file may have. */
export interface ImportField {
  name: string;
  /** As the template calls it. */
  heading: string;
  /** Other headings that are understood, as other systems write them. */
  also: readonly string[];
  required?: true;
  /** In the template's one row. */
  example: string;
  /** What a new one gets when the file says nothing. Said before anything is loaded. */
  otherwise?: string;
}

const place = (street: string, postcode: string, town: string): ImportField[] => [
  { name: 'street', heading: 'Adresse', also: ['Vej', 'Gade', 'Vejnavn', 'Gadenavn'], example: street },
  { name: 'postcode', heading: 'Postnr.', also: ['Postnummer'], example: postcode },
  { name: 'town', heading: 'By', also: ['Bynavn', 'Postdistrikt'], example: town },
];

const citizens: readonly ImportField[] = [
  {
    name: 'reference',
    heading: 'Sagsnr.',
    also: ['Sagsnummer', 'Borger-id', 'Id', 'Reference'],
    example: 'DEMO-1',
  },
  { name: 'name', heading: 'Navn', also: ['Fulde navn', 'Borger'], required: true, example: 'Demo Demosen' },
  {
    name: 'phone',
    heading: 'Telefon',
    also: ['Mobil', 'Mobilnr', 'Mobilnummer', 'Telefonnummer', 'Tlf'],
    example: '20 00 00 00',
  },
  { name: 'email', heading: 'E-mail', also: ['Mail', 'Mailadresse'], example: 'demo@borger.example' },
  {
    name: 'channel',
    heading: 'Kontaktes ved',
    also: ['Kanal', 'Kontaktform'],
    example: 'sms',
    otherwise: 'sms til den, der har et nummer, ellers e-mail, ellers brev',
  },
  { name: 'sharedPhone', heading: 'Delt telefon', also: [], example: 'nej', otherwise: 'ikke delt' },
  { name: 'language', heading: 'Sprog', also: [], example: 'dansk', otherwise: 'dansk' },
  ...place('Demovej 1', '7100', 'Vejle'),
  {
    name: 'protectedAddress',
    heading: 'Beskyttet adresse',
    also: ['Adressebeskyttelse', 'Navne- og adressebeskyttelse'],
    example: 'nej',
    otherwise: 'ikke beskyttet',
  },
  { name: 'cpr', heading: 'CPR', also: ['CPR-nr', 'CPR-nummer', 'Personnummer'], example: '' },
  {
    name: 'broker',
    heading: 'Kontaktperson',
    also: ['Borgerkonsulent', 'Konsulent', 'Sagsbehandler', 'Jobformidler'],
    example: '',
    otherwise: 'dig',
  },
  {
    name: 'goal1',
    heading: 'Ønske 1',
    also: ['Jobmål', 'Jobmål 1', 'Ønske'],
    example: 'Lager: vil gerne bruge kroppen',
  },
  { name: 'goal2', heading: 'Ønske 2', also: ['Jobmål 2'], example: 'Køkken' },
  { name: 'goal3', heading: 'Ønske 3', also: ['Jobmål 3'], example: '' },
  {
    name: 'hoursMin',
    heading: 'Timer mindst',
    also: ['Timer min'],
    example: '3',
    otherwise: 'det, der er almindeligt for et småjob hos jer',
  },
  { name: 'hoursWish', heading: 'Timer ønsket', also: ['Timer', 'Ugentlige timer'], example: '8' },
  { name: 'hoursMax', heading: 'Timer højst', also: ['Timer max', 'Timer maks'], example: '15' },
  {
    name: 'windows',
    heading: 'Kan arbejde',
    also: ['Tidspunkter', 'Arbejdstid'],
    example: 'man-fre 8-14',
    otherwise: 'hverdage kl. 8-16',
  },
  {
    name: 'walk',
    heading: 'Gå (min.)',
    also: ['Gang', 'Til fods'],
    example: '20',
    otherwise: 'en halv time til fods, på cykel og med bus',
  },
  { name: 'bike', heading: 'Cykel (min.)', also: ['Cykel'], example: '30' },
  { name: 'bus', heading: 'Bus (min.)', also: ['Bus', 'Offentlig transport'], example: '40' },
  { name: 'car', heading: 'Bil (min.)', also: ['Bil'], example: '' },
  {
    name: 'lift',
    heading: 'Løft højst (kg)',
    also: ['Løft', 'Løft kg'],
    example: '10',
    otherwise: 'forsigtige grænser: løft 5 kg, noget af det andet',
  },
  { name: 'standing', heading: 'Stå og gå', also: ['Stående arbejde'], example: 'noget' },
  { name: 'noise', heading: 'Støj', also: [], example: 'noget' },
  { name: 'people', heading: 'Kontakt med mennesker', also: ['Mennesker'], example: 'meget' },
  {
    name: 'danish',
    heading: 'Dansk (0-5)',
    also: ['Dansk', 'Danskniveau'],
    example: '4',
    otherwise: '3 af 5',
  },
  {
    name: 'saidYes',
    heading: 'Har sagt ja',
    also: ['Sagt ja', 'Vil gerne have småjob'],
    example: 'ja',
    otherwise: 'har ikke sagt ja endnu, og bliver derfor ikke foreslået',
  },
  {
    name: 'availableFrom',
    heading: 'Kan starte',
    also: ['Klar fra', 'Startdato', 'Fra dato'],
    example: '01-12-2026',
    otherwise: 'i dag',
  },
];

const companies: readonly ImportField[] = [
  { name: 'cvr', heading: 'CVR-nr.', also: ['CVR', 'CVR-nummer'], required: true, example: '00000000' },
  {
    name: 'name',
    heading: 'Firma',
    also: ['Navn', 'Virksomhed', 'Firmanavn', 'Virksomhedsnavn'],
    required: true,
    example: 'Demo Frugt ApS',
  },
  ...place('Demohavnen 1', '7100', 'Vejle').map((field) => ({ ...field, required: true as const })),
  { name: 'industry', heading: 'Branche', also: [], example: 'Frugt og grønt, engros' },
  {
    name: 'contactName',
    heading: 'Kontaktperson',
    also: ['Kontakt', 'Kontakt navn'],
    required: true,
    example: 'Demo Kontakt',
  },
  {
    name: 'contactPhone',
    heading: 'Telefon',
    also: ['Mobil', 'Tlf', 'Telefonnummer', 'Kontakt telefon'],
    required: true,
    example: '20 00 00 00',
  },
  {
    name: 'contactEmail',
    heading: 'E-mail',
    also: ['Mail', 'Mailadresse', 'Kontakt e-mail'],
    example: 'demo@firma.example',
  },
];

const smallJobs: readonly ImportField[] = [
  {
    name: 'reference',
    heading: 'Jobnr.',
    also: ['Jobnummer', 'Id', 'Reference'],
    example: 'DEMO-JOB-1',
  },
  {
    name: 'company',
    heading: 'Firma',
    also: ['CVR', 'CVR-nr', 'Virksomhed', 'Firmanavn'],
    required: true,
    example: '00000000',
  },
  {
    name: 'title',
    heading: 'Titel',
    also: ['Job', 'Opgave', 'Småjob'],
    required: true,
    example: 'Fjerne tomme kasser (demo)',
  },
  { name: 'category', heading: 'Kategori', also: ['Slags', 'Type'], required: true, example: 'Lager' },
  {
    name: 'description',
    heading: 'Beskrivelse',
    also: ['Tekst'],
    example: 'Du samler tomme kasser op, så trucken kan køre.',
    otherwise: 'titlen',
  },
  ...place('', '', '').map((field, at) => (at === 0 ? { ...field, otherwise: 'firmaets adresse' } : field)),
  {
    name: 'shifts',
    heading: 'Vagter',
    also: ['Arbejdstid', 'Hvornår', 'Tider'],
    required: true,
    example: 'man, ons, fre 8-12',
  },
  {
    name: 'startDate',
    heading: 'Første dag',
    also: ['Startdato', 'Start', 'Fra dato'],
    required: true,
    example: '01-02-2027',
  },
  { name: 'endDate', heading: 'Sidste dag', also: ['Slutdato', 'Slut', 'Til dato'], example: '' },
  {
    name: 'flexibility',
    heading: 'Må starte senere (min.)',
    also: ['Fleksibel start', 'Senere start'],
    example: '120',
    otherwise: 'fast mødetid',
  },
  { name: 'wage', heading: 'Timeløn', also: ['Løn', 'Kr. i timen'], required: true, example: '158,45' },
  { name: 'agreement', heading: 'Overenskomst', also: [], example: '' },
  { name: 'positions', heading: 'Pladser', also: ['Antal', 'Antal pladser'], example: '1', otherwise: '1' },
  {
    name: 'lift',
    heading: 'Løft (kg)',
    also: ['Løft'],
    example: '10',
    otherwise: 'løft 5 kg, noget af det andet',
  },
  { name: 'standing', heading: 'Stå og gå', also: [], example: 'meget' },
  { name: 'noise', heading: 'Støj', also: [], example: 'noget' },
  { name: 'people', heading: 'Kontakt med mennesker', also: ['Mennesker'], example: 'noget' },
  { name: 'danish', heading: 'Dansk (0-5)', also: ['Dansk'], example: '2', otherwise: '2 af 5' },
  {
    name: 'contactName',
    heading: 'Hvem tager imod',
    also: ['Kontaktperson', 'Kontakt'],
    example: '',
    otherwise: 'firmaets kontaktperson',
  },
  { name: 'contactPhone', heading: 'Telefon', also: ['Mobil', 'Tlf'], example: '' },
  {
    name: 'fixedContact',
    heading: 'Fast kontakt',
    also: ['Konsulent', 'Fast kontaktperson'],
    example: '',
    otherwise: 'ingen endnu: det vælges, før jobbet slås op',
  },
];

export const importFields: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  citizens,
  companies,
  'small-jobs': smallJobs,
};

export const importField = (kind: ImportKind, name: string): ImportField | undefined =>
  importFields[kind].find((field) => field.name === name);

/** Capitals, points and spaces do not tell two headings apart. */
const plainHeading = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLocaleLowerCase('da-DK')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What each heading means; null for one that is not known, or that another column has said already. */
export function recogniseColumns(kind: ImportKind, headings: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  return headings.map((heading) => {
    const plain = plainHeading(heading);
    const field = importFields[kind].find(({ heading: own, also }) =>
      [own, ...also].some((known) => plainHeading(known) === plain),
    );
    if (!field || plain === '' || taken.has(field.name)) return null;
    taken.add(field.name);
    return field.name;
  });
}

/** The fields that a file must have and has not. */
export const missingColumns = (kind: ImportKind, columns: readonly (string | null)[]): ImportField[] =>
  importFields[kind].filter(({ name, required }) => required && !columns.includes(name));

/** What is assumed of everybody, because the file has no such column. */
export const assumptionsOf = (kind: ImportKind, columns: readonly (string | null)[]): ImportField[] =>
  importFields[kind].filter(({ name, otherwise }) => otherwise !== undefined && !columns.includes(name));
