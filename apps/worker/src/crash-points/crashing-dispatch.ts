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

  override async claim(id: string, seconds: number): Promise<ClaimedJob | undefined> {
    const job = await super.claim(id, seconds);
    if (job) await this.points.reach(`${job.job}.claimed`, job.subjectId);
    return job;
  }

  override async finish(job: ClaimedJob): Promise<boolean> {
    await this.points.reach(`${job.job}.handled`, job.subjectId);
    const isFinished = await super.finish(job);
    await this.points.reach(`${job.job}.finished`, job.subjectId);
    return isFinished;
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
