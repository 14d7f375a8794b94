import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { Temporal } from '#domain';
import { Dispatch, type ClaimedJob } from '#persistence';
import type { Workplace } from '../../contracts/workplace.js';
import { openDatabase, type OpenDatabase } from './open-database.js';

export const soon = { withinSeconds: 60, limit: 100 };

/** A database with one dispatch, and a new municipality with nothing to do for each test. */
export class DispatchDesk {
  database!: OpenDatabase;
  dispatch!: Dispatch;
  place!: Workplace;

  constructor() {
    beforeAll(async () => {
      this.database = await openDatabase();
      this.dispatch = new Dispatch({ url: this.database.dispatchUrl });
    });
    beforeEach(async () => {
      this.place = await this.database.workplace();
    });
    afterEach(() => this.database.really('DELETE FROM due_jobs; DELETE FROM events'));
    afterAll(async () => {
      await this.dispatch.close();
      await this.database.close();
    });
  }

  /** Asks for work, and says for when. */
  wake(inSeconds = 0): Promise<Temporal.Instant> {
    return this.place.inside(async (unit) => {
      const at = (await unit.now()).add({ milliseconds: Math.round(inSeconds * 1000) });
      await unit.wake('match.rank', this.place.smallJob.id, at);
      return at;
    });
  }

  /** A job that is due and that this process may do. */
  async claimed(seconds = 30): Promise<ClaimedJob> {
    await this.wake();
    const { jobs } = await this.dispatch.takeDueSoon(soon);
    return (await this.dispatch.claim([jobs[0]!.id], seconds))[0]!;
  }
}
