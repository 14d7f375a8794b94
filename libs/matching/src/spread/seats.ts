/**
 * The places that each citizen has on lists, with what each of them costs. The first costs less than nothing, so that a
 * newcomer is chosen before somebody who stands on a list already; a cost only rises, when a place is taken over.
 */
export class Seats {
  /** What the cheapest seat costs, by citizen. */
  readonly cheapest: Int32Array;
  private readonly cost: Int32Array;
  private readonly holder: Int32Array;
  private readonly cheapestAt: Int32Array;

  constructor(
    citizens: number,
    private readonly each: number,
    readonly newcomerPoints: number,
  ) {
    this.cost = new Int32Array(citizens * each);
    this.holder = new Int32Array(citizens * each).fill(NOBODY);
    this.cheapest = new Int32Array(citizens).fill(-newcomerPoints);
    this.cheapestAt = new Int32Array(citizens);
    for (let citizen = 0; citizen < citizens; citizen += 1) {
      this.cheapestAt[citizen] = citizen * each;
      this.cost[citizen * each] = -newcomerPoints;
    }
  }

  /** Takes the cheapest seat for this position of the rows. @returns the position that sat there, or -1 */
  take(citizen: number, position: number, cost: number): number {
    const seat = this.cheapestAt[citizen]!;
    const before = this.holder[seat]!;
    this.holder[seat] = position;
    this.cost[seat] = cost;
    this.findCheapest(citizen);
    return before;
  }

  private findCheapest(citizen: number): void {
    const first = citizen * this.each;
    let at = first;
    for (let seat = first; seat < first + this.each; seat += 1) {
      if (this.cost[seat]! < this.cost[at]!) at = seat;
    }
    this.cheapest[citizen] = this.cost[at]!;
    this.cheapestAt[citizen] = at;
  }
}

const NOBODY = -1;
