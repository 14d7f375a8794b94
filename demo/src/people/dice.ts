import { createHash } from 'node:crypto';

/**
 * Chance that falls the same way every time, so that screenshots and manuals stay true. Every subject has
 * dice of its own: one question more about one person changes nothing for the next.
 */
export class Dice {
  private state: number;

  constructor(subject: string) {
    this.state = createHash('sha256').update(`fodfaeste demo: ${subject}`).digest().readUInt32LE(0);
  }

  /** From 0 up to, and not including, 1 (mulberry32). */
  share(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** True so many times in a hundred. */
  falls(percent: number): boolean {
    return this.share() * 100 < percent;
  }

  /** A whole number; both ends can come. */
  whole(min: number, max: number): number {
    return min + Math.floor(this.share() * (max - min + 1));
  }

  pick<T>(list: readonly T[]): T {
    return list[this.whole(0, list.length - 1)]!;
  }

  /** One of the values, the heavier ones more often. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    const all = choices.reduce((sum, [, weight]) => sum + weight, 0);
    let left = this.share() * all;
    return (choices.find(([, weight]) => (left -= weight) < 0) ?? choices.at(-1)!)[0];
  }

  /** Different members of the list, in no order. */
  some<T>(list: readonly T[], count: number): T[] {
    return this.shuffled(list).slice(0, count);
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    return list.map(() => left.splice(this.whole(0, left.length - 1), 1)[0]!);
  }
}
