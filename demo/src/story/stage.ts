import { setTimeout as sleep } from 'node:timers/promises';
import { Temporal } from '#domain';
import type { Ready } from '../start-product.js';
import { Caller } from './caller.js';
import { PostBox } from './post-box.js';

const ZONE = 'Europe/Copenhagen';
const PATIENCE_MS = 20_000;

/** A shift's place in time, as `POST /shifts/{id}/move` takes it. */
export interface When {
  date: string;
  start: string;
  end: string;
}

/** Everything the chapters share: the people with their keys, the post box, and what has come into being. */
export class Stage {
  readonly consultant: Caller;
  readonly leader: Caller;
  readonly employer: Caller;
  readonly stranger: Caller;
  readonly post: PostBox;
  /** Ids and links that later chapters need. */
  readonly kept: Record<string, string> = {};

  constructor(readonly ready: Ready) {
    const as = (key = '') => new Caller(ready.url, key);
    this.consultant = as(ready.keys.consultant);
    this.leader = as(ready.keys.leader);
    this.employer = as(ready.keys.employer);
    this.stranger = as(ready.keys.otherMunicipality);
    this.post = new PostBox(ready.outbox);
  }

  keep(name: string, value: string): string {
    this.kept[name] = value;
    return value;
  }

  id(name: string): string {
    const value = this.kept[name];
    if (value === undefined) throw new Error(`an earlier chapter did not leave "${name}"`);
    return value;
  }

  /** Asks again until it is so: workers do their part in their own time. */
  async until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      if (Date.now() > end) throw new Error(`it did not happen: ${what}`);
      await sleep(150);
    }
  }

  /** A slot around now, in whole minutes of Copenhagen time. */
  around(startsInMinutes: number, lengthMinutes: number): When {
    const start = Temporal.Now.zonedDateTimeISO(ZONE).add({ minutes: startsInMinutes });
    const end = start.add({ minutes: lengthMinutes });
    const time = (at: Temporal.ZonedDateTime) => at.toPlainTime().toString({ smallestUnit: 'minute' });
    return { date: start.toPlainDate().toString(), start: time(start), end: time(end) };
  }

  today(plusDays = 0): string {
    return Temporal.Now.plainDateISO(ZONE).add({ days: plusDays }).toString();
  }
}

/** Says what was expected when it is not so. */
export function expect(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}
