import { accountId, type Account, type SessionLimit, type SignInMethod } from '#domain';
import type { DataSource, EntityManager } from 'typeorm';

/** Seconds between two writes of "seen": a page asks for its style and its picture in the same moment. */
const SEEN_EVERY = 5;
/** Ended ones stay for a while, to answer whether one was in use when. */
const KEPT = `interval '7 days'`;

interface SessionRow {
  kind: Account['kind'];
  method: SignInMethod;
  municipalityId: string;
  accountId: string;
  companyId: string | null;
}

/**
 * Sessions of people, by the SHA-256 of their id: whoever reads the table can sign in as nobody. The clock of the
 * database decides when one has run out.
 */
export class Sessions {
  /** A transaction, where sessions end together with what else happens in it. */
  constructor(private readonly dataSource: Pick<DataSource | EntityManager, 'query'>) {}

  async open(key: string, account: Account, method: SignInMethod, limit: SessionLimit): Promise<void> {
    const { kind, municipalityId } = account;
    const companyId = account.kind === 'company-user' ? account.companyId : null;
    await this.dataSource.query(
      `INSERT INTO sessions (key, municipality_id, kind, account_id, company_id, method, created_at, last_seen_at,
         idle_seconds, idle_ends_at, ends_at)
       SELECT $1, $2, $3, $4, $5, $6, now, now, $7::integer,
         now + make_interval(secs => least($7::integer, $8::integer)), now + make_interval(secs => $8::integer)
       FROM (SELECT clock_timestamp() AS now) AS clock
       ON CONFLICT (key) DO NOTHING`,
      [key, municipalityId, kind, accountId(account), companyId, method, limit.idle, limit.whole],
    );
  }

  /** Whose session this is, while it lasts; being asked for, it lasts on, unless that is not wanted. */
  async find(
    key: string,
    { lastsOn = true }: { lastsOn?: boolean } = {},
  ): Promise<{ account: Account; method: SignInMethod } | undefined> {
    const [row] = await this.dataSource.query<SessionRow[]>(
      `WITH live AS (
         SELECT * FROM sessions
         WHERE key = $1 AND ended_at IS NULL AND least(idle_ends_at, ends_at) > clock_timestamp()
       ), seen AS (
         UPDATE sessions SET last_seen_at = clock_timestamp(),
           idle_ends_at = least(sessions.ends_at, clock_timestamp() + make_interval(secs => sessions.idle_seconds))
         FROM live
         WHERE $2 AND sessions.key = live.key AND sessions.ended_at IS NULL
           AND live.last_seen_at < clock_timestamp() - make_interval(secs => ${SEEN_EVERY})
       )
       SELECT kind, method, municipality_id AS "municipalityId", account_id AS "accountId", company_id AS "companyId"
       FROM live`,
      [key, lastsOn],
    );
    return row && { account: accountOf(row), method: row.method };
  }

  /** Which of these last still. Being asked for in this way, they do not last longer. */
  async lasting(keys: readonly string[]): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ key: string }[]>(
      `SELECT key FROM sessions
       WHERE key = ANY ($1) AND ended_at IS NULL AND least(idle_ends_at, ends_at) > clock_timestamp()`,
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }

  async end(key: string): Promise<void> {
    await this.dataSource.query(
      'UPDATE sessions SET ended_at = clock_timestamp() WHERE key = $1 AND ended_at IS NULL',
      [key],
    );
  }

  /** Every session of one account, in every browser. */
  async endAllOf(account: Account): Promise<void> {
    await this.dataSource.query(
      `UPDATE sessions SET ended_at = clock_timestamp()
       WHERE municipality_id = $1 AND kind = $2 AND account_id = $3 AND ended_at IS NULL`,
      [account.municipalityId, account.kind, accountId(account)],
    );
  }

  /** @returns how many were thrown away. */
  async forgetOld(): Promise<number> {
    const [, count] = await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM sessions
       WHERE least(idle_ends_at, ends_at, coalesce(ended_at, ends_at)) < clock_timestamp() - ${KEPT}`,
    );
    return count;
  }
}

function accountOf({ kind, municipalityId, accountId: id, companyId }: SessionRow): Account {
  if (kind === 'staff') return { kind, municipalityId, staffId: id };
  if (kind === 'citizen') return { kind, municipalityId, citizenId: id };
  return { kind, municipalityId, userId: id, companyId: companyId! };
}
