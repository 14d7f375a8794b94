/** A piece of work within a shared transaction. To PostgreSQL all of them are one: what one has locked the others may take too. */
export class Member {
  private waitsFor: Member | undefined;
  private tellEnd: () => void = () => undefined;
  private readonly end = new Promise<void>((resolve) => (this.tellEnd = resolve));
  hasEnded = false;

  /** What it has done is all there: what it had locked is anybody's. */
  ended(): void {
    this.hasEnded = true;
    this.tellEnd();
  }

  /** @throws WaitForEachOther when that one waits for this one: it would be for ever. */
  async waitUntilEnded(other: Member): Promise<void> {
    for (let next: Member | undefined = other; next; next = next.waitsFor)
      if (next === this) throw new WaitForEachOther();
    this.waitsFor = other;
    await other.end;
    this.waitsFor = undefined;
  }
}

/** Which member has locked which row. */
export class RowOwners {
  private readonly owners = new Map<string, Member>();

  /**
   * Locks rows for a member: `read` reads them with their locks; while some of them are another member's, it waits for that
   * member's end and reads again.
   */
  async lock<R extends { id: string }>(
    member: Member,
    table: string,
    read: () => Promise<R[]>,
  ): Promise<R[]> {
    for (;;) {
      const rows = await read();
      const keys = rows.map(({ id }) => `${table} ${id}`);
      const owner = keys.map((key) => this.owners.get(key)).find((one) => isAnothers(one, member));
      if (!owner) {
        for (const key of keys) this.owners.set(key, member);
        return rows;
      }
      await member.waitUntilEnded(owner);
    }
  }
}

const isAnothers = (owner: Member | undefined, member: Member): boolean =>
  owner !== undefined && owner !== member && !owner.hasEnded;

export class WaitForEachOther extends Error {
  override readonly name = 'WaitForEachOther';
}
