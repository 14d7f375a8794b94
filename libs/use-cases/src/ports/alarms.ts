import type { Temporal } from '#domain';

export const alarmKinds = ['workers-silent', 'sweeper-silent', 'auditor-silent'] as const;
/** The gravest first: with no worker at work the others are silent as well. */
export type AlarmKind = (typeof alarmKinds)[number];

export interface Alarm {
  id: string;
  kind: AlarmKind;
  silentSince: Temporal.Instant;
  /** Null while it lasts. */
  endedAt: Temporal.Instant | null;
}

/** Seconds since the last sign of life; null when there never was one. */
export type Silence = Record<AlarmKind, number | null>;

/** Incidents of the whole installation. One at a time, and each told once, however many processes watch. */
export abstract class Alarms {
  abstract silence(): Promise<Silence>;
  /** Of the incident that lasts, if any. */
  abstract lasting(): Promise<Alarm | undefined>;
  /** Newest first, the one that lasts among them. */
  abstract recent(limit: number): Promise<Alarm[]>;
  /** @returns false when one lasts already. */
  abstract begin(kind: AlarmKind, silentForSeconds: number): Promise<boolean>;
  /** @returns false when none lasts. */
  abstract end(): Promise<boolean>;
  /** What is still to be told outside, for one process at a time and for as long as it keeps it. */
  abstract takeUntold(forSeconds: number): Promise<Alarm | undefined>;
  abstract wasTold(alarm: Alarm): Promise<void>;
}
