import { travelModes } from '#domain';
import type { CandidateCitizen } from '../candidates.js';
import type { MatchingRules } from '../rules.js';
import { tripWithinReach } from '../travel.js';
import type { Key } from '../parts/part.js';
import { haversineOf } from './distance.js';

type Reach = CandidateCitizen['reach'];
const MODES = travelModes.length;
const NOT_USED = -1;
/** Half round the earth and a little more. */
const FARTHEST = 20_100_000;

export const reachKey = (reach: Reach): Key => travelModes.map((mode) => reach[mode] ?? '').join();

/** What each distinct reach means in metres and minutes, worked out once. */
export class ReachTable {
  /** Longest way in metres that some mode does in its minutes; -1 when none does any. */
  readonly farthest: number[] = [];
  /** The haversines just inside and just outside of it; between them the metres have to be counted. */
  readonly surelyIn: number[] = [];
  readonly surelyOut: number[] = [];
  private most = new Float64Array(64 * MODES);
  /** Minutes are metres times this, divided by the mode's own, rounded up (`travelMinutes`). */
  private readonly factor: number;
  private readonly divisors: Float64Array;
  private readonly waits: Float64Array;

  constructor(private readonly travel: MatchingRules['travel']) {
    this.factor = travel.detourPercent * 60;
    this.divisors = Float64Array.from(travelModes, (mode) => travel.modes[mode].kmPerHour * 100_000);
    this.waits = Float64Array.from(travelModes, (mode) => travel.modes[mode].waitMinutes);
  }

  add(reach: Reach): void {
    const first = this.farthest.length * MODES;
    if (first + MODES > this.most.length) {
      const wider = new Float64Array(this.most.length * 2);
      wider.set(this.most);
      this.most = wider;
    }
    travelModes.forEach((mode, n) => (this.most[first + n] = reach[mode] ?? NOT_USED));
    const farthest = this.farthestFor(reach);
    this.farthest.push(farthest);
    this.surelyIn.push(haversineOf(farthest + 0.499));
    this.surelyOut.push(farthest < 0 ? -1 : haversineOf(farthest + 0.501));
  }

  /** Minutes of the fastest trip within reach; the metres are known to be within it. `tripWithinReach` in numbers. */
  minutes(code: number, metres: number): number {
    const { most, divisors, waits } = this;
    const product = metres * this.factor;
    let best = Number.MAX_SAFE_INTEGER;
    for (let mode = 0; mode < MODES; mode += 1) {
      const limit = most[code * MODES + mode]!;
      if (limit === NOT_USED) continue;
      const minutes = Math.ceil(product / divisors[mode]!) + waits[mode]!;
      if (minutes <= limit && minutes < best) best = minutes;
    }
    return best;
  }

  /** Minutes grow with metres, so the limit is found by halving. */
  private farthestFor(reach: Reach): number {
    let reached = -1;
    let beyond = FARTHEST;
    while (beyond - reached > 1) {
      const middle = Math.floor((reached + beyond) / 2);
      if (tripWithinReach(middle, reach, this.travel) === null) beyond = middle;
      else reached = middle;
    }
    return reached;
  }
}
