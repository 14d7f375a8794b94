import type { ReplyWord } from './reply-word.js';

const phrases: readonly (readonly [ReplyWord, readonly string[]])[] = [
  [
    'on-the-way',
    ['pa vej', 'paa vej', 'pavej', 'paavej', 'er pa vej', 'er paa vej', 'on my way', 'on the way', 'omw'],
  ],
  ['cannot', ['kan ikke', 'kanikke', 'syg', 'er syg', 'cannot', 'cant', 'can not', 'sick', 'i am sick']],
  [
    'later',
    [
      ...['senere', 'forsinket', 'er forsinket', 'bliver forsinket', 'kommer senere', 'kommer for sent'],
      ...['later', 'late', 'delayed', 'i am late'],
    ],
  ],
  ['here', ['her', 'er her', 'fremme', 'er fremme', 'ankommet', 'er ankommet', 'here', 'i am here']],
  ['visit', ['besog', 'besoeg', 'visit']],
  ['call', ['ring', 'kan du ringe', 'kan i ringe', 'vil du ringe', 'vil i ringe', 'call', 'please call']],
  ['yes', ['ja', 'jo', 'jep', 'jeps', 'yep', 'jada', 'jatak', 'yes', 'yes please', 'ja tak', 'jo tak']],
  ['no', ['nej', 'nej tak', 'nejtak', 'niks', 'nope', 'no', 'no thanks', 'no thank you']],
  ['stop', ['stop', 'afmeld', 'unsubscribe']],
];

/** Some say who: "jeg er syg", "jeg kommer senere". */
const withI = (form: string): string[] =>
  /^(er|bliver|kommer|kan) /.test(form) ? [form, `jeg ${form}`] : [form];

/** Longest first, so that "ja tak" is not read as "ja" and "kan ikke" never as something shorter. */
export const orderedPhrases = phrases
  .flatMap(([word, forms]) => forms.flatMap(withI).map((form) => [form, word] as const))
  .sort((a, b) => b[0].length - a[0].length);

/** None of these is somebody's name, wherever a comma stands: "hej ja," is an answer. */
export const answerWords: ReadonlySet<string> = new Set([
  ...orderedPhrases.flatMap(([form]) => form.split(' ')),
  ...['tak', 'ok', 'okay', 'ikke', 'ik', 'maske', 'maaske', 'start', 'tilmeld', 'forkert', 'not', 'maybe'],
]);

/**
 * After these words only what changes nothing may stand: "her er lukket" is not HER, "på vej hjem" not PÅ VEJ, and
 * whoever cannot find the place is not away.
 */
const harmless: Partial<Record<ReplyWord, ReadonlySet<string>>> = {
  here: wordsOf('nu jeg er og klar pa paa arbejde arbejdet arbejdspladsen tak now at work thanks'),
  'on-the-way': wordsOf(
    'nu jeg er der i med pa paa bus bussen tog toget cykel cyklen bil bilen bilko ko trafik ' +
      'til arbejde lige snart lidt om min minutter tak now soon by bus bike',
  ),
  cannot: wordsOf(
    'jeg er syg komme kommer mode i dag idag pa paa arbejde alligevel desvaerre nu tak undskyld beklager ' +
      'make it come in to work today sorry',
  ),
  stop: wordsOf(
    'sms smser beskeder beskederne med at skrive til mig de tak nu det alle venligst please all messages',
  ),
};

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** Something that the word does not say, so that a yes is not all of the answer: to see the place, to talk first. */
const moreThanYes = new Set([
  ...['stedet', 'forst', 'foerst', 'snakke', 'tale', 'hore', 'hoere', 'sporgsmal', 'besog', 'besoeg', 'ring'],
  ...['ringe', 'first', 'talk', 'visit', 'call', 'question'],
]);

/** Whether all that stands after the word leaves its meaning as it is. */
export function changesNothing(word: ReplyWord, rest: string): boolean {
  const words = rest.split(' ');
  const allowed = harmless[word];
  if (allowed) return words.every((one) => allowed.has(one));
  return word !== 'yes' || !words.some((one) => moreThanYes.has(one));
}
