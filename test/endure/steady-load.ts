import type { Answered, Asked } from './http-client.js';

export interface Sample {
  kind: string;
  isWrite: boolean;
  /** When it was sent, as Date.now(). */
  at: number;
  ms: number;
  status: number;
  /** What was wrong, for whoever reads the report. */
  fault?: string;
}

/** People at work do not wait for each other: so many requests a second, however long the answers take. */
export class SteadyLoad {
  readonly samples: Sample[] = [];
  private readonly onTheirWay = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly next: () => Asked,
    private readonly send: (asked: Asked) => Promise<Answered>,
    private readonly answered: (asked: Asked, answer: Answered) => void = () => undefined,
  ) {}

  start(perSecond: number): void {
    const begun = Date.now();
    let sent = 0;
    this.timer = setInterval(() => {
      const due = Math.floor(((Date.now() - begun) / 1_000) * perSecond);
      for (; sent < due; sent += 1) this.ask(this.next());
    }, 1_000 / perSecond);
  }

  /** Waits for what is on its way. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.onTheirWay);
  }

  private ask(asked: Asked): void {
    const at = Date.now();
    const before = performance.now();
    const one = this.send(asked).then((answer) => {
      const { status, text } = answer;
      const isWell = status >= 200 && status < 300;
      this.samples.push({
        kind: asked.kind,
        isWrite: asked.method !== 'GET',
        at,
        ms: performance.now() - before,
        status,
        ...(!isWell && { fault: `${asked.kind}: ${status} ${codeIn(text)}` }),
      });
      if (isWell) this.answered(asked, answer);
    });
    this.onTheirWay.add(one);
    void one.finally(() => this.onTheirWay.delete(one));
  }
}

/** Of a problem its code; else what there is. */
const codeIn = (text: string): string => /"code":"([^"]+)"/.exec(text)?.[1] ?? text.slice(0, 100);
