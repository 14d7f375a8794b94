import { DomainError } from './domain-error.js';
import type { ErrorCode } from './error-codes.js';

/** From each state to the states that may follow it. A state with an empty list is an end. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/**
 * A state machine as data. Refuses, when the module is loaded, a table with a state that cannot be reached
 * from the first one: such a state is either dead or a forgotten arrow.
 */
export class StateMachine<State extends string> {
  constructor(
    readonly name: string,
    readonly first: State,
    readonly transitions: Transitions<State>,
    private readonly refusal: ErrorCode,
  ) {
    const lost = this.unreachable();
    if (lost.length > 0) throw new Error(`${name}: no way to reach ${lost.join(', ')}`);
  }

  get states(): State[] {
    return Object.keys(this.transitions) as State[];
  }

  allows(from: State, to: State): boolean {
    return this.transitions[from].includes(to);
  }

  isEnd(state: State): boolean {
    return this.transitions[state].length === 0;
  }

  /** Returns the new state. @throws DomainError of this machine when the table has no such arrow. */
  move(from: State, to: State): State {
    if (!this.allows(from, to)) throw new DomainError(this.refusal, { from, to });
    return to;
  }

  private unreachable(): State[] {
    const seen = new Set<State>([this.first]);
    const queue = [this.first];
    for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
      for (const next of this.transitions[state]) {
        if (!seen.has(next)) {
          seen.add(next);
          queue.push(next);
        }
      }
    }
    return this.states.filter((state) => !seen.has(state));
  }
}
