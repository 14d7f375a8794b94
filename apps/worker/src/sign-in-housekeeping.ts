import type { Dispatch, KeptForms, Sessions, StoredSignInCodes } from '#persistence';
import type { OpenAllDoors } from '#use-cases';

export interface SignInParts {
  dispatch: Dispatch;
  openAllDoors: OpenAllDoors;
  sessions: Sessions;
  keptForms: KeptForms;
  codes: StoredSignInCodes;
}

/** At the start and each hour: addresses lead to whom they belong, and what has run out goes. Harmless to do twice. */
export class SignInHousekeeping {
  constructor(private readonly parts: SignInParts) {}

  async clean(signal?: AbortSignal): Promise<void> {
    const { dispatch, openAllDoors, sessions, keptForms, codes } = this.parts;
    await sessions.forgetOld();
    await keptForms.forgetOld();
    await codes.forgetOld();
    for (const municipalityId of await dispatch.municipalityIds()) {
      if (signal?.aborted) return;
      await openAllDoors.execute(municipalityId);
    }
  }
}
