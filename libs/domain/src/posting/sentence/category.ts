import { spanOf, wholeWord, type Span } from './written.js';

export interface CategoryRead extends Span {
  category: string;
}

/**
 * Words that point to a category; what is done stands before where it is done, so that "ryddet op på lageret" is
 * tidying and "rengøring af køkkenet" is cleaning. `*` goes on within a word: "frugtlageret".
 */
const words: readonly (readonly [category: string, patterns: string])[] = [
  ['skurvogne', '*skurvogn*|*skurby*|site cabins?|site huts?'],
  [
    'afrydning',
    '*afrydning*|rydde (?:\\p{L}+ )?af|ryddet (?:\\p{L}+ )?af|tage af bordene|clear(?:ing)? tables',
  ],
  ['koekken', 'køkken(?:hjælp|arbejde)\\p{L}*|kitchen help'],
  [
    'rengoering',
    '*rengør*|gøre (?:\\p{L}+ ){0,2}rent|gjort (?:\\p{L}+ ){0,2}rent|støvsug*|vaske gulv*|vasket gulv*|puds* (?:\\p{L}+ )?vinduer|toiletter*|clean*',
  ],
  [
    'oprydning',
    '*oprydning*|rydde (?:\\p{L}+ ){0,3}op|ryddet (?:\\p{L}+ ){0,3}op|ryd op|feje*|fejet|pap|affald*|tidy*|tidied|sweep*',
  ],
  [
    'gartner',
    'græs*|*græsslå*|hække?n?|ukrudt*|blomster*|plæne*|plant(?:e|er|et)|haven|bede(?:ne)?|grønne områder|grønt|garden*|lawn*|weed*',
  ],
  ['koekken', '*køkken*|kantine*|grøntsager*|smørebrød*|buffet*|opvask*|vaske op|vasket op|kitchen*|dish*'],
  ['vicevaert', '*vicevært*|gårdsplads*|gården|sne|saltning|pedel*|caretaker'],
  ['butik', '*butik*|hylder*|sætte varer|fyldt? varer|trimme|shop|shelves'],
  ['post', 'post(?:en)?|pakker|breve|mail room|parcels'],
  ['kontor', '*kontor*|arkiv*|scanne*|kopier*|makulere*|office|filing'],
  ['transport', 'chauffør*|køre varer|levering*|bringe ud|driver|deliver*'],
  ['produktion', '*produktion*|monter*|samlebånd*|assembl*|production'],
  [
    'lager',
    '*lager*|kasser*|paller*|pakke|pakket|pakning|plukke*|varemodtag*|warehouse*|boxes|crates|pallets|packing',
  ],
  ['service', 'service|kaffe*|mødelokale*|borddækning|coffee|meeting rooms'],
];

const asPattern = (written: string): string =>
  written.startsWith('*') ? `\\p{L}*${written.slice(1)}` : written;

const table = words.map(([category, patterns]) => ({
  category,
  pattern: wholeWord(
    patterns
      .split('|')
      .map(asPattern)
      .join('|')
      .replaceAll(/(?<=\p{L})\*/gu, '\\p{L}*'),
  ),
}));

/** The category that a sentence in small letters points to. */
export function categoryFrom(text: string): CategoryRead | undefined {
  for (const { category, pattern } of table) {
    const [match] = text.matchAll(pattern);
    if (match) return { ...spanOf(match), category };
  }
  return undefined;
}
