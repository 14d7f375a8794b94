import type { Citizen, Demands, SmallJob, TimeWindow } from '#domain';
import type { CandidateCitizen, CandidateSmallJob } from './candidates.js';

/** A partial small-job body as `PATCH /small-jobs/{id}` takes it; `demands` is merged, everything else replaced. */
export interface SmallJobChange extends Partial<
  Pick<SmallJob, 'danishLevel' | 'certificates' | 'weeklyShifts' | 'startDate' | 'startFlexibilityMinutes'>
> {
  demands?: Partial<Demands>;
}

/** A partial citizen body as `PATCH /citizens/{id}` takes it; `hours` and `reach` are merged. */
export interface CitizenChange extends Partial<Pick<Citizen, 'saidYes' | 'availableFrom' | 'reach'>> {
  hours?: Partial<Citizen['hours']>;
  windows?: TimeWindow[];
}

/**
 * What would lift a constraint. `text` is Danish and goes on after "Ja, hvis". A change without a body cannot be
 * made by a PATCH; `none` is for what neither side should be talked out of.
 */
export type Change =
  | { on: 'small-job'; text: string; body?: SmallJobChange }
  | { on: 'citizen'; text: string; body?: CitizenChange }
  | { on: 'none'; text: string };

export const changedSmallJob = (job: CandidateSmallJob, change: SmallJobChange): CandidateSmallJob => ({
  ...job,
  ...change,
  demands: { ...job.demands, ...change.demands },
});

export const changedCitizen = (citizen: CandidateCitizen, change: CitizenChange): CandidateCitizen => ({
  ...citizen,
  ...change,
  hours: { ...citizen.hours, ...change.hours },
  reach: { ...citizen.reach, ...change.reach },
});

/** The fields a change sets, nested ones with a dot: `demands.liftKg`. */
export const changedFields = (change: SmallJobChange): string[] =>
  Object.keys(change).flatMap((key) =>
    key === 'demands' ? Object.keys(change.demands ?? {}).map((demand) => `demands.${demand}`) : [key],
  );

/** Both changes in one body, or null when they set the same field. */
export function bothChanges(a: SmallJobChange, b: SmallJobChange): SmallJobChange | null {
  const fields = new Set(changedFields(a));
  if (changedFields(b).some((field) => fields.has(field))) return null;
  const demands = a.demands || b.demands ? { demands: { ...a.demands, ...b.demands } } : {};
  return { ...a, ...b, ...demands };
}
