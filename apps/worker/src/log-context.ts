import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids and names only: they stand on every line that is written during the work. */
export interface WorkedOn {
  job?: string;
  dueJobId?: string;
  municipalityId?: string;
  scheduled?: string;
}

const current = new AsyncLocalStorage<WorkedOn>();

export const workingOn = <R>(what: WorkedOn, work: () => Promise<R>): Promise<R> =>
  current.run({ ...current.getStore(), ...what }, work);

/** For the log of this process. A line that names the same itself is not doubled by it. */
export const workedOn = (): WorkedOn => ({ ...current.getStore() });
