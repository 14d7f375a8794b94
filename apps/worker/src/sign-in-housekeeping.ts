import type { Logger } from 'pino';
import type { Dispatch, KeptForms, Sessions, StoredSignInCodes } from '#persistence';
import type { OpenAllDoors } from '#use-cases';

const HOUR_MS = 3_600_000;

export interface SignInParts {
  dispatch: Dispatch;
  openAllDoors: OpenAllDoors;
  sessions: Sessions;
  keptForms: KeptForms;
  codes: StoredSignInCodes;
  log: Logger;
}

/** At the start and each hour: addresses lead to whom they belong, and what has run out goes. Harmless to do twice. */
export class SignInHousekeeping {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly parts: SignInParts) {}

  start(): void {
    const run = (): void => {
      this.running ??= this.clean().finally(() => (this.running = undefined));
    };
    this.timer = setInterval(run, HOUR_MS);
    run();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  async clean(): Promise<void> {
    const { dispatch, openAllDoors, sessions, keptForms, codes, log } = this.parts;
    try {
      await sessions.forgetOld();
      await keptForms.forgetOld();
      await codes.forgetOld();
      for (const municipalityId of await dispatch.municipalityIds())
        await openAllDoors.execute(municipalityId);
    } catch (error) {
      log.warn(
        { kind: (error as Error).name },
        'tidying the sign-in did not finish; it is done again in an hour',
      );
    }
  }
}
