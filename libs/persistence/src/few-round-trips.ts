import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import type pg from 'pg';

/** A statement that a connection meets so often is worth a plan that is kept. */
const WORTH_A_PLAN = 3;
/** Each costs its back end some ten kilobytes. Lists of ids of every length are statements of their own: not those. */
const MOST_PLANS = 150;
const MOST_MET = 1_000;
const BEGIN = 'START TRANSACTION';
/** "cached plan must not change result type": a migration gave a column another type. */
export const STALE_PLAN = '0A000';

/**
 * For a connection that `pipeline`s (ADR 0028): what is asked for in one turn goes out in one writing, without waiting for
 * the answers in between, and PostgreSQL keeps what it has parsed and planned. To write to a socket and to plan under row
 * level security both cost more than to read a row.
 *
 * The answer to the beginning of a transaction is not waited for: it can only fail together with what follows, since a
 * statement outside a transaction sees no municipality.
 *
 * A statement that names its columns outlives a migration that adds one. One with `*` would not, and is planned each time,
 * and so is one whose plan was found stale.
 */
export const withFewRoundTrips = (Client: typeof pg.Client): typeof pg.Client =>
  class extends Client {
    private readonly met = new Map<string, number>();
    private readonly named = new Map<string, string>();
    private readonly never = new Set<string>();
    private isHeld = false;

    // The overloads of pg are many; everybody here uses a text, perhaps its values, and the promise.
    override query(...call: [unknown, unknown?, unknown?]): never {
      this.holdForThisTurn();
      const ask = super.query.bind(this) as (...args: unknown[]) => Promise<unknown>;
      const [text, values, callback] = call;
      if (text === BEGIN && callback === undefined) {
        ask(text).catch(() => undefined);
        return Promise.resolve({ command: BEGIN, rows: [], rowCount: null }) as never;
      }
      const name = typeof text === 'string' && Array.isArray(values) ? this.nameOf(text) : undefined;
      if (name === undefined) return ask(...call) as never;
      return this.watched(text as string, callback, (told) => ask({ name, text, values }, told)) as never;
    }

    private watched(
      text: string,
      callback: unknown,
      ask: (told?: (error: unknown, result: unknown) => void) => Promise<unknown>,
    ): Promise<unknown> {
      const look = (error: unknown): void => {
        if ((error as { code?: unknown } | null)?.code !== STALE_PLAN) return;
        this.named.delete(text);
        this.never.add(text);
      };
      if (typeof callback === 'function')
        return ask((error, result) => {
          look(error);
          (callback as (error: unknown, result: unknown) => void)(error, result);
        });
      return ask().catch((error: unknown) => {
        look(error);
        throw error;
      });
    }

    private holdForThisTurn(): void {
      if (this.isHeld) return;
      const { stream } = (this as unknown as { connection: { stream: Writable } }).connection;
      this.isHeld = true;
      stream.cork();
      process.nextTick(() => {
        this.isHeld = false;
        stream.uncork();
      });
    }

    private nameOf(text: string): string | undefined {
      const known = this.named.get(text);
      if (known !== undefined) return known;
      if (this.named.size >= MOST_PLANS || this.never.has(text) || /(^|[\s.])\*/.test(text)) return undefined;
      const times = (this.met.get(text) ?? 0) + 1;
      if (this.met.has(text) || this.met.size < MOST_MET) this.met.set(text, times);
      if (times < WORTH_A_PLAN) return undefined;
      const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
      this.met.delete(text);
      this.named.set(text, name);
      return name;
    }
  };
