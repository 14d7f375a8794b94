import { codeLimits, Temporal, type CodeAnswer, type CodesAsked } from '#domain';
import { SignInCodes, type AskedCode, type CodeAudience, type SpokenCode, type TriedCode } from '#use-cases';
import type { DataSource, EntityManager } from 'typeorm';
import { askedBefore, LIVE, NEWEST, within, WRONG_TRIES } from './codes-asked.js';

const { perCode, perAddress, perCaller } = codeLimits.tries;
/** As long as the limits look back. */
const KEPT = `interval '1 day'`;

/**
 * What is counted, and what is kept because of it, happens under a lock on what it is counted by: a hundred wishes or
 * tries at once are a hundred.
 */
export class StoredSignInCodes extends SignInCodes {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async ask(
    code: AskedCode,
    minutes: number,
    answer: (asked: CodesAsked) => CodeAnswer,
  ): Promise<CodeAnswer> {
    const { id, audience, browser, address, caller } = code;
    return this.dataSource.transaction('READ COMMITTED', async (rows) => {
      await lock(rows, [address, caller]);
      const answered = answer(await askedBefore(rows, code));
      if (answered.what === 'nothing') return answered;
      await rows.query(
        `INSERT INTO sign_in_codes (id, audience, browser, address, caller, silent, created_at, ends_at)
         VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp(), clock_timestamp() + make_interval(mins => $7::integer))`,
        [id, audience, browser, address, caller, answered.what === 'keep', minutes],
      );
      return answered;
    });
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

  async takeTry(browser: string, audience: CodeAudience): Promise<TriedCode | undefined> {
    return this.dataSource.transaction('READ COMMITTED', async (rows) => {
      const [newest] = await rows.query<{ id: string; address: string; caller: string; silent: boolean }[]>(
        `SELECT id, address, caller, silent FROM sign_in_codes WHERE ${NEWEST} AND ${LIVE}`,
        [browser, audience],
      );
      if (!newest) return undefined;
      const { id, address, caller, silent } = newest;
      const counted = silent ? caller : address;
      await lock(rows, [counted]);
      // Tries into what was never sent do not count against the address: anybody could use them up.
      const before = silent
        ? `SELECT coalesce(sum(${WRONG_TRIES}), 0) FROM sign_in_codes WHERE caller = $2 AND ${within('1 hour')}`
        : `SELECT coalesce(sum(tries), 0) FROM sign_in_codes WHERE address = $2 AND NOT silent AND ${within('1 day')}`;
      const [taken] = await rows.query<[TriedCode[], number]>(
        `UPDATE sign_in_codes SET tries = tries + 1
         WHERE id = $1 AND tries < $3 AND proven_at IS NULL AND ${LIVE} AND (${before}) < $4
         RETURNING id, address, silent, $3::integer - tries AS "triesLeft"`,
        [id, counted, perCode, silent ? perCaller : perAddress],
      );
      return taken[0];
    });
  }

  async takeTriesOfSpoken(citizenIds: readonly string[]): Promise<SpokenCode[]> {
    const [rows] = await this.dataSource.query<[SpokenCode[], number]>(
      `UPDATE sign_in_codes SET tries = tries + 1
       WHERE browser IS NULL AND audience = 'citizen' AND subject_id = ANY ($1) AND tries < $2 AND ${LIVE}
       RETURNING id, municipality_id AS "municipalityId", subject_id AS "citizenId"`,
      [citizenIds, perCode],
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

/** Until the end of the transaction. In one order always, so that two of them never wait for each other. */
async function lock(rows: EntityManager, hashes: readonly string[]): Promise<void> {
  for (const hash of [...hashes].sort())
    await rows.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [hash]);
}
