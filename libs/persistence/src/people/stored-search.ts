import { LEAST_LETTERS, type Search, type SearchHit, type SearchKind } from '#use-cases';
import type { EntityManager } from 'typeorm';

/** As alike as this a word has to be to one that is searched for: one wrong letter in a name of five or six. */
const ALIKE = 0.5;

/** What is searched for is told to the policy of the table: see migrations/search-texts.ts. */
export class StoredSearch implements Search {
  constructor(
    private readonly manager: EntityManager,
    private readonly municipalityId: string,
  ) {}

  async find(words: string, kinds: readonly SearchKind[], limit: number): Promise<SearchHit[]> {
    const digits = digitsOf(words);
    const folded = digits ?? (await this.folded(words));
    if (folded.length < LEAST_LETTERS || kinds.length === 0) return [];
    await this.ask(folded);
    const hits = await this.manager.query<SearchHit[]>(
      `SELECT kind, subject_id AS id FROM (
         SELECT kind, subject_id, folded, word_similarity($2, folded) AS part, similarity($2, folded) AS whole,
           row_number() OVER (PARTITION BY kind ORDER BY word_similarity($2, folded) DESC,
             similarity($2, folded) DESC, folded, subject_id) AS place
         FROM search_texts
         WHERE municipality_id = $1 AND kind = ANY ($3) AND ($4::text IS NULL OR folded LIKE '%' || $4 || '%')
       ) AS found
       WHERE place <= $5 ORDER BY part DESC, whole DESC, folded, subject_id`,
      [this.municipalityId, folded, kinds, digits, limit],
    );
    await this.ask('');
    return hits;
  }

  private async folded(words: string): Promise<string> {
    const [row] = await this.manager.query<[{ folded: string }]>('SELECT search_folded($1) AS folded', [
      words,
    ]);
    return row.folded;
  }

  private async ask(folded: string): Promise<void> {
    await this.manager.query(
      `SELECT set_config('pg_trgm.word_similarity_threshold', $1, true), set_config('app.searched_for', $2, true)`,
      [String(ALIKE), folded],
    );
  }
}

/** A telephone or CVR number as it is typed, "+45 20 12 34 56", or a part of one; null for anything else. */
function digitsOf(words: string): string | null {
  const plain = words.replace(/^\s*\+45/, '').replace(/[\s.-]/g, '');
  return /^\d{2,}$/.test(plain) ? plain : null;
}
