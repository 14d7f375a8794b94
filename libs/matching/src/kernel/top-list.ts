/** Lists longer than this are sorted at the end instead of kept in order. */
const SHORT = 256;

/** A bounded list, best first: score, then days of waiting, then what `before` says of two slots. */
export class TopList {
  size = 0;
  slots = new Int32Array(64);
  scores = new Int32Array(64);
  /** What the one who offered knows each by. */
  knownAs = new Int32Array(64);
  private limit = 0;
  private days = new Int32Array(64);

  constructor(private readonly before: (one: number, other: number) => number) {}

  /** A score below this one has no place any more. */
  get least(): number {
    if (this.limit > SHORT) return -1;
    if (this.size < this.limit) return -1;
    return this.limit === 0 ? Infinity : this.scores[this.limit - 1]!;
  }

  /**
   * Empties the list for a new limit; nothing is taken in with a limit of none.
   * @param offers the most that will be offered
   */
  begin(limit: number, offers = limit): this {
    this.size = 0;
    this.limit = Math.max(0, limit);
    const room = this.limit > SHORT ? offers : this.limit;
    if (room <= this.slots.length) return this;
    this.slots = new Int32Array(room);
    this.scores = new Int32Array(room);
    this.knownAs = new Int32Array(room);
    this.days = new Int32Array(room);
    return this;
  }

  /** @param knownAs a number that `knownAs` gives back for a place in the list */
  offer(slot: number, score: number, days: number, knownAs = slot): void {
    if (this.limit > SHORT) return this.put(this.size++, slot, score, days, knownAs);
    let at = this.size;
    if (at === this.limit) {
      if (at === 0 || !this.isBetter(slot, score, days, at - 1)) return;
      at -= 1;
    } else this.size += 1;
    for (; at > 0 && this.isBetter(slot, score, days, at - 1); at -= 1) {
      this.slots[at] = this.slots[at - 1]!;
      this.scores[at] = this.scores[at - 1]!;
      this.days[at] = this.days[at - 1]!;
      this.knownAs[at] = this.knownAs[at - 1]!;
    }
    this.put(at, slot, score, days, knownAs);
  }

  /** The list when nothing more is offered. */
  inOrder(): this {
    if (this.limit <= SHORT) return this;
    const { slots, scores, days, knownAs, size } = this;
    const order = Array.from({ length: size }, (_, at) => at)
      .sort((a, b) => scores[b]! - scores[a]! || days[b]! - days[a]! || this.before(slots[a]!, slots[b]!))
      .slice(0, this.limit);
    this.size = order.length;
    const inOrder = (numbers: Int32Array): Int32Array<ArrayBuffer> =>
      Int32Array.from(order, (at) => numbers[at]!);
    [this.slots, this.scores, this.days] = [inOrder(slots), inOrder(scores), inOrder(days)];
    this.knownAs = inOrder(knownAs);
    return this;
  }

  private put(at: number, slot: number, score: number, days: number, knownAs: number): void {
    this.slots[at] = slot;
    this.scores[at] = score;
    this.days[at] = days;
    this.knownAs[at] = knownAs;
  }

  private isBetter(slot: number, score: number, days: number, than: number): boolean {
    const other = this.scores[than]!;
    if (score !== other) return score > other;
    if (days !== this.days[than]!) return days > this.days[than]!;
    return this.before(slot, this.slots[than]!) < 0;
  }
}
