import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../crash/ledger.js';
import { HttpBrowser } from '../support/http-browser.js';
import { until } from '../support/until.js';
import type { HttpClient } from './http-client.js';
import type { Town } from './town.js';

const DOOR = '/log-ind/virksomhed';
const CODE_WITHIN_MS = 90_000;
/** Two at once would be refused as one caller who tries too much. */
const PAUSE_MS = 15_000;

export interface SignIn {
  at: number;
  /** From the wish for a code to the page of the company; undefined: it did not come to that. */
  ms?: number;
  fault?: string;
}

/** People of companies sign in with codes, one after the other, each of another company; and stay signed in. */
export class SignIns {
  readonly done: SignIn[] = [];
  private ending = false;
  private running: Promise<void> | undefined;
  private readonly inside: HttpBrowser[] = [];

  constructor(
    private readonly client: HttpClient,
    private readonly town: Town,
    private readonly ledger: Ledger,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.ending = true;
    await this.running;
  }

  private async run(): Promise<void> {
    for (let nth = 0; !this.ending; nth += 1) {
      const at = Date.now();
      try {
        this.done.push({ at, ms: await this.one(nth) });
      } catch (error) {
        this.done.push({ at, fault: (error as Error).message });
      }
      for (const end = Date.now() + PAUSE_MS; !this.ending && Date.now() < end;) await sleep(100);
    }
  }

  private async one(nth: number): Promise<number> {
    const email = `firma${nth}@firma.example`;
    await this.companyWith(email, nth);
    const begun = performance.now();
    const browser = new HttpBrowser(this.client.url);
    await browser.get(DOOR);
    await browser.post(DOOR, { adresse: email, til: '' });
    const code = await until('the code comes', () => this.codeFor(email), CODE_WITHIN_MS);
    await browser.get(`${DOOR}/kode`);
    await browser.post(`${DOOR}/kode`, { kode: code, til: '' });
    this.inside.push(browser);
    // Also those who came in before Redis died, or before the process was another one.
    for (const one of this.inside) await isSignedIn(one);
    return Math.round(performance.now() - begun);
  }

  private codeFor(email: string): string | undefined {
    const mail = this.ledger.lines().find(({ to, channel }) => to === email && channel === 'email');
    return /\b(\d{3} ?\d{3})\b/.exec(mail?.text ?? '')?.[1];
  }

  private async companyWith(email: string, nth: number): Promise<void> {
    const body = {
      cvr: String(20_000_000 + nth),
      name: `Firma ${nth}`,
      address: { street: 'Havnegade 12', postcode: '7100', town: 'Vejle' },
      position: { lat: 55.7051, lon: 9.5502 },
      industry: 'Engroshandel',
      contact: { name: 'Ali Demir', phone: '75123456', email },
    };
    const made = await this.client.send({
      method: 'POST',
      path: '/api/v1/companies',
      headers: { authorization: `Bearer ${this.town.keys.work}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (made.status !== 201) throw new Error(`no company: ${made.status} ${made.text.slice(0, 200)}`);
  }
}

async function isSignedIn(browser: HttpBrowser): Promise<void> {
  const answer = await fetch(`${browser.url}/api/v1/me`, { headers: { cookie: browser.cookie } });
  if (!answer.ok) throw new Error(`not signed in: ${answer.status}`);
}
