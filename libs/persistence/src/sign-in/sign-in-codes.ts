import { Temporal, type CodesAsked } from '#domain';
import { SignInCodes, type AskedCode, type CodeAudience, type SpokenCode } from '#use-cases';
import type { DataSource } from 'typeorm';

const LIVE = 'used_at IS NULL AND ends_at > clock_timestamp()';
const NEWEST = `id = (SELECT id FROM sign_in_codes WHERE browser = $1 AND audience = $2
  ORDER BY created_at DESC, id DESC LIMIT 1)`;
/** As long as the limits look back. */
const KEPT = `interval '1 day'`;

/** Each try is counted by the statement that takes it, so that a hundred at once are a hundred. */
export class StoredSignInCodes extends SignInCodes {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async askedBefore(address: string, caller: string): Promise<CodesAsked> {
    const [row] = await this.dataSource.query<
      [{ last: number | null; hour: number; day: number; caller: number }]
    >(
      `SELECT
         (SELECT extract(epoch FROM clock_timestamp() - max(created_at))::float8 FROM sign_in_codes
          WHERE address = $1 AND created_at > clock_timestamp() - interval '1 day') AS last,
         (SELECT count(*)::int FROM sign_in_codes
          WHERE address = $1 AND created_at > clock_timestamp() - interval '1 hour') AS hour,
         (SELECT count(*)::int FROM sign_in_codes
          WHERE address = $1 AND created_at > clock_timestamp() - interval '1 day') AS day,
         (SELECT count(*)::int FROM sign_in_codes
          WHERE caller = $2 AND created_at > clock_timestamp() - interval '1 hour') AS caller`,
      [address, caller],
    );
    const { last, hour, day, caller: byCaller } = row;
    return { secondsSinceLast: last, byAddress: { hour, day }, byCaller: { hour: byCaller } };
  }

  async keepAsked({ id, audience, browser, address, caller }: AskedCode, minutes: number): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO sign_in_codes (id, audience, browser, address, caller, created_at, ends_at)
       VALUES ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp() + make_interval(mins => $6::integer))`,
      [id, audience, browser, address, caller, minutes],
    );
  }

  async keepSpoken(
    { id, municipalityId, citizenId }: SpokenCode,
    minutes: number,
  ): Promise<Temporal.Instant> {
    const [row] = await this.dataSource.query<[{ endsAt: Date }]>(
      `INSERT INTO sign_in_codes (id, audience, municipality_id, subject_id, created_at, ends_at)
       VALUES ($1, 'citizen', $2, $3, clock_timestamp(), clock_timestamp() + make_interval(mins => $4::integer))
       RETURNING ends_at AS "endsAt"`,
      [id, municipalityId, citizenId, minutes],
    );
    return Temporal.Instant.fromEpochMilliseconds(row.endsAt.getTime());
  }

  async isFresh(browser: string, audience: CodeAudience, seconds: number): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT FROM sign_in_codes
       WHERE browser = $1 AND audience = $2 AND created_at > clock_timestamp() - make_interval(secs => $3::integer)
         AND ${LIVE} LIMIT 1`,
      [browser, audience, seconds],
    );
    return rows.length > 0;
  }

  async takeTry(
    browser: string,
    audience: CodeAudience,
    tries: number,
  ): Promise<{ id: string; address: string; triesLeft: number } | undefined> {
    const [rows] = await this.dataSource.query<
      [{ id: string; address: string; triesLeft: number }[], number]
    >(
      `UPDATE sign_in_codes SET tries = tries + 1
       WHERE ${NEWEST} AND tries < $3 AND proven_at IS NULL AND ${LIVE}
       RETURNING id, address, $3::integer - tries AS "triesLeft"`,
      [browser, audience, tries],
    );
    return rows[0];
  }

  async takeTriesOfSpoken(citizenIds: readonly string[], tries: number): Promise<SpokenCode[]> {
    const [rows] = await this.dataSource.query<[SpokenCode[], number]>(
      `UPDATE sign_in_codes SET tries = tries + 1
       WHERE browser IS NULL AND audience = 'citizen' AND subject_id = ANY ($1) AND tries < $2 AND ${LIVE}
       RETURNING id, municipality_id AS "municipalityId", subject_id AS "citizenId"`,
      [citizenIds, tries],
    );
    return rows;
  }

  async prove(id: string): Promise<void> {
    await this.dataSource.query('UPDATE sign_in_codes SET proven_at = clock_timestamp() WHERE id = $1', [id]);
  }

  async proven(
    browser: string,
    audience: CodeAudience,
  ): Promise<{ id: string; address: string } | undefined> {
    const [row] = await this.dataSource.query<{ id: string; address: string }[]>(
      `SELECT id, address FROM sign_in_codes
       WHERE ${NEWEST} AND proven_at IS NOT NULL AND ${LIVE}`,
      [browser, audience],
    );
    return row;
  }

  async use(id: string): Promise<boolean> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE sign_in_codes SET used_at = clock_timestamp() WHERE id = $1 AND ${LIVE}`,
      [id],
    );
    return count === 1;
  }

  /** @returns how many were thrown away. */
  async forgetOld(): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM sign_in_codes WHERE ends_at < clock_timestamp() - ${KEPT}`,
    );
    return count;
  }
}
