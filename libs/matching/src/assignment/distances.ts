/** Distances of one kind of node within one search, and which nodes were reached; cleared in the time it took to reach them. */
export class Distances {
  of: Float64Array = new Float64Array(0);
  /** Through what each node was reached. */
  through: Int32Array = new Int32Array(0);
  private reached: Int32Array = new Int32Array(0);
  private count = 0;

  /** Makes sure that there is a place for each node. Between searches only. */
  fit(nodes: number): void {
    if (nodes <= this.of.length) return;
    this.of = new Float64Array(nodes).fill(Infinity);
    this.through = new Int32Array(nodes);
    this.reached = new Int32Array(nodes);
  }

  reach(node: number, distance: number, through: number): void {
    if (this.of[node] === Infinity) {
      this.reached[this.count] = node;
      this.count += 1;
    }
    this.of[node] = distance;
    this.through[node] = through;
  }

  /** Moves the prices of all nodes nearer than `limit` by how much nearer they are, and forgets the distances. */
  move(prices: Float64Array, limit: number, sign: 1 | -1): void {
    const { of, reached } = this;
    for (let n = 0; n < this.count; n += 1) {
      const node = reached[n]!;
      const rest = limit - of[node]!;
      if (rest > 0) prices[node]! += sign * rest;
      of[node] = Infinity;
    }
    this.count = 0;
  }

  clear(): void {
    for (let n = 0; n < this.count; n += 1) this.of[this.reached[n]!] = Infinity;
    this.count = 0;
  }
}

/** Reached as the beginning of a path; any other way is a citizen (0 and up) or a contact. */
export const BEGINNING = -1;
export const viaContact = (contact: number): number => -2 - contact;
export const contactOfWay = (through: number): number => -2 - through;
