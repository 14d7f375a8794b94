import { foldSms, foldText } from './fold-text.js';
import type { ReplyWord } from './reply-word.js';
import { readReply, type Reply } from './reply.js';

/** What an SMS says, before it is known what it is about. */
export type SmsSays =
  | { kind: 'reply'; reply: Reply }
  /** A number of a list that we sent, perhaps with the word again: "1", "nr. 2", "1 ja". */
  | { kind: 'choice'; place: number; word: ReplyWord | null }
  /** `thanks` answers nothing and asks for nothing; `fine` could be meant as a yes when something was asked. */
  | { kind: 'polite'; how: 'thanks' | 'fine' }
  | { kind: 'start' }
  | { kind: 'wrong-number' }
  | { kind: 'unclear' };

/** Reads an SMS. What is doubtful is `unclear`, and a person takes over. */
export function readSms(text: string): SmsSays {
  const folded = foldSms(text);
  if (isWrongNumber(folded)) return { kind: 'wrong-number' };
  if (starts.has(folded)) return { kind: 'start' };
  const choice = choiceIn(folded);
  if (choice) return choice;
  const how = politeness(text, folded);
  if (how) return { kind: 'polite', how };
  const reply = readReply(text);
  return reply ? { kind: 'reply', reply } : { kind: 'unclear' };
}

const starts = new Set([
  'start',
  'start igen',
  'start sms',
  'start sms igen',
  'tilmeld',
  'tilmeld igen',
  'start again',
]);

const wrongNumber = /(?:^| )(?:forkerte? nummer|wrong number|forkert tlf|forkert telefonnummer)(?: |$)/;
const WORDS_OF_A_SLIP = 12;
const isWrongNumber = (folded: string): boolean =>
  wrongNumber.test(folded) && !/\bikke\b|\bnot\b/.test(folded) && folded.split(' ').length <= WORDS_OF_A_SLIP;

const choice = /^(?:nr |nummer |no |svar )?(?<place>\d)(?: (?<word>\p{L}+))?$/u;

function choiceIn(folded: string): Extract<SmsSays, { kind: 'choice' }> | undefined {
  const found = choice.exec(folded)?.groups;
  if (!found) return undefined;
  const place = Number(found['place']);
  if (found['word'] === undefined || found['word'] === 'tak') return { kind: 'choice', place, word: null };
  const word = readReply(found['word'])?.word;
  return word === 'yes' || word === 'no' ? { kind: 'choice', place, word } : undefined;
}

const thanks = new Set([
  ...['tak', 'mange tak', 'tusind tak', '1000 tak', 'tak for det', 'tak for beskeden', 'tak for hjaelpen'],
  ...['tak skal du have', 'tak skal i have', 'selv tak', 'tak igen', 'tak i lige made', 'i lige made'],
  ...['thanks', 'thank you', 'many thanks', 'thx', 'thanks a lot'],
]);
const fine = new Set([
  ...['ok', 'okay', 'oki', 'okey', 'k', 'fint', 'super', 'perfekt', 'godt', 'dejligt', 'alt ok', 'alt er ok'],
  ...['det er fint', 'det er ok', 'det er i orden', 'i orden', 'lyder godt', 'det lyder godt', 'modtaget'],
  ...['ok tak', 'okay tak', 'fint tak', 'super tak', 'perfekt tak', 'vi ses', 'ok vi ses', 'vi ses i morgen'],
  ...['fine', 'great', 'got it', 'see you', 'ok thanks'],
]);
const grateful = /^(?:🙏|😊|🙂|😀|😃|❤|♥|💚|💙|\ufe0f|\p{Emoji_Modifier}|\s)+$/u;
const approving = /^(?:👍|👌|✅|🙏|😊|🙂|😀|😃|❤|♥|💚|💙|\ufe0f|\p{Emoji_Modifier}|\s)+$/u;

/** A name may follow the thanks when it is written as one: "Tak Mette". "Tak gerne" is an answer. */
function politeness(text: string, folded: string): 'thanks' | 'fine' | undefined {
  if (folded === '') {
    if (text.trim() === '') return undefined;
    return grateful.test(text) ? 'thanks' : approving.test(text) ? 'fine' : undefined;
  }
  const known = kindOf(folded);
  if (known) return known;
  const words = folded.split(' ');
  const last =
    text
      .normalize('NFC')
      .match(/\p{L}+/gu)
      ?.at(-1) ?? '';
  const isName = /^\p{Lu}\p{Ll}+$/u.test(last) && !noNames.has(foldText(last));
  return isName ? kindOf(words.slice(0, -1).join(' ')) : undefined;
}

const kindOf = (folded: string): 'thanks' | 'fine' | undefined =>
  thanks.has(folded) ? 'thanks' : fine.has(folded) ? 'fine' : undefined;

const noNames = new Set([
  'gerne',
  'ja',
  'nej',
  'ring',
  'stop',
  'her',
  'besog',
  'senere',
  'maske',
  'ikke',
  'yes',
  'no',
]);
