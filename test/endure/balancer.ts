import { setTimeout as sleep } from 'node:timers/promises';
import { HttpClient, type Answered, type Asked } from './http-client.js';

/** As balancers are set up that notice in time: two probes within the time that a process drains. */
const PROBES_EVERY_MS = 500;
const PROBE_WITHIN_MS = 2_000;

interface Backend {
  client: HttpClient;
  isReady: boolean;
}

/**
 * Stands where a load balancer stands: asks each process whether it is ready, gives requests to those that are, over
 * connections that it keeps open, and repeats none. It hears nothing of a deploy but what `/ready` says.
 */
export class Balancer {
  private backends: Backend[] = [];
  private turn = 0;
  private ending = false;

  /** Takes part from its first good probe on. */
  add(url: string): void {
    const backend = { client: new HttpClient(url), isReady: false };
    this.backends.push(backend);
    void this.probe(backend);
  }

  isReady(url: string): boolean {
    return this.backends.some(({ client, isReady }) => client.url === url && isReady);
  }

  /** The process is gone: its connections too. */
  remove(url: string): void {
    const [gone] = this.backends.filter(({ client }) => client.url === url);
    this.backends = this.backends.filter((backend) => backend !== gone);
    gone?.client.close();
  }

  async send(asked: Omit<Asked, 'kind'>): Promise<Answered> {
    const next = this.next();
    return next ? next.client.send(asked) : { status: 0, text: 'no process is ready' };
  }

  /** Where the next connection would go. */
  next(): Backend | undefined {
    const ready = this.backends.filter(({ isReady }) => isReady);
    this.turn += 1;
    return ready[this.turn % ready.length];
  }

  stop(): void {
    this.ending = true;
    for (const { client } of this.backends) client.close();
  }

  private async probe(backend: Backend): Promise<void> {
    const { url } = backend.client;
    while (!this.ending && this.backends.includes(backend)) {
      backend.isReady = await fetch(`${url}/ready`, { signal: AbortSignal.timeout(PROBE_WITHIN_MS) }).then(
        async (answer) => {
          await answer.arrayBuffer();
          return answer.ok;
        },
        () => false,
      );
      await sleep(PROBES_EVERY_MS);
    }
  }
}
