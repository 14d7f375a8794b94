import type { Temporal } from '#domain';
import type { MatchingChanges, MatchingJournal } from '#use-cases';
import type { EntityManager } from 'typeorm';

/** The reading side of what the triggers write (migrations/matching-journal.ts). */
export class StoredMatchingJournal implements MatchingJournal {
  constructor(
    private readonly manager: EntityManager,
    private readonly municipalityId: string,
  ) {}

  async version(): Promise<number> {
    const [row] = await this.manager.query<{ version: string }[]>(
      'SELECT version FROM matching_versions WHERE municipality_id = $1',
      [this.municipalityId],
    );
    return Number(row?.version ?? 0);
  }

  /** Versions have no gaps, so it is enough to count whether all of them are still there. */
  async changesAfter(version: number): Promise<MatchingChanges | null> {
    const parameters = [this.municipalityId, version];
    const [{ kept }] = await this.manager.query<[{ kept: number }]>(
      'SELECT count(*)::int AS kept FROM matching_commits WHERE municipality_id = $1 AND version > $2',
      parameters,
    );
    if (kept !== (await this.version()) - version) return null;
    const lines = await this.manager.query<{ kind: string; id: string }[]>(
      `SELECT DISTINCT kind, entity_id AS id FROM matching_changes AS changed
       JOIN matching_commits AS made ON made.municipality_id = changed.municipality_id AND made.id = commit_id
       WHERE changed.municipality_id = $1 AND made.municipality_id = $1 AND made.version > $2
       ORDER BY id`,
      parameters,
    );
    const of = (kind: string): string[] => lines.filter((line) => line.kind === kind).map(({ id }) => id);
    return {
      citizenIds: of('citizen'),
      smallJobIds: of('small-job'),
      companyIds: of('company'),
      all: of('all').length > 0,
    };
  }

  async askForAll(): Promise<void> {
    await this.manager.query(
      `WITH made AS (INSERT INTO matching_commits (municipality_id, id) VALUES ($1, gen_random_uuid()) RETURNING id)
       INSERT INTO matching_changes (municipality_id, commit_id, kind, entity_id) SELECT $1, id, 'all', $1 FROM made`,
      [this.municipalityId],
    );
  }

  async forget(before: Temporal.Instant): Promise<number> {
    const [row] = await this.manager.query<[{ gone: number }]>(
      `WITH gone AS (DELETE FROM matching_commits WHERE municipality_id = $1 AND at < $2 RETURNING id),
         lines AS (DELETE FROM matching_changes WHERE municipality_id = $1 AND commit_id IN (SELECT id FROM gone))
       SELECT count(*)::int AS gone FROM gone`,
      [this.municipalityId, new Date(before.epochMilliseconds)],
    );
    return row.gone;
  }
}
