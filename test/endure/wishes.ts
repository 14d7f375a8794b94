/** What did not hold, and what took longer than was promised, in words. */
export interface Judged {
  findings: readonly string[];
  tooSlow: readonly string[];
}

export const keptItsPromise = ({ findings, tooSlow }: Judged): boolean =>
  findings.length + tooSlow.length === 0;

export interface RedisDeadOptions {
  /** How long Redis is away. */
  deadMs: number;
  /** How long is measured before it dies. */
  beforeMs: number;
  /** How long the load goes on after it is back. */
  afterMs: number;
  /** Requests a second. */
  rate: number;
  /** Every how many-th of them writes; the others look. */
  writeEvery: number;
  /** Ladders that begin each second. */
  ladderRate: number;
  /** `stop`: its port takes connections, and nobody answers. */
  how: 'kill' | 'stop';
  /** The first requests of a process are slow: its indexes are made, its code is compiled. Ladders begin after it. */
  warmUpMs?: number;
}

export interface DeploysOptions {
  /** Each time an API and a worker are replaced. */
  times: number;
  /** From one time to the next: what a process that is a few seconds old does slowly is not piled up. */
  pauseMs: number;
  /** Requests a second. */
  rate: number;
  /** Every how many-th of them writes; the others look. */
  writeEvery: number;
  /** At work at any time. */
  workers: number;
  ladderRate: number;
  /** So long the provider lets each message wait: what is on its way when a worker is asked to end. */
  messageTakesMs: number;
  warmUpMs?: number;
}
