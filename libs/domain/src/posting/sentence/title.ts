import { small, wholeWord, type Span } from './written.js';

const LONGEST_TITLE = 80;

const leads = wholeWord(
  [
    '(?:vi|jeg|der) (?:skal|vil gerne|vil|kunne godt tænke (?:os|mig) at|ønsker at|ønsker) (?:have|få)',
    '(?:vi|jeg) (?:mangler|søger|ønsker|har brug for|leder efter|bruger)(?: (?:en|én|nogen|noget))?(?: (?:hjælp|person|hjælper))?(?: (?:til at|der kan|som kan|der|som|til|med at|med))?',
    '(?:vi|jeg) (?:skal|vil gerne|vil)',
    '(?:we|i) (?:need|want|would like|are looking for)(?: (?:someone|somebody|help|a person))?(?: (?:to|with|for))?',
    'hjælp til(?: at)?',
    'der skal',
  ].join('|'),
);
const EDGES =
  /^(?:[\s,.;:–-]|(?:og|and|at)\s)+|(?:[\s,.;:–-]|\s(?:og|and|fra|from|om|kl|den|hver|på|i|ca|cirka))+$/gu;

/** What somebody wants to *have done* as what somebody *does*: "ryddet op" becomes "rydde op". */
const infinitives: Readonly<Record<string, string>> = {
  ryddet: 'rydde',
  gjort: 'gøre',
  tømt: 'tømme',
  fejet: 'feje',
  vasket: 'vaske',
  pakket: 'pakke',
  sorteret: 'sortere',
  slået: 'slå',
  klippet: 'klippe',
  luget: 'luge',
  vandet: 'vande',
  plukket: 'plukke',
  støvsuget: 'støvsuge',
  pudset: 'pudse',
  fyldt: 'fylde',
  hentet: 'hente',
  båret: 'bære',
  flyttet: 'flytte',
  stablet: 'stable',
  samlet: 'samle',
  kørt: 'køre',
  dækket: 'dække',
  tørret: 'tørre',
  skrællet: 'skrælle',
  delt: 'dele',
  talt: 'tælle',
  malet: 'male',
  ordnet: 'ordne',
};

/** What is left of the sentence when days, hours and "vi skal have" are taken out; null when nothing is. */
export function titleFrom(sentence: string, taken: readonly Span[]): string | null {
  const bare = blank(sentence, taken);
  const [lead] = small(bare).matchAll(leads);
  const leadsIn = lead?.index === bare.length - bare.trimStart().length;
  const rest = leadsIn ? bare.slice(lead.index + lead[0].length) : bare;
  const words = rest
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(EDGES, '')
    .trim();
  if ([...words].filter((character) => /\p{L}/u.test(character)).length < 3) return null;
  const asTask = leadsIn ? doing(words) : words;
  return clipped(asTask.charAt(0).toLocaleUpperCase('da-DK') + asTask.slice(1));
}

function blank(sentence: string, taken: readonly Span[]): string {
  let left = sentence;
  for (const { from, to } of taken) left = left.slice(0, from) + ' '.repeat(to - from) + left.slice(to);
  return left;
}

function doing(words: string): string {
  const list = words.split(' ');
  const at = list.findIndex((word) => Object.hasOwn(infinitives, small(word)));
  if (at < 0) return words;
  const verb = infinitives[small(list[at]!)]!;
  return [verb, ...list.slice(0, at), ...list.slice(at + 1)].join(' ');
}

function clipped(title: string): string {
  if (title.length <= LONGEST_TITLE) return title;
  const cut = title.slice(0, LONGEST_TITLE);
  const short = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut;
  // Half of a pair of surrogates is no character.
  return short
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(EDGES, '')
    .trim();
}
