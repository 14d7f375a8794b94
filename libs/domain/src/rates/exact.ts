/**
 * An exact number: a fraction of two whole ones. Money is computed with it, because a figure that is rounded on
 * the way, or drifts in binary, is a figure that nobody can check on paper. It is rounded once, at the end.
 */
export class Exact {
  static readonly zero = new Exact(0n, 1n);
  static readonly one = new Exact(1n, 1n);

  private constructor(
    private readonly top: bigint,
    private readonly bottom: bigint,
  ) {}

  /** @throws RangeError when it is not a whole number. */
  static whole(value: number): Exact {
    return new Exact(BigInt(value), 1n);
  }

  /** A share or an amount in millionths: 250,500 is 25.05 %. */
  static millionths(value: number): Exact {
    return new Exact(BigInt(value), 1_000_000n);
  }

  /** A decimal as people write it, to six places: 21.67 is 2167/100 and not the nearest binary number. */
  static decimal(value: number): Exact {
    return Exact.millionths(Math.round(value * 1_000_000));
  }

  static least = (a: Exact, b: Exact): Exact => (a.compare(b) <= 0 ? a : b);
  static most = (a: Exact, b: Exact): Exact => (a.compare(b) >= 0 ? a : b);

  plus(other: Exact): Exact {
    return this.bottom === other.bottom
      ? new Exact(this.top + other.top, this.bottom)
      : new Exact(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Exact): Exact {
    return this.plus(new Exact(-other.top, other.bottom));
  }

  times(other: Exact): Exact {
    return new Exact(this.top * other.top, this.bottom * other.bottom);
  }

  /** @throws RangeError when the other is zero. */
  over(other: Exact): Exact {
    if (other.top === 0n) throw new RangeError('Nothing can be divided by zero.');
    const sign = other.top < 0n ? -1n : 1n;
    return new Exact(this.top * other.bottom * sign, this.bottom * other.top * sign);
  }

  compare(other: Exact): number {
    const difference = this.top * other.bottom - other.top * this.bottom;
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }

  get isAboveZero(): boolean {
    return this.top > 0n;
  }

  /** The nearest whole number; a half goes away from zero, as people round on paper. */
  rounded(): number {
    const size = this.top < 0n ? -this.top : this.top;
    const whole = (2n * size + this.bottom) / (2n * this.bottom);
    return Number(this.top < 0n ? -whole : whole);
  }
}
