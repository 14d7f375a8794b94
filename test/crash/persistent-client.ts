import { setTimeout as sleep } from 'node:timers/promises';
import type { Scenario } from './scenario.js';

/** What an API that dies and comes back answered in the end. */
export interface Requests {
  asked: number;
  /** Those that were told that it is done, by their path: from then on it must be. */
  answered: ReadonlySet<string>;
  /** Refused although each was meant once: the effect was there and its answer was not. Or never answered. */
  refused: string[];
}

/** So many at a time: a crowd that asks again and again would keep an API down that has just come up. */
const LANES = 4;
/** To catch ten of them in one place, more must be on the way. */
const LANES_OF_WINDOWS = 14;
const PAUSE_MS = 300;
const GIVES_UP_AFTER_MS = 180_000;
const ANSWERS_WITHIN_MS = 20_000;

export const confirmPath = (matchId: string): string => `/matches/${matchId}/confirm`;
export const notesPath = (citizenId: string): string => `/citizens/${citizenId}/notes`;

/**
 * A client as it should be: each request has a key, and one that was not answered is sent again with the same key. A
 * match is confirmed, which makes an offer, and a note is written.
 */
export class PersistentClient {
  private readonly answered = new Set<string>();
  private readonly refused: string[] = [];

  constructor(
    private readonly url: string,
    private readonly scenario: Scenario,
    private readonly windows = 0,
  ) {}

  /** Everything that the scenario asks for, spread over a time. */
  async run(overMs: number): Promise<Requests> {
    const { requests } = this.scenario;
    const begun = Date.now();
    const waiting = requests.map((request, at) => ({ ...request, at: (at / requests.length) * overMs }));
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await sleep(Math.max(0, begun + next.at - Date.now()));
        await this.post(confirmPath(next.matchId), {});
        const note = { purpose: 'Hvordan går det?', agreed: 'Vi taler sammen igen på fredag' };
        await this.post(notesPath(next.citizenId), note);
      }
    };
    await Promise.all(Array.from({ length: this.windows > 0 ? LANES_OF_WINDOWS : LANES }, lane));
    return { asked: 2 * requests.length, answered: this.answered, refused: this.refused };
  }

  private async post(path: string, body: object): Promise<void> {
    for (const end = Date.now() + GIVES_UP_AFTER_MS; Date.now() < end; await sleep(PAUSE_MS)) {
      const { status, text } = await this.once(path, body).catch(() => ({ status: 0, text: '' }));
      if (status >= 200 && status < 300) return void this.answered.add(path);
      // Not there, not now, or the first one is still being worked on: the same again.
      const isForLater = status === 0 || status >= 500 || text.includes('idempotency.still-running');
      if (!isForLater) return void this.refused.push(`${path}: ${status} ${text.slice(0, 200)}`);
    }
    this.refused.push(`${path}: never answered`);
  }

  private async once(path: string, body: object): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.scenario.key}`,
        'content-type': 'application/json',
        'idempotency-key': path,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    return { status: response.status, text: await response.text() };
  }
}
