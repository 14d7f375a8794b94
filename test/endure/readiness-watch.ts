import { setTimeout as sleep } from 'node:timers/promises';

export interface Look {
  /** When the answer was there. */
  at: number;
  /** `ready`, `degraded`, `not-ready`, or `gone` when there was no answer. */
  status: string;
}

const EVERY_MS = 500;
/** As balancers do. */
const GIVES_UP_AFTER_MS = 2_000;

/** What a balancer is told, twice a second. */
export class ReadinessWatch {
  readonly looks: Look[] = [];
  private ending = false;

  constructor(private readonly url: string) {}

  start(): void {
    void this.run();
  }

  stop(): void {
    this.ending = true;
  }

  private async run(): Promise<void> {
    for (; !this.ending; await sleep(EVERY_MS)) {
      const status = await fetch(`${this.url}/ready`, { signal: AbortSignal.timeout(GIVES_UP_AFTER_MS) })
        .then(async (answer) => ((await answer.json()) as { status: string }).status)
        .catch(() => 'gone');
      this.looks.push({ at: Date.now(), status });
    }
  }
}
