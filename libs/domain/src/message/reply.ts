/** What a person can answer by SMS: one word, any case, with or without æøå. */
export type ReplyWord = 'yes' | 'no' | 'visit' | 'call' | 'here' | 'on-the-way' | 'later' | 'cannot' | 'stop';

export interface Reply {
  word: ReplyWord;
  /** Minutes named after SENERE, FORSINKET or PÅ VEJ: "forsinket 30". */
  minutes: number | null;
}

const phrases: readonly (readonly [ReplyWord, readonly string[]])[] = [
  ['on-the-way', ['pa vej', 'paa vej', 'pavej', 'paavej', 'on my way', 'on the way', 'omw']],
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

/** Lower case, æ ø å and their spellings folded, punctuation away. Letters of other scripts stay: they are words. */
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
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
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
  const minutes = minutesIn(rest);
  if (minutes !== undefined) {
    return takesMinutes(word) && minutes <= MOST_MINUTES ? { word, minutes } : undefined;
  }
  return isDoubtful(word, rest) ? undefined : { word, minutes: null };
}

/** Nobody is more than half a day late: a larger number is a slip of the finger. */
const MOST_MINUTES = 12 * 60;
const aboutMinutes =
  /^(?:(?:om|ca|cirka|in|about) )*(?<count>\d{1,3}) ?(?:(?:m|min|minutter|minutes)|(?<hours>t|h|timer?|hours?))?$/;

/** "30", "om 20 min", "ca. 45 minutter", "2 timer". */
function minutesIn(rest: string): number | undefined {
  const found = aboutMinutes.exec(rest)?.groups;
  return found && Number(found['count']) * (found['hours'] ? 60 : 1);
}

const takesMinutes = (word: ReplyWord): boolean => word === 'later' || word === 'on-the-way';

const doubts =
  /\b(ikke|men|nej|ja|not|but|no|yes|hvis|if|kun|only|maa?ske|maybe|eller|or|ikk?|aldrig|never|cant|cannot|dont|wont)\b/;

function isDoubtful(word: ReplyWord, rest: string): boolean {
  if (rest.split(' ').length > 6) return true;
  if (doubts.test(rest) || !/^[a-z0-9 ]*$/.test(rest)) return true;
  return ordered.some(([form, other]) => other !== word && (rest === form || rest.startsWith(`${form} `)));
}
