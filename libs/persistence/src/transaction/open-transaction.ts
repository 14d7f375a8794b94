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
  isolation: 'READ COMMITTED' | 'REPEATABLE READ' = 'READ COMMITTED',
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await dataSource.transaction(isolation, async (manager) => {
        await enter(manager, municipalityId);
        return work(manager);
      });
    } catch (error) {
      if (attempt === ATTEMPTS || !isWorthRepeating(error)) throw inDomainWords(error);
      await sleep(Math.random() * 20 * attempt);
    }
  }
}

/** Ends with the transaction: the next user of this connection starts without a municipality. */
const enter = (manager: EntityManager, municipalityId: string): Promise<unknown> =>
  manager.query(`SELECT set_config('app.municipality_id', $1, true)`, [municipalityId]);
