import type { DirectoryKind } from './unit-of-work.js';
import type { UnitOfWork } from './unit-of-work.js';

export interface DirectoryHit {
  municipalityId: string;
  subjectId: string;
  details: Record<string, string> | null;
  expired: boolean;
}

/** Opens transactions. One use case is one transaction (delivering a message takes two). */
export abstract class Transactor {
  /** Runs `work` in one transaction in the context of a municipality; commits when it returns. */
  abstract inMunicipality<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R>;
  /**
   * As `inMunicipality`, but everything that `work` reads is as it was at one moment. On a connection of its own, so
   * never within another transaction, which it would not see and might wait for.
   */
  abstract atOneMoment<R>(municipalityId: string, work: (unit: UnitOfWork) => Promise<R>): Promise<R>;
  /**
   * Pieces of work that each open one transaction with `inMunicipality` share one here, and cost little more than one of
   * them: their statements meet (ADR 0029). Each sees and does what it would alone, one after the other where they lock the
   * same rows. All is kept or nothing.
   * @throws what the first of them threw: then each may be done alone
   */
  abstract together(municipalityId: string, works: readonly (() => Promise<unknown>)[]): Promise<void>;
  /** Finds which municipalities a key leads to, before one is known. */
  abstract lookUp(kind: DirectoryKind, key: string): Promise<DirectoryHit[]>;
}
