/**
 * What the fields of a message are called in a text that a municipality writes: Danish in both languages, for it is
 * the leader who reads them. Keys are those of message-data.ts.
 */
export const textFields = {
  firstName: 'fornavn',
  contact: 'kontakt',
  contactPhone: 'kontakt-telefon',
  companyContact: 'firmaets-kontakt',
  company: 'firma',
  person: 'person',
  personPhone: 'person-telefon',
  pseudonym: 'dæknavn',
  fixedContact: 'fast-kontakt',
  before: 'før',
  title: 'job',
  description: 'opgave',
  when: 'hvornår',
  where: 'hvor',
  wage: 'løn',
  town: 'by',
  answerBefore: 'svar-senest',
  changeUntil: 'fortryd-inden',
  noticeOnNo: 'hvad-et-nej-betyder',
  calls: 'ringer',
  startDay: 'første-dag',
  firstDay: 'mødested',
  lastDay: 'sidste-dag',
  callAgreement: 'ring-aftale',
  day: 'dag',
  time: 'kl',
  workplace: 'arbejdsplads',
  reason: 'grund',
  sender: 'afsender',
  from: 'fra',
  to: 'til',
  hours: 'timer',
  question: 'spørgsmål',
  link: 'link',
} as const satisfies Record<string, string>;

const byDanish = new Map<string, string>(
  Object.entries(textFields).map(([field, danish]) => [danish, field]),
);

/** `fornavn` for `firstName`; a field that is new and has no Danish name yet stands as it is. */
export const danishField = (field: string): string =>
  (textFields as Readonly<Record<string, string>>)[field] ?? field.toLowerCase();

/** The other way round. */
export const fieldOf = (danish: string): string => byDanish.get(danish) ?? danish;

/** Those that greet: a text may do without them, whatever the standard does. */
export const greetings: ReadonlySet<string> = new Set(['firstName', 'companyContact']);

const FIELD = /\{([a-zæøå][a-zæøå-]{0,40})\}/gu;

/** The fields in a text, in order, each once, by the names of message-data.ts. */
export const fieldsIn = (text: string): string[] => [
  ...new Set([...text.matchAll(FIELD)].map(([, danish]) => fieldOf(danish!))),
];

/** Whether a brace stands in it that belongs to no field: `{ fornavn}`, `{{{x`. */
export const hasLooseBraces = (text: string): boolean => /[{}]/.test(text.replace(FIELD, ''));

/**
 * Puts values into a text, once: what a value holds is never read again, so no name and no title can bring in a
 * field of its own. A line with a field that has no value is left out, as a sentence about nothing.
 */
export const fillIn = (text: string, valueOf: ValueOf): string => filled(text, /\r?\n/, valueOf).join('\n');

/** The same for an SMS, which is one line: of it a sentence about nothing is left out, and the others stay. */
export const fillInSentences = (text: string, valueOf: ValueOf): string =>
  filled(text, /\r?\n|(?<=[.!?][»”")]?)[ \t]+/, valueOf)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

type ValueOf = (field: string) => string;

const filled = (text: string, between: RegExp, valueOf: ValueOf): string[] =>
  text
    .split(between)
    .filter((part) => fieldsIn(part).every((field) => valueOf(field).trim() !== ''))
    .map((part) => part.replace(FIELD, (_, danish: string) => valueOf(fieldOf(danish))));
