import type { DataSource, EntityManager } from 'typeorm';
import { ambientTransaction } from './transaction/ambient-transaction.js';
import { openTransaction } from './transaction/open-transaction.js';

export interface RepeatableRequest {
  municipalityId: string;
  /** Who sent it: one holder's keys never meet another's. */
  holder: string;
  key: string;
  /** Route and body: the same key must mean the same request. */
  fingerprint: string;
}

export interface Answer {
  status: number;
  body: unknown;
}

/** The first request with this key is not done yet; asking again in a moment gives its answer. */
export class StillRunning extends Error {
  override readonly name = 'StillRunning';
}

/** This key was used for another request. */
export class KeyReused extends Error {
  override readonly name = 'KeyReused';
}

const KEPT = `interval '24 hours'`;

/**
 * A request that is sent again has one effect and one answer. The handler and the note of what it answered
 * are one transaction: a process that dies in between leaves neither, one that dies after the commit leaves
 * both.
 */
export class IdempotentRequests {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * @throws StillRunning, KeyReused, and whatever the handler throws; then nothing is kept, and a repeat is a
   *   first time. The same holds for an answer of 400 and above. `isKept: false` commits and keeps no answer.
   */
  async run(
    request: RepeatableRequest,
    handler: () => Promise<Answer & { isKept?: boolean }>,
  ): Promise<Answer & { replayed: boolean }> {
    try {
      return await openTransaction(this.dataSource, request.municipalityId, async (manager) => {
        await takeKey(manager, request);
        const known = await knownAnswer(manager, request);
        if (known) return { ...known, replayed: true };
        const { municipalityId } = request;
        const answer = await ambientTransaction.run({ municipalityId, manager }, handler);
        if (answer.status >= 400) throw new NothingToKeep(answer);
        if (answer.isKept ?? true) await keepAnswer(manager, request, answer);
        return { ...answer, replayed: false };
      });
    } catch (error) {
      if (error instanceof NothingToKeep) return { ...error.answer, replayed: false };
      throw error;
    }
  }

  /** Answers hold what they showed, so they are not kept longer than a repeat can be expected. */
  async forgetOld(municipalityId: string): Promise<void> {
    await openTransaction(this.dataSource, municipalityId, (manager) =>
      manager.query(
        `DELETE FROM idempotency_keys
         WHERE municipality_id = $1 AND created_at < clock_timestamp() - ${KEPT}`,
        [municipalityId],
      ),
    );
  }
}

/** Carries an answer past the transaction that it must end. */
class NothingToKeep extends Error {
  constructor(readonly answer: Answer) {
    super('The answer refuses; nothing is kept.');
  }
}

/** The lock ends with the transaction, so a process that dies never keeps a key. */
async function takeKey(
  manager: EntityManager,
  { municipalityId, holder, key }: RepeatableRequest,
): Promise<void> {
  const [lock] = await manager.query<[{ got: boolean }]>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS got',
    [JSON.stringify([municipalityId, holder, key])],
  );
  if (!lock.got) throw new StillRunning();
}

async function knownAnswer(
  manager: EntityManager,
  { municipalityId, holder, key, fingerprint }: RepeatableRequest,
): Promise<Answer | undefined> {
  const [known] = await manager.query<(Answer & { fingerprint: string })[]>(
    `SELECT status, body, fingerprint FROM idempotency_keys
     WHERE municipality_id = $1 AND holder = $2 AND key = $3
       AND created_at >= clock_timestamp() - ${KEPT}`,
    [municipalityId, holder, key],
  );
  if (!known) return undefined;
  if (known.fingerprint !== fingerprint) throw new KeyReused();
  return { status: known.status, body: known.body };
}

async function keepAnswer(
  manager: EntityManager,
  { municipalityId, holder, key, fingerprint }: RepeatableRequest,
  { status, body }: Answer,
): Promise<void> {
  await manager.query(
    `INSERT INTO idempotency_keys (municipality_id, holder, key, fingerprint, status, body)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (municipality_id, holder, key) DO UPDATE SET fingerprint = excluded.fingerprint,
       status = excluded.status, body = excluded.body, created_at = excluded.created_at`,
    [municipalityId, holder, key, fingerprint, status, JSON.stringify(body ?? null)],
  );
}
