import type { DirectoryEntry, DirectoryHit, DirectoryKind } from '#use-cases';
import type { EntityManager } from 'typeorm';

/**
 * Says the same thing twice: the later expiry and details hold.
 * @param entries no kind, key and subject twice
 */
export async function enlistInDirectory(
  manager: EntityManager,
  municipalityId: string,
  entries: readonly DirectoryEntry[],
): Promise<void> {
  const rows = entries.map(({ kind, key, subjectId, expiresAt, details }) => ({
    kind,
    key,
    subject_id: subjectId,
    expires_at: expiresAt?.toString(),
    details: details ?? undefined,
  }));
  await manager.query(
    `INSERT INTO directory (kind, key, municipality_id, subject_id, expires_at, details)
     SELECT kind, key, $1, subject_id, expires_at, details FROM jsonb_to_recordset($2::jsonb)
       AS entry (kind text, key text, subject_id text, expires_at timestamptz, details jsonb)
     ON CONFLICT (kind, key, municipality_id, subject_id)
     DO UPDATE SET expires_at = excluded.expires_at, details = excluded.details`,
    [municipalityId, JSON.stringify(rows)],
  );
}

export function lookUpInDirectory(
  manager: EntityManager,
  kind: DirectoryKind,
  key: string,
): Promise<DirectoryHit[]> {
  return manager.query<DirectoryHit[]>(
    `SELECT municipality_id AS "municipalityId", subject_id AS "subjectId", details,
       coalesce(expires_at <= clock_timestamp(), false) AS expired
     FROM directory WHERE kind = $1 AND key = $2 ORDER BY municipality_id, subject_id`,
    [kind, key],
  );
}
