/** Which slots have named an id: for the few citizens and companies that have said no to somebody. */
export class SparseSlots {
  private readonly slotsOf = new Map<string, Set<number>>();
  private readonly idsOf = new Map<number, readonly string[]>();

  set(slot: number, ids: readonly string[]): void {
    const before = this.idsOf.get(slot);
    if (before === undefined && ids.length === 0) return;
    this.clear(slot);
    if (ids.length === 0) return;
    this.idsOf.set(slot, [...ids]);
    for (const id of ids) {
      const slots = this.slotsOf.get(id);
      if (slots) slots.add(slot);
      else this.slotsOf.set(id, new Set([slot]));
    }
  }

  clear(slot: number): void {
    for (const id of this.idsOf.get(slot) ?? []) {
      const slots = this.slotsOf.get(id);
      slots?.delete(slot);
      if (slots?.size === 0) this.slotsOf.delete(id);
    }
    this.idsOf.delete(slot);
  }

  /** The slots that named the id. */
  of(id: string): ReadonlySet<number> | undefined {
    return this.slotsOf.get(id);
  }

  /** The ids that the slot named. */
  idsNamedBy(slot: number): readonly string[] {
    return this.idsOf.get(slot) ?? [];
  }

  get bytes(): number {
    return 200 * this.slotsOf.size + 150 * this.idsOf.size;
  }
}
