/** A binary heap of nodes by distance, then by number. A node may stand in it more than once. */
export class NearestFirst {
  private distances = new Float64Array(256);
  private nodes = new Int32Array(256);
  size = 0;

  /** The shortest distance; Infinity when nothing is left. */
  get distance(): number {
    return this.size === 0 ? Infinity : this.distances[0]!;
  }

  clear(): void {
    this.size = 0;
  }

  push(distance: number, node: number): void {
    if (this.size === this.nodes.length) this.grow();
    const { distances, nodes } = this;
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = distances[above]!;
      if (other < distance || (other === distance && nodes[above]! <= node)) break;
      distances[at] = other;
      nodes[at] = nodes[above]!;
      at = above;
    }
    distances[at] = distance;
    nodes[at] = node;
  }

  /** Takes the nearest node out. */
  pop(): number {
    const { distances, nodes } = this;
    const nearest = nodes[0]!;
    this.size -= 1;
    const distance = distances[this.size]!;
    const node = nodes[this.size]!;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.size) break;
      const right = below + 1;
      if (right < this.size && before(distances[right]!, nodes[right]!, distances[below]!, nodes[below]!)) {
        below = right;
      }
      if (!before(distances[below]!, nodes[below]!, distance, node)) break;
      distances[at] = distances[below]!;
      nodes[at] = nodes[below]!;
      at = below;
    }
    distances[at] = distance;
    nodes[at] = node;
    return nearest;
  }

  private grow(): void {
    const distances = new Float64Array(2 * this.size);
    const nodes = new Int32Array(2 * this.size);
    distances.set(this.distances);
    nodes.set(this.nodes);
    this.distances = distances;
    this.nodes = nodes;
  }
}

const before = (distance: number, node: number, otherDistance: number, otherNode: number): boolean =>
  distance < otherDistance || (distance === otherDistance && node < otherNode);
