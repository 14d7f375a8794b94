import type { CrashPoints } from '#configuration';
import { Dispatch, type ClaimedJob } from '#persistence';

/** Dies when a due job was claimed, when its handler is through, when its end was kept; and around what the relay takes. */
export class CrashingDispatch extends Dispatch {
  constructor(
    settings: ConstructorParameters<typeof Dispatch>[0],
    private readonly points: CrashPoints,
  ) {
    super(settings);
  }

  override async claim(ids: readonly string[], seconds: number): Promise<ClaimedJob[]> {
    const jobs = await super.claim(ids, seconds);
    for (const job of jobs) await this.points.reach(`${job.job}.claimed`, job.subjectId);
    return jobs;
  }

  override async finish(jobs: readonly ClaimedJob[]): Promise<number> {
    for (const job of jobs) await this.points.reach(`${job.job}.handled`, job.subjectId);
    const finished = await super.finish(jobs);
    for (const job of jobs) await this.points.reach(`${job.job}.finished`, job.subjectId);
    return finished;
  }

  override async takeDueSoon(
    ...wish: Parameters<Dispatch['takeDueSoon']>
  ): ReturnType<Dispatch['takeDueSoon']> {
    const taken = await super.takeDueSoon(...wish);
    if (taken.jobs.length > 0) await this.points.reach('relay.taken');
    return taken;
  }

  override async takeUnroutedEvents(
    ...wish: Parameters<Dispatch['takeUnroutedEvents']>
  ): ReturnType<Dispatch['takeUnroutedEvents']> {
    const routed = await super.takeUnroutedEvents(...wish);
    if (routed > 0) await this.points.reach('relay.routed');
    return routed;
  }
}
