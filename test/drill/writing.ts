import { setTimeout as sleep } from 'node:timers/promises';
import type { DrilledProduct } from './drilled-product.js';

const citizen = (name: string) => ({
  name,
  preferredChannel: 'call',
  position: { lat: 55.7113, lon: 9.5365 },
  jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Demo' }],
  hours: { min: 5, max: 15, wish: 12 },
  windows: [1, 2, 3].map((weekday) => ({ weekday, from: '07:00', to: '16:00' })),
  reach: { bike: 30, bus: 45 },
  limits: { liftKg: 20, standing: 2, noise: 2, peopleContact: 2, other: [] },
  danishLevel: 4,
  certificates: [],
  ruledOutCompanyIds: [],
  saidYes: true,
  availableFrom: new Date().toISOString().slice(0, 10),
});

/** Writes through the interface as fast as it answers; what was acknowledged must be found again. */
export class Writing {
  /** Ids of citizens whose 201 came back. */
  readonly acknowledged: string[] = [];
  failed = 0;
  /** What the first failure was answered with. */
  refusal: string | null = null;
  private stopped = false;
  private readonly work: Promise<unknown>;

  constructor(
    private readonly product: DrilledProduct,
    writers = 4,
  ) {
    this.work = Promise.all(Array.from({ length: writers }, (_, at) => this.write(at)));
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.work;
  }

  private async write(writer: number): Promise<void> {
    for (let at = 0; !this.stopped; at++) {
      try {
        const body = citizen(`Øvelse Demo ${writer}-${at}`);
        const response = await this.product.call('/api/v1/citizens', body);
        const answer = (await response.json()) as { id: string };
        if (response.status === 201) this.acknowledged.push(answer.id);
        else this.refuse(JSON.stringify(answer));
      } catch (error) {
        this.refuse(String(error));
      }
      await sleep(20);
    }
  }

  private refuse(why: string): void {
    this.failed += 1;
    this.refusal ??= why;
  }
}
