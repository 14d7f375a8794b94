/** Somebody who says again and again to be there: a worker, or the auditor. */
export interface Heartbeat {
  name: string;
  secondsAgo: number;
  counts: Record<string, number>;
}

/** What is written down of the whole installation, of no municipality. Ages in seconds. */
export interface Vitals {
  heartbeats: Heartbeat[];
  runs: { name: string; doneSecondsAgo: number | null; repaired: number }[];
  pausedProviders: string[];
  isAlarmed: boolean;
}

export abstract class VitalSigns {
  abstract read(): Promise<Vitals>;
}
