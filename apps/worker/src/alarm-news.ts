import type { Dispatch } from '#persistence';
import type { TellLeaders } from '#use-cases';

/** Writes to the leaders of every municipality of what fell silent: as soon as a worker is there to do it. */
export class AlarmNews {
  constructor(
    private readonly dispatch: Pick<Dispatch, 'untoldAlarms' | 'leadersWereTold' | 'municipalityIds'>,
    private readonly tellLeaders: Pick<TellLeaders, 'execute'>,
  ) {}

  async tell(): Promise<void> {
    for (const { id, kind, silentSince } of await this.dispatch.untoldAlarms()) {
      const what = kind === 'workers-silent' ? 'messages' : 'watch';
      for (const municipalityId of await this.dispatch.municipalityIds())
        await this.tellLeaders.execute(municipalityId, { alarmId: id, what, since: silentSince });
      await this.dispatch.leadersWereTold(id);
    }
  }
}
