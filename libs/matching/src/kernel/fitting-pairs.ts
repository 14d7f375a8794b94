import type { PairsWithWaiting } from './answers.js';
import type { Citizens } from './citizens.js';
import type { Fitting } from './fitting.js';
import { jobsInOrder } from './rank-all.js';
import { presentSlots } from './records.js';
import type { SmallJobs } from './small-jobs.js';

/** All pairs that fit, jobs and citizens in the order of their ids. */
export function fittingPairs(citizens: Citizens, jobs: SmallJobs, fitting: Fitting): PairsWithWaiting {
  const people = citizens.records.slots;
  const order = jobsInOrder(jobs);
  const inOrder = [...presentSlots(citizens.records)].sort((a, b) => people.compare(a, b));
  const indexOf = new Int32Array(people.end);
  inOrder.forEach((slot, n) => (indexOf[slot] = n));
  const from = new Int32Array(order.length + 1);
  const citizen = new GrowingNumbers();
  const score = new GrowingNumbers();
  order.forEach((slot, n) => {
    const count = fitting.citizensFor(slot);
    for (let k = 0; k < count; k += 1) {
      citizen.add(indexOf[fitting.slots[k]!]!);
      score.add(fitting.scores[k]!);
    }
    from[n + 1] = from[n]! + count;
  });
  return {
    smallJobIds: Array.from(order, (slot) => jobs.records.slots.idOf(slot)),
    citizenIds: inOrder.map((slot) => people.idOf(slot)),
    from,
    citizen: citizen.all(),
    score: score.all(),
    waited: Int32Array.from(inOrder, (slot) => citizens.days.codes[slot]!),
  };
}

class GrowingNumbers {
  private numbers = new Int32Array(4096);
  private count = 0;

  add(number: number): void {
    if (this.count === this.numbers.length) {
      const wider = new Int32Array(this.count * 2);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    this.numbers[this.count++] = number;
  }

  all(): Int32Array {
    return this.numbers.slice(0, this.count);
  }
}
