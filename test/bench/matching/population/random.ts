/** A share of all, or a weight against the others, by value. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** Everything drawn from one seed, in one order: the same seed gives the same municipality on every machine. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A whole number of 32 bits (mulberry32). */
  bits(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** At least 0, under 1. */
  unit(): number {
    return this.bits() / 0x1_0000_0000;
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.unit() * (most - least + 1));
  }

  /** Around 0 with the spread 1, as the sum of twelve draws would be: never beyond 6. */
  around(): number {
    let sum = -6;
    for (let draw = 0; draw < 12; draw += 1) sum += this.unit();
    return sum;
  }

  one<T>(of: readonly T[]): T {
    return of[Math.floor(this.unit() * of.length)]!;
  }

  weighted<T>(of: Weighted<T>): T {
    let total = 0;
    for (const [, weight] of of) total += weight;
    let left = this.unit() * total;
    for (const [value, weight] of of) {
      left -= weight;
      if (left < 0) return value;
    }
    return of.at(-1)![0];
  }

  /** Those that are drawn, each by its own chance. */
  some<T>(of: Weighted<T>): T[] {
    const drawn: T[] = [];
    for (const [value, share] of of) if (this.chance(share)) drawn.push(value);
    return drawn;
  }

  /** Different ones, at most as many as there are. */
  several<T>(count: number, of: readonly T[]): T[] {
    const drawn = new Set<T>();
    for (const most = Math.min(count, of.length); drawn.size < most;) drawn.add(this.one(of));
    return [...drawn];
  }

  uuid(): string {
    const hex = (word: number): string => word.toString(16).padStart(8, '0');
    const [a, b, c, d] = [hex(this.bits()), hex(this.bits()), hex(this.bits()), hex(this.bits())];
    return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${d}`;
  }
}
