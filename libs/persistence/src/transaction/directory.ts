import type { DirectoryEntry, DirectoryHit, DirectoryKind } from '#use-cases';
import type { EntityManager } from 'typeorm';

/** Says the same thing twice: the later expiry and details hold. */
export async function enlistInDirectory(
  manager: EntityManager,
  municipalityId: string,
  { kind, key, subjectId, expiresAt, details }: DirectoryEntry,
): Promise<void> {
  await manager.query(
    `INSERT INTO directory (kind, key, municipality_id, subject_id, expires_at, details)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (kind, key, municipality_id, subject_id)
     DO UPDATE SET expires_at = excluded.expires_at, details = excluded.details`,
    [kind, key, municipalityId, subjectId, expiresAt?.toString() ?? null, details ?? null],
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
