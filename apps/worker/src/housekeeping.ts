import type { Dispatch } from '#persistence';
import type { ScheduleName } from '#use-cases';
import type { Scheduled } from './timetable.js';

export const DONE_JOBS_KEPT_DAYS = 30;

/** A task of tidying up in one municipality; what it answers is of no interest here. */
export type Tidying = (municipalityId: string) => Promise<unknown>;

/** The same in every municipality. Harmless to do twice. */
export const everywhere =
  (dispatch: Pick<Dispatch, 'municipalityIds'>, tidy: Tidying): Scheduled =>
  async (signal) => {
    for (const municipalityId of await dispatch.municipalityIds()) {
      if (signal.aborted) return;
      await tidy(municipalityId);
    }
  };

/** Throws away what is not to be kept, each under its own name: one that fails does not hold up the others. */
export function housekeeping<N extends ScheduleName>(
  dispatch: Pick<Dispatch, 'municipalityIds'>,
  tasks: Record<N, Tidying>,
): Record<N, Scheduled> {
  return Object.fromEntries(
    Object.entries<Tidying>(tasks).map(([name, tidy]) => [name, everywhere(dispatch, tidy)]),
  ) as Record<N, Scheduled>;
}
