import type { Citizen, SmallJob, WeeklySlot } from '#domain';
import {
  citizenInputs,
  smallJobInputs,
  type CandidateCitizen,
  type CandidateSmallJob,
} from './candidates.js';

/**
 * The declared inputs alone, copied name by name. What is kept of a person beside them (name, CPR number, benefit,
 * contact level, and whatever a later migration adds) is not on the object that the engine gets (R45).
 */
export const pickCitizenInputs = (citizen: Citizen, agreedSlots: WeeklySlot[]): CandidateCitizen => ({
  ...picked(citizen, citizenInputs),
  agreedSlots,
});

/** What is kept beside the job's own row. */
type BesideTheJob = Pick<CandidateSmallJob, 'ruledOutCitizenIds' | 'fixedContactId' | 'unpaidPlacement'>;

/** As `pickCitizenInputs`; of the workplace only the position. */
export const pickSmallJobInputs = (job: SmallJob, beside: BesideTheJob): CandidateSmallJob => ({
  ...picked(job, smallJobInputs),
  workplace: { position: job.workplace.position },
  ...beside,
});

function picked<T extends object, K extends keyof T>(source: T, names: readonly K[]): Pick<T, K> {
  const inputs = {} as Pick<T, K>;
  for (const name of names) inputs[name] = source[name];
  return inputs;
}
