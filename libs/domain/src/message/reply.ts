import { foldSms } from './fold-text.js';
import { changesNothing, orderedPhrases } from './reply-phrases.js';
import type { ReplyWord } from './reply-word.js';

export interface Reply {
  word: ReplyWord;
  /** Minutes named after SENERE, FORSINKET or PÅ VEJ: "forsinket 30". */
  minutes: number | null;
}

/**
 * Reads a reply. Understood is one known word or phrase, alone or with a number of minutes, or followed by
 * words that change nothing ("ja det vil jeg gerne"). A denial after a yes ("ja men ikke mandag") or two
 * different answers are not understood: a person calls instead.
 */
export function readReply(text: string): Reply | undefined {
  const folded = foldSms(text);
  const comes = comesIn(folded);
  if (comes !== undefined) return comes <= MOST_MINUTES ? { word: 'later', minutes: comes } : undefined;
  const hit = orderedPhrases.find(([form]) => folded === form || folded.startsWith(`${form} `));
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

const latecomer =
  /^(?:jeg )?(?:(?:er|bliver|kommer) )?(?:ca |cirka |about )?(?<count>\d{1,3}) ?(?:m|min|minutter|minutes|(?<hours>timer?|hours?)) (?:senere|forsinket|for sent|late|later)$/;

/** "kommer 10 min senere", "1 time forsinket": the number first. */
function comesIn(folded: string): number | undefined {
  const found = latecomer.exec(folded)?.groups;
  return found && Number(found['count']) * (found['hours'] ? 60 : 1);
}

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
  if (!changesNothing(word, rest)) return true;
  return orderedPhrases.some(
    ([form, other]) => other !== word && (rest === form || rest.startsWith(`${form} `)),
  );
}
