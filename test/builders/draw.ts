/**
 * Numbers from a seed for tests that draw millions of them: jest makes every use of a global such as `Math` slow, and
 * this uses none (Lehmer's generator, exact in whole doubles).
 */
export class Draw {
  private state: number;

  constructor(seed: number) {
    this.state = seed * 7919 + 1;
    for (let n = 0; n < 5; n += 1) this.unit();
  }

  /** Above 0, under 1. */
  unit(): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state / 2_147_483_647;
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  /** A whole number from `least` to `most`, both included; at most 31 bits. */
  whole(least: number, most: number): number {
    return least + ((this.unit() * (most - least + 1)) | 0);
  }

  /** Around 0, never beyond 2. */
  around(): number {
    return this.unit() + this.unit() + this.unit() + this.unit() - 2;
  }

  one<T>(of: readonly T[]): T {
    return of[(this.unit() * of.length) | 0]!;
  }

  uuid(): string {
    const hex = (digits: number): string => {
      let text = '';
      while (text.length < digits) text += '0123456789abcdef'[(this.unit() * 16) | 0]!;
      return text;
    };
    return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
  }
}
