import {
  defaultLadders,
  isBefore,
  placeSteps,
  Temporal,
  type EscalationOutcome,
  type LadderDefinition,
  type LadderName,
} from '#domain';
import { BEGINS } from './ladder-town.js';

export type Person = 'mette' | 'lars' | 'birgit';
type Phase = 'none' | 'open' | 'acknowledged' | 'snoozed' | 'closed';

/** What must be so, worked out without the house: the rules of practice in a few lines. */
export class LadderModel {
  now = BEGINS;
  phase: Phase = 'none';
  ladder: LadderName = 'not-seen';
  /** As the ladder was when the case, or its second ladder, began. */
  snapshot: LadderDefinition = defaultLadders['not-seen'];
  /** As a leader has it now. */
  ladders: Record<LadderName, LadderDefinition> = { ...defaultLadders };
  startedAt = BEGINS;
  round = 0;
  cases = 0;
  holder: Person | null = null;
  expiresAt: Temporal.Instant | null = null;
  askedAt: Temporal.Instant | null = null;
  snoozedUntil: Temporal.Instant | null = null;
  outcome: EscalationOutcome | null = null;
  shiftState = 'planned';
  /** Until nothing has paused, hastened or delayed the ladder, every step has its exact time. */
  isUndisturbed = true;
  /** How many steps had been taken when it was paused; null while it is not. */
  takenWhenPaused: number | null = null;
  isProviderFine = true;
  away = new Set<Person>();
  /** Of those who are away: who works here no more. */
  left = new Set<Person>();

  get isRunning(): boolean {
    return this.phase !== 'none' && this.phase !== 'closed';
  }

  start(name: LadderName): void {
    const anew = !this.isRunning;
    if (anew) this.cases += 1;
    this.ladder = name;
    this.snapshot = this.ladders[name];
    this.startedAt = this.now;
    this.round = anew ? 1 : this.round + 1;
    this.outcome = null;
    this.isUndisturbed = this.isProviderFine && this.away.size === 0;
    // Who has taken the case keeps it when the workplace says that nobody is there.
    if (this.phase !== 'acknowledged') {
      this.phase = 'open';
      this.holder = null;
    } else this.isUndisturbed = false;
  }

  acknowledge(by: Person, holds: string): void {
    this.phase = 'acknowledged';
    this.holder = by;
    this.expiresAt = this.now.add(holds);
    this.askedAt = null;
    this.isUndisturbed = false;
  }

  close(outcome: EscalationOutcome, shiftState: string | null): void {
    this.phase = 'closed';
    this.holder = null;
    this.outcome = outcome;
    this.shiftState = shiftState ?? this.shiftState;
  }

  open(): void {
    this.phase = 'open';
    this.holder = null;
    this.isUndisturbed = false;
  }

  /** Time alone does this: an acknowledge runs out, a pause ends. */
  pass(to: Temporal.Instant): void {
    this.now = to;
    if (this.phase === 'snoozed' && !isBefore(to, this.snoozedUntil!)) this.open();
    if (this.phase === 'acknowledged') {
      if (this.askedAt === null && !isBefore(to, this.expiresAt!)) this.askedAt = this.expiresAt;
      if (this.askedAt !== null && !isBefore(to, this.askedAt.add({ minutes: 5 }))) this.open();
    }
  }

  /** The steps that must have been taken by now, when nothing has disturbed the ladder. */
  due(): number[] {
    return placeSteps(this.snapshot, this.startedAt)
      .filter(({ dueAt }) => !isBefore(this.now, dueAt))
      .map(({ seq }) => seq);
  }
}
