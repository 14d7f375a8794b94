import type { Dispatch } from '#persistence';
import type {
  Alarms,
  PauseProvider,
  ProviderPauses,
  ReplayFailedJob,
  ResumeProvider,
  ShowFailedJobs,
  ShowLadder,
  VitalSigns,
} from '#use-cases';
import type { RepairFinding } from '../repair-finding.js';

/** 0: done, and all is well. 1: done, and something is not as it should be; or refused. 2: not understood. */
export interface Outcome {
  lines: string[];
  exitCode: 0 | 1 | 2;
  /** The same for machines. */
  data?: unknown;
}

/** A municipality as it is known in the output. */
export interface Place {
  id: string;
  code: string;
}

/** What the verbs do their work with. */
export interface Surroundings {
  dispatch: Pick<Dispatch, 'audit' | 'gauges'>;
  places: () => Promise<Place[]>;
  vitals: Pick<VitalSigns, 'read'>;
  alarms: Pick<Alarms, 'lasting'>;
  pauses: Pick<ProviderPauses, 'list'>;
  pauseProvider: Pick<PauseProvider, 'execute'>;
  resumeProvider: Pick<ResumeProvider, 'execute'>;
  failedJobs: Pick<ShowFailedJobs, 'execute'>;
  replayFailedJob: Pick<ReplayFailedJob, 'execute'>;
  ladder: Pick<ShowLadder, 'execute'>;
  repairs: Pick<RepairFinding, 'execute'>;
}

/** What somebody wrote behind the verb. */
export interface Wish {
  words: readonly string[];
  /** The value of an option that takes one. */
  text: (option: string) => string | undefined;
  is: (option: string) => boolean;
}

export interface Verb {
  usage: string;
  does: string;
  options?: Readonly<Record<string, { type: 'string' | 'boolean' }>>;
  /** @throws NotUnderstood */
  run: (wish: Wish, around: Surroundings) => Promise<Outcome>;
}

/** The message says what is wrong with what was asked; nothing was done. */
export class NotUnderstood extends Error {}

/** @throws NotUnderstood when there are other words than so many. */
export function words<const Names extends readonly string[]>(
  wish: Wish,
  ...names: Names
): { [N in keyof Names]: string } {
  const missing = names[wish.words.length];
  if (missing !== undefined) throw new NotUnderstood(`${missing} is missing.`);
  if (wish.words.length > names.length) throw new NotUnderstood(`What is ${wish.words[names.length]!}?`);
  return [...wish.words] as { [N in keyof Names]: string };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws NotUnderstood */
export function asId(text: string): string {
  if (!UUID.test(text))
    throw new NotUnderstood(`${text} is no id: ids look like 0199a1b2-ffff-7000-8000-00000000ffff.`);
  return text.toLowerCase();
}
