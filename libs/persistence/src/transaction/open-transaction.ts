import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { inDomainWords, isWorthRepeating } from './database-errors.js';

const ATTEMPTS = 3;

/**
 * One transaction that sees one municipality. Deadlocks and lost races are run again from the start, so
 * `work` must not have effects outside the transaction.
 *
 * @throws DomainError when a rule of the database was broken, also one that is only checked at commit.
 */
export async function openTransaction<R>(
  dataSource: DataSource,
  municipalityId: string,
  work: (manager: EntityManager) => Promise<R>,
  { isolation = 'READ COMMITTED', limits = {} }: Terms = {},
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await begin(dataSource, isolation, async (manager) => {
        await enter(manager, municipalityId, isolation, limits);
        return work(manager);
      });
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthRepeating(error)) throw inDomainWords(error);
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

type Isolation = 'READ COMMITTED' | 'REPEATABLE READ';

export interface Terms {
  isolation?: Isolation;
  /** Settings of PostgreSQL for this transaction alone, such as `lock_timeout`. */
  limits?: Readonly<Record<string, string>>;
}

/** To name the level costs a statement. What PostgreSQL does unasked is not named; `enter` makes sure of it. */
const begin = <R>(
  dataSource: DataSource,
  isolation: Isolation,
  work: (manager: EntityManager) => Promise<R>,
): Promise<R> =>
  isolation === 'READ COMMITTED' ? dataSource.transaction(work) : dataSource.transaction(isolation, work);

/**
 * Ends with the transaction: the next user of this connection starts without a municipality. The level is changed no
 * more once a transaction has read something, so a database that begins its transactions with another one is refused
 * here by PostgreSQL itself.
 */
function enter(
  manager: EntityManager,
  municipalityId: string,
  isolation: Isolation,
  limits: Readonly<Record<string, string>>,
): Promise<unknown> {
  const settings = Object.entries({
    'app.municipality_id': municipalityId,
    transaction_isolation: isolation.toLowerCase(),
    ...limits,
  });
  const calls = settings.map(([name], at) => `set_config('${name}', $${at + 1}, true)`);
  return manager.query(
    `SELECT ${calls.join(', ')}`,
    settings.map(([, value]) => value),
  );
}
