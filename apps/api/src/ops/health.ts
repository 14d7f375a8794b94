/** Whether wake-up calls get through. Down is degraded and not broken: due times live in rows (P15). */
export abstract class QueueHealth {
  abstract isUp(): Promise<boolean>;
  /** What the queues held when they were last asked: nobody waits for one that does not answer. */
  abstract readonly depths: readonly { queue: string; state: string; wakeUps: number }[];
}

/** Whether the database answers and is the one this code was written for. */
export abstract class DatabaseHealth {
  /** Rejects when the database cannot be reached. */
  abstract migrationsAreCurrent(): Promise<boolean>;
}
