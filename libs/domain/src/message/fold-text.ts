import { answerWords } from './reply-phrases.js';

/** Lower case, æ ø å and their spellings folded, punctuation away. Letters of other scripts stay: they are words. */
export function foldText(text: string): string {
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

/** What stands below the words and is none of them: a greeting with a name, and what a phone adds. */
const signature =
  / (?:(?:med )?(?:venlig|kaerlig)e? hilsen|(?:de )?(?:bedste )?hilsner|hilsen|mvh|vh|kh|(?:best |kind )?regards|sendt fra min|sent from my)(?: \p{L}+){0,3}$/u;
/** What a voice that is written down by the phone says for a full stop. */
const spokenSigns = / (?:punktum|komma|udrabstegn)$/;

const withoutEnd = (folded: string): string => folded.replace(signature, '').replace(spokenSigns, '');

const greeting =
  /^(?:hej|hejsa|heysa|hey|hallo|halloj|goddag|god ?(?:morgen|dag|aften)|davs|hello|hi)(?: (?:med dig|igen|du|there))?(?: |$)/;
/** Somebody is addressed by name: a comma, an exclamation mark or a line after it. "Hej vist ja" has none. */
const addressed =
  /^[^\p{L}]*(?:hej|hejsa|heysa|hey|hallo|halløj|goddag|god ?(?:morgen|dag|aften)|davs|kære|hello|hi|dear) +\p{L}+ *[,!.\n:]/iu;
const firstWord = /^\S+ ?/;
const named = /^(?:kaere|dear) /;

/** An SMS folded, without the greeting before it and the name below it. */
export function foldSms(text: string): string {
  const folded = withoutEnd(foldText(text));
  const isAddressed = addressed.test(text.normalize('NFC'));
  const isName = (words: string): boolean => isAddressed && !answerWords.has(words.split(' ')[0] ?? '');
  if (named.test(folded)) {
    const rest = folded.replace(named, '');
    return isName(rest) ? rest.replace(firstWord, '') : folded;
  }
  const hello = greeting.exec(folded);
  if (!hello) return folded;
  const rest = folded.slice(hello[0].length);
  // "Hej med dig, ja" has a comma too, and no name.
  return isName(rest) && !/ (?:med|igen|du|there)/.test(hello[0]) ? rest.replace(firstWord, '') : rest;
}
