import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ids, UnitOfWork } from '#use-cases';
import type { EntityManager } from 'typeorm';
import { TypeormUnitOfWork } from '../transaction/typeorm-unit-of-work.js';
import { Rounds } from './rounds.js';
import { RoundsUnitOfWork } from './rounds-unit-of-work.js';
import { Member, RowOwners } from './row-owners.js';

/** The transaction that several pieces of work share, for those that are called within it. */
export const transactionOfSeveral = new AsyncLocalStorage<TransactionOfSeveral>();

export class TransactionOfSeveral {
  private readonly rounds = new Rounds();
  private readonly owners = new RowOwners();
  private readonly common: TypeormUnitOfWork;

  constructor(
    private readonly manager: EntityManager,
    readonly municipalityId: string,
    private readonly ids: Ids,
  ) {
    this.common = new TypeormUnitOfWork(manager, municipalityId, ids);
  }

  /** Ends when all of them have ended: none goes on in a transaction that is over. */
  async doAll(works: readonly (() => Promise<unknown>)[]): Promise<void> {
    const ends = await Promise.allSettled(works.map((work) => transactionOfSeveral.run(this, work)));
    this.rounds.throwFailure();
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  async join<R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> {
    const member = new Member();
    const { manager, municipalityId, ids, common, rounds, owners } = this;
    try {
      return await work(
        new RoundsUnitOfWork(manager, municipalityId, ids, common, { rounds, owners, member }),
      );
    } catch (error) {
      rounds.giveUp(error);
      throw error;
    } finally {
      member.ended();
    }
  }
}
