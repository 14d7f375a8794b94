import { Transactor, type DirectoryHit, type DirectoryKind, type Ids, type UnitOfWork } from '#use-cases';
import type { DataSource } from 'typeorm';
import { TransactionOfSeveral, transactionOfSeveral } from '../rounds/transaction-of-several.js';
import { ambientTransaction, type AmbientTransaction } from './ambient-transaction.js';
import { CHECK_NOW } from './checked-at-commit.js';
import { inDomainWords, isWorthRepeating } from './database-errors.js';
import { lookUpInDirectory } from './directory.js';
import { openTransaction } from './open-transaction.js';
import { TypeormUnitOfWork } from './typeorm-unit-of-work.js';

/**
 * One row that somebody else keeps locked shall not hold up all the others: then each goes alone, and only one waits. And
 * a worker that vanished in the middle has so many rows locked that they are set free sooner.
 */
const limitsOfSeveral = { lock_timeout: '2s', idle_in_transaction_session_timeout: '5s' };

export class TypeormTransactor extends Transactor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ids: Ids,
  ) {
    super();
  }

  inMunicipality<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    const ambient = ambientTransaction.getStore();
    if (ambient?.municipalityId === municipalityId) return this.join(ambient, work);
    const shared = transactionOfSeveral.getStore();
    if (shared?.municipalityId === municipalityId) return shared.join(work);
    return openTransaction(this.dataSource, municipalityId, (manager) =>
      work(new TypeormUnitOfWork(manager, municipalityId, this.ids)),
    );
  }

  together(municipalityId: string, works: readonly (() => Promise<unknown>)[]): Promise<void> {
    return openTransaction(
      this.dataSource,
      municipalityId,
      (manager) => new TransactionOfSeveral(manager, municipalityId, this.ids).doAll(works),
      { limits: limitsOfSeveral },
    );
  }

  atOneMoment<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    return openTransaction(
      this.dataSource,
      municipalityId,
      (manager) => work(new TypeormUnitOfWork(manager, municipalityId, this.ids)),
      { isolation: 'REPEATABLE READ' },
    );
  }

  lookUp(kind: DirectoryKind, key: string): Promise<DirectoryHit[]> {
    const ambient = ambientTransaction.getStore();
    return lookUpInDirectory(ambient?.manager ?? this.dataSource.manager, kind, key);
  }

  /**
   * Within a request that is one transaction, a use case is a savepoint: it is kept or undone as a whole, and
   * what is otherwise checked at commit is checked at its end, so that it hears itself of a rule it broke.
   * Errors that repeating can mend stay as they are: whoever opened the transaction repeats all of it.
   */
  private async join<R>(
    { manager, municipalityId }: AmbientTransaction,
    work: (unit: UnitOfWork) => Promise<R>,
  ): Promise<R> {
    try {
      return await manager.transaction(async (savepoint) => {
        const result = await work(new TypeormUnitOfWork(savepoint, municipalityId, this.ids, true));
        await savepoint.query(CHECK_NOW);
        return result;
      });
    } catch (error) {
      throw isWorthRepeating(error) ? error : inDomainWords(error);
    }
  }
}
