import { get, type ClientRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Balancer } from './balancer.js';

const RECONNECT_MS = 500;
const AFTER_THE_SIGNAL_MS = 200;

/**
 * Pages of the desk that stand open all day: each has a stream, which ends when its process goes, and opens the next one.
 * Now and then one goes to a process that is about to end, as when a balancer has not noticed.
 */
export class OpenDesks {
  /** Streams that were opened, all told. */
  opened = 0;
  /** Answers other than a stream. */
  readonly refused: string[] = [];
  private ending = false;
  private readonly open = new Set<ClientRequest>();

  constructor(
    private readonly balancer: Balancer,
    private readonly cookie: string,
  ) {}

  start(count: number): void {
    for (let at = 0; at < count; at += 1) void this.keepOpen();
  }

  stop(): void {
    this.ending = true;
    for (const one of this.open) one.destroy();
  }

  /** One more, at a process that was told to end a moment ago. */
  async insistOn(url: string): Promise<void> {
    await sleep(AFTER_THE_SIGNAL_MS);
    await this.once(url);
  }

  private async keepOpen(): Promise<void> {
    for (; !this.ending; await sleep(RECONNECT_MS)) {
      const backend = this.balancer.next();
      if (backend) await this.once(backend.client.url);
    }
  }

  /** Resolves when the stream has ended, whoever ended it. */
  private once(url: string): Promise<void> {
    return new Promise((resolve) => {
      let isAnswered = false;
      const headers = { cookie: this.cookie, accept: 'text/event-stream' };
      const asked = get(new URL('/kommune/stroem', url), { headers, agent: false }, (answer) => {
        isAnswered = true;
        if (answer.statusCode === 200) this.opened += 1;
        else this.refused.push(`a stream: ${answer.statusCode}`);
        answer.resume();
        answer.on('close', resolve);
      });
      this.open.add(asked);
      asked.on('error', (error: NodeJS.ErrnoException) => {
        if (!isAnswered && !this.ending) this.refused.push(`a stream: ${error.code ?? error.message}`);
        resolve();
      });
      asked.on('close', () => {
        this.open.delete(asked);
        resolve();
      });
    });
  }
}
