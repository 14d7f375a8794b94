import type { Deadline } from '../ports/index.js';

/** The two clocks of a process, in milliseconds. Tests have their own. */
export interface ProcessClocks {
  /** Runs on while the process is stopped, and is never set. */
  steady(): number;
  /** Runs on while the whole machine sleeps; may be set. */
  wall(): number;
}

export const processClocks: ProcessClocks = { steady: () => performance.now(), wall: () => Date.now() };

/**
 * How long what was claimed may still leave the house. Begun before the claim, so that it is never longer than the
 * others wait; the clock that has run further decides, so that neither a stopped process nor a sleeping machine wakes up
 * and sends what a colleague has been told is lost.
 */
export class ClaimDeadline implements Deadline {
  private readonly steadyStart: number;
  private readonly wallStart: number;

  constructor(
    private readonly lengthMs: number,
    private readonly clocks: ProcessClocks = processClocks,
  ) {
    this.steadyStart = clocks.steady();
    this.wallStart = clocks.wall();
  }

  remainingMs(): number {
    const steady = this.clocks.steady() - this.steadyStart;
    const wall = this.clocks.wall() - this.wallStart;
    return this.lengthMs - Math.max(steady, wall);
  }
}
