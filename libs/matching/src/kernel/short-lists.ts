/**
 * Short lists of numbers that few slots have (companies ruled out, jobs tried), several kinds for each slot, laid one
 * behind the other in one array. A list that changes is laid anew at the end; a new index begins without the gaps.
 */
export class ShortLists {
  /** Where a slot's lists begin; 0 for a slot that has none. */
  private starts: Uint32Array;
  /** For each slot that has lists: the end of each kind, counted from the first number, and then the numbers. For reading only. */
  numbers = new Uint32Array(64);
  private end = 1;

  constructor(
    slots: number,
    private readonly kinds: number,
  ) {
    this.starts = new Uint32Array(slots);
  }

  get bytes(): number {
    return this.starts.byteLength + this.numbers.byteLength;
  }

  set(slot: number, lists: readonly (readonly number[])[]): void {
    this.starts[slot] = 0;
    const count = lists.reduce((sum, list) => sum + list.length, 0);
    if (count === 0) return;
    const start = this.end;
    this.end = start + this.kinds + count;
    if (this.end > this.numbers.length) {
      const wider = new Uint32Array(Math.ceil(this.end * 1.25));
      wider.set(this.numbers);
      this.numbers = wider;
    }
    let at = 0;
    lists.forEach((list, kind) => {
      for (const number of list) this.numbers[start + this.kinds + at++] = number;
      this.numbers[start + kind] = at;
    });
    this.starts[slot] = start;
  }

  includes(slot: number, kind: number, number: number): boolean {
    const end = this.endOf(slot, kind);
    for (let at = this.beginOf(slot, kind); at < end; at += 1) if (this.numbers[at] === number) return true;
    return false;
  }

  /** Where a list begins among the numbers; as `endOf` when it is empty. */
  beginOf(slot: number, kind: number): number {
    const start = this.starts[slot]!;
    if (start === 0) return 0;
    return start + this.kinds + (kind === 0 ? 0 : this.numbers[start + kind - 1]!);
  }

  endOf(slot: number, kind: number): number {
    const start = this.starts[slot]!;
    return start === 0 ? 0 : start + this.kinds + this.numbers[start + kind]!;
  }

  widen(slots: number): void {
    const wider = new Uint32Array(slots);
    wider.set(this.starts);
    this.starts = wider;
  }
}
