import { importField, type CellFault, type CellFaultCode, type ErrorCode, type ImportKind } from '#domain';
import { problemTexts } from '../problem-texts.js';

/** What is wrong in a cell, as one says it to who can correct it. Pages, the interface and the file of faults say the same. */
const texts: Readonly<Record<CellFaultCode, (about: string) => string>> = {
  missing: () => 'Skal udfyldes.',
  'too-long': (about) => `Er for lang. Højst ${about} tegn.`,
  hidden: () => 'Ligner et CPR-nummer og er skjult. Skriv det, der skal stå her.',
  phone: () => 'Er ikke et telefonnummer. Skriv otte cifre, eller landekode som +46.',
  email: () => 'Er ikke en e-mailadresse.',
  cvr: () => 'Er ikke et CVR-nummer. Det har otte cifre.',
  cpr: () => 'Er ikke et CPR-nummer. Skriv det igen med ti cifre.',
  postcode: () => 'Er ikke et postnummer. Det har fire cifre.',
  town: () => 'Byen kendes ikke. Skriv en by i nærheden.',
  number: () => 'Er ikke et tal, der passer her.',
  money: () => 'Er ikke en timeløn. Skriv kroner som 158,45.',
  date: () => 'Er ikke en dato. Skriv den som 01-12-2026.',
  past: () => 'Er en dag, der er gået.',
  'dates-order': () => 'Ligger før den første dag.',
  truth: () => 'Skriv ja eller nej.',
  degree: () => 'Skriv ingen, noget eller meget.',
  channel: () => 'Skriv sms, e-mail, opkald, brev eller personligt.',
  'channel-unreachable': () => 'Der mangler et nummer eller en adresse at sende til.',
  language: () => 'Skriv dansk eller engelsk.',
  category: () => 'Kendes ikke. Skriv for eksempel Lager, Køkken, Rengøring eller Butik.',
  week: () => 'Skriv dage og tider som man, ons, fre 8-12.',
  'hours-order': () => 'Timerne passer ikke sammen: mindst, ønsket og højst skal stige.',
  level: () => 'Skriv et tal fra 0 til 5.',
  staff: (about) => `Der er ingen medarbejder her, som hedder ${about}.`,
  company: (about) => `Firmaet ${about} er ikke her endnu. Indlæs det først, eller skriv CVR-nummeret.`,
  ambiguous: (about) => `Passer på flere, blandt andre ${about}.`,
  'phone-of-other': (about) =>
    `Nummeret hører til ${about}. Deler de telefon, så skriv ja under Delt telefon.`,
  'email-of-other': (about) => `Adressen hører til ${about}. Lad feltet stå tomt, hvis de deler den.`,
  twice: (about) => `Er den samme som linje ${about}.`,
  rule: (about) => ruleInWords(about),
};

/** The code of a rule that refused a row, in its words. */
export const ruleInWords = (code: string): string =>
  Object.hasOwn(problemTexts, code) ? problemTexts[code as ErrorCode].da : 'Kunne ikke indlæses.';

export const faultInWords = ({ code, about = '' }: CellFault): string => texts[code](about);

/** With the name of its column, where the cell itself is not beside it. */
export function faultWithColumn(kind: ImportKind, fault: CellFault): string {
  const heading = fault.field === null ? undefined : importField(kind, fault.field)?.heading;
  return heading === undefined ? faultInWords(fault) : `${heading}: ${faultInWords(fault)}`;
}
