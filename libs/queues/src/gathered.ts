import { createHash } from 'node:crypto';
import type { DueJobName } from '#domain';
import { jobIdOf, mostTogether, type WakeUp, type WakeUpCall } from './contract.js';

/** So far apart what is woken together may be due: the earlier wait for the last. */
const MOMENT_MS = 100;

/** A wake-up as the queue takes it. */
export interface GatheredCall {
  job: DueJobName;
  /** The same call twice is one wake-up, and so are the same calls together. */
  jobId: string;
  delayMs: number;
  wakeUp: WakeUp;
}

/** Calls of one kind, for one moment and one municipality, become one, as far as their kind allows it. */
export function gathered(calls: readonly WakeUpCall[]): GatheredCall[] {
  const groups = new Map<string, WakeUpCall[]>();
  for (const call of calls) {
    const moment = Math.ceil(call.delayMs / MOMENT_MS);
    const place = mostTogether[call.job] ? `${call.municipalityId} ${call.job} ${moment}` : call.dueJobId;
    groups.set(place, [...(groups.get(place) ?? []), call]);
  }
  return [...groups.values()].flatMap((group) => inParts(group, mostTogether[group[0]!.job] ?? 1).map(asOne));
}

function asOne(calls: readonly WakeUpCall[]): GatheredCall {
  const [first, ...rest] = calls as [WakeUpCall, ...WakeUpCall[]];
  const { job, dueJobId } = first;
  const delayMs = Math.max(...calls.map((call) => call.delayMs));
  if (rest.length === 0) return { job, jobId: jobIdOf(first), delayMs, wakeUp: { dueJobId } };
  const company = createHash('sha256').update(rest.map(jobIdOf).join()).digest('base64url').slice(0, 16);
  const others = rest.map((call) => call.dueJobId);
  return { job, jobId: `${jobIdOf(first)}-${company}`, delayMs, wakeUp: { dueJobId, others } };
}

const inParts = <T>(all: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, part) =>
    all.slice(part * most, (part + 1) * most),
  );
