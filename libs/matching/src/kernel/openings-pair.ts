import { bothChanges, changedFields, changedSmallJob } from '../changes.js';
import { smallJobFacts } from '../facts.js';
import type { Setting } from '../matching-day.js';
import type { Opening, Tried } from '../openings/worthwhile.js';
import { INSIDE } from './rules-plan.js';
import type { Bits } from './what-if-bits.js';
import type { ChangedJob, WhatIf } from './what-if.js';

/** A single change with its effect worked out. */
export interface Counted extends Tried, ChangedJob {
  fields: readonly string[];
  /** Who passes the rules that it touches. */
  passing: Bits;
}

/** A change with the effect that it has alone. */
export function counted(
  whatIf: WhatIf,
  each: Pick<Counted, 'change' | 'text' | 'subject' | 'touched' | 'facts'>,
): Counted {
  const passing = whatIf.passing(each);
  const gained = whatIf.countOf(passing, each.touched) - whatIf.eligible;
  return { ...each, fields: changedFields(each.change), passing, gained };
}

/** The same pair as the plain `bestPair` finds, in the same order of asking. */
export class BestPair {
  private best: Opening | null = null;
  private readonly longestFlexibility: number;
  private readonly atMost = new Map<Counted, number>();

  constructor(
    private readonly whatIf: WhatIf,
    private readonly tried: readonly Counted[],
    private readonly setting: Setting,
  ) {
    this.longestFlexibility = Math.max(0, ...tried.map(({ facts }) => facts.job.startFlexibilityMinutes));
  }

  find(): Opening | null {
    const { tried } = this;
    for (let at = 0; at < tried.length; at += 1) {
      for (let n = at + 1; n < tried.length; n += 1) this.ask(tried[at]!, tried[n]!);
    }
    return this.best;
  }

  /** Two of one subject, or two that set the same field, are no pair. */
  private ask(one: Counted, other: Counted): void {
    if (one.subject === other.subject || one.fields.some((field) => other.fields.includes(field))) return;
    const alone = Math.max(0, one.gained, other.gained, this.best?.gained ?? 0);
    const shared = one.touched & other.touched;
    if (shared === 1 << INSIDE && this.atMostWith(one, other) <= alone) return;
    const gained = shared === 0 ? this.apart(one, other) : this.together(one, other);
    if (gained <= alone) return;
    const change = bothChanges(one.change, other.change)!;
    this.best = { change, text: `${one.text} og ${other.text}`, gained };
  }

  /** Changes that touch no rule together: each rule has been asked about one of them. */
  private apart(one: Counted, other: Counted): number {
    const touched = one.touched | other.touched;
    return this.whatIf.countOfBoth(one.passing, other.passing, touched) - this.whatIf.eligible;
  }

  /** A rule that reads both changes (hours and flexibility: windows) has to be asked again. */
  private together(one: Counted, other: Counted): number {
    const job = changedSmallJob(one.facts.job, bothChanges(one.change, other.change)!);
    return this.gainedBy({ touched: one.touched | other.touched, facts: smallJobFacts(job, this.setting) });
  }

  /** No flexibility lets in more than the longest does. */
  private atMostWith(one: Counted, other: Counted): number {
    const moved = one.change.weeklyShifts === undefined ? other : one;
    const known = this.atMost.get(moved);
    if (known !== undefined) return known;
    const { facts } = moved;
    const job = { ...facts.job, startFlexibilityMinutes: this.longestFlexibility };
    const most = this.gainedBy({ touched: one.touched | other.touched, facts: { ...facts, job } });
    this.atMost.set(moved, most);
    return most;
  }

  private gainedBy(job: ChangedJob): number {
    return this.whatIf.countOf(this.whatIf.passing(job), job.touched) - this.whatIf.eligible;
  }
}
