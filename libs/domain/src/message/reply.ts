/** What a person can answer by SMS: one word, any case, with or without æøå. */
export type ReplyWord = 'yes' | 'no' | 'visit' | 'call' | 'here' | 'on-the-way' | 'later' | 'cannot' | 'stop';

export interface Reply {
  word: ReplyWord;
  /** Minutes named after SENERE, FORSINKET or PÅ VEJ: "forsinket 30". */
  minutes: number | null;
}

const phrases: readonly (readonly [ReplyWord, readonly string[]])[] = [
  ['on-the-way', ['pa vej', 'paa vej', 'pavej', 'on my way', 'on the way', 'omw']],
  ['cannot', ['kan ikke', 'kanikke', 'syg', 'cannot', 'cant', 'can not', 'sick']],
  ['later', ['senere', 'forsinket', 'later', 'late', 'delayed']],
  ['here', ['her', 'jeg er her', 'here', 'i am here']],
  ['visit', ['besog', 'besoeg', 'visit']],
  ['call', ['ring', 'call']],
  ['yes', ['ja', 'jo', 'yes', 'yes please', 'ja tak']],
  ['no', ['nej', 'nej tak', 'no', 'no thanks']],
  ['stop', ['stop', 'afmeld']],
];

/** Longest first, so that "ja tak" is not read as "ja" and "kan ikke" never as something shorter. */
const ordered = phrases
  .flatMap(([word, forms]) => forms.map((form) => [form, word] as const))
  .sort((a, b) => b[0].length - a[0].length);

/** Lower case, æ ø å and their spellings folded, punctuation away. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/['’´`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * Reads a reply. Understood is one known word or phrase, alone or with a number of minutes, or followed by
 * words that change nothing ("ja det vil jeg gerne"). A denial after a yes ("ja men ikke mandag") or two
 * different answers are not understood: a person calls instead.
 */
export function readReply(text: string): Reply | undefined {
  const folded = fold(text);
  const hit = ordered.find(([form]) => folded === form || folded.startsWith(`${form} `));
  if (!hit) return undefined;
  const [form, word] = hit;
  const rest = folded.slice(form.length).trim();
  if (rest === '') return { word, minutes: null };
  const minutes = /^(\d{1,3})( min| minutter| minutes| m)?$/.exec(rest);
  if (minutes) return takesMinutes(word) ? { word, minutes: Number(minutes[1]) } : undefined;
  return isDoubtful(word, rest) ? undefined : { word, minutes: null };
}

const takesMinutes = (word: ReplyWord): boolean => word === 'later' || word === 'on-the-way';

const doubts = /\b(ikke|men|nej|ja|not|but|no|yes|hvis|if|kun|only|maske|maybe|eller|or)\b/;

function isDoubtful(word: ReplyWord, rest: string): boolean {
  if (rest.split(' ').length > 6) return true;
  if (doubts.test(rest)) return true;
  return ordered.some(([form, other]) => other !== word && (rest === form || rest.startsWith(`${form} `)));
}
