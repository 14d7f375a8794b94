import { phoneInWords, type Citizen, type Company, type SmallJob, type Staff } from '#domain';
import { LEAST_LETTERS, type Search, type SearchHit, type SearchKind } from '#use-cases';
import type { Tables } from './in-memory-database.js';

const ALIKE = 0.5;

/** Search by trigrams as pg_trgm counts them, word by word. */
export class InMemorySearch implements Search {
  constructor(private readonly tables: Tables) {}

  async find(words: string, kinds: readonly SearchKind[], limit: number): Promise<SearchHit[]> {
    const plain = words.replace(/^\s*\+45/, '').replace(/[\s.-]/g, '');
    const digits = /^\d{2,}$/.test(plain) ? plain : null;
    const asked = digits ?? folded(words);
    if (asked.length < LEAST_LETTERS) return [];
    const found = kinds.flatMap((kind) =>
      this.texts(kind)
        .map(({ id, text }) => ({ kind, id, text, part: partAlike(asked, text), whole: alike(asked, text) }))
        .filter(({ part, text }) => part >= ALIKE && (digits === null || text.includes(digits)))
        .sort(mostAlike)
        .slice(0, limit),
    );
    return found.sort(mostAlike).map(({ kind, id }) => ({ kind, id }));
  }

  private texts(kind: SearchKind): { id: string; text: string }[] {
    const of = {
      citizen: () =>
        this.rows<Citizen>('citizens').map(({ id, name, phone }) => ({ id, words: [name, digitsOf(phone)] })),
      company: () =>
        this.rows<Company>('companies').map(({ id, name, cvr, contact }) => ({
          id,
          words: [name, cvr, contact.name, digitsOf(contact.phone)],
        })),
      'small-job': () =>
        this.rows<SmallJob>('smallJobs').map(({ id, title, workplace }) => ({
          id,
          words: [title, workplace.town],
        })),
      staff: () =>
        this.rows<Staff>('staff').map(({ id, name, phone }) => ({ id, words: [name, digitsOf(phone)] })),
    };
    return of[kind]().map(({ id, words }) => ({ id, text: folded(words.join(' ')) }));
  }

  private rows<T>(name: keyof Tables): T[] {
    return [...this.tables[name].values()] as T[];
  }
}

const digitsOf = (phone: string | null): string => (phone === null ? '' : phoneInWords(phone));

type Found = { id: string; text: string; part: number; whole: number };
const mostAlike = (a: Found, b: Found): number =>
  b.part - a.part || b.whole - a.whole || a.text.localeCompare(b.text) || (a.id < b.id ? -1 : 1);

const folded = (words: string): string =>
  words
    .toLowerCase()
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/aa/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const trigramsOf = (text: string): string[] =>
  text.split(' ').flatMap((word) => {
    const padded = `  ${word} `;
    return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
  });

function alike(a: string, b: string): number {
  const [left, right] = [new Set(trigramsOf(a)), new Set(trigramsOf(b))];
  const both = [...left].filter((gram) => right.has(gram)).length;
  return both / (left.size + right.size - both);
}

/** How much of what is asked for stands together somewhere in the text. */
function partAlike(asked: string, text: string): number {
  const wanted = new Set(trigramsOf(asked));
  const grams = trigramsOf(text);
  let best = 0;
  for (let from = 0; from < grams.length; from++) {
    for (let to = from + 1; to <= grams.length; to++) {
      const extent = new Set(grams.slice(from, to));
      const both = [...extent].filter((gram) => wanted.has(gram)).length;
      best = Math.max(best, both / (wanted.size + extent.size - both));
    }
  }
  return best;
}
