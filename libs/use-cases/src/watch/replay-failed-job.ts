import type { Actor } from '#domain';
import { Transactor } from '../ports/index.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';

/** Who lets work run again: a leader, or whoever runs the installation and has no account in it. */
export type Replayer = Actor | 'operator';

/**
 * Lets work run again that was given up. Whoever does it reads the rows as they are then, and does nothing where it is no
 * longer wanted.
 */
export class ReplayFailedJob {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @returns false when it has not failed, or runs again already. @throws not-allowed */
  async execute(municipalityId: string, dueJobId: string, by: Replayer): Promise<boolean> {
    if (by !== 'operator') refuseUnlessLeader(by);
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      if (!(await unit.replayFailed(dueJobId))) return false;
      if (by === 'operator') await unit.record({ type: 'FailedJobReplayed', dueJobId, by });
      else await unit.record({ type: 'FailedJobReplayed', dueJobId, by: 'leader' }, by);
      return true;
    });
  }
}
