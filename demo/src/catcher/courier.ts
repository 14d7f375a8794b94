import { SignJWT } from 'jose';
import { setTimeout as sleep } from 'node:timers/promises';

/** What the product answered to a webhook call. */
export interface Answer {
  status: number;
  body: unknown;
}

/** The real gateway waits 60 s, 120 s, 360 s and so on; a demo is watched by somebody. */
const PATIENCE_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];
/** The real gateway's limit. */
const ANSWER_LIMIT_MS = 15_000;
/** Receipts for thousands of messages at once must not become thousands of connections. */
const AT_ONCE = 20;

/** Brings webhook calls to the product, signed as GatewayAPI signs them. */
export class Courier {
  webhookBaseUrl: string;
  private readonly key: Uint8Array;
  private readonly closing = new AbortController();
  private readonly waiting: (() => void)[] = [];
  private free = AT_ONCE;

  constructor(webhookBaseUrl: string, secret: string) {
    this.webhookBaseUrl = webhookBaseUrl;
    this.key = new TextEncoder().encode(secret);
  }

  /** Tries until the product takes it. Null when it was not reached in the end, or we are closing. */
  async deliver(address: string, payload: Record<string, unknown>): Promise<Answer | null> {
    let answer: Answer | null = null;
    for (const pause of [0, ...PATIENCE_MS]) {
      if (!(await this.pause(pause))) return answer;
      answer = await this.tryOnce(address, payload);
      if (answer && answer.status < 300) return answer;
    }
    return answer;
  }

  /** For a person who waits for the answer: a refusal is an answer too, only silence is tried again. */
  async ask(address: string, payload: Record<string, unknown>): Promise<Answer | null> {
    for (const pause of [0, ...PATIENCE_MS.slice(0, 4)]) {
      if (!(await this.pause(pause))) return null;
      const answer = await this.tryOnce(address, payload);
      if (answer && answer.status < 500) return answer;
    }
    return this.tryOnce(address, payload);
  }

  /** False when we are closing. */
  async pause(ms: number): Promise<boolean> {
    await sleep(ms, undefined, { signal: this.closing.signal }).catch(() => undefined);
    return !this.closing.signal.aborted;
  }

  close(): void {
    this.closing.abort();
  }

  private async tryOnce(address: string, payload: Record<string, unknown>): Promise<Answer | null> {
    // Signed anew each time: a relative address means whatever the product's address is by now.
    const signature = await new SignJWT(payload)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(this.key);
    await this.takeSlot();
    try {
      const response = await fetch(address.startsWith('/') ? this.webhookBaseUrl + address : address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-gwapi-signature': signature },
        body: JSON.stringify(payload),
        redirect: 'manual',
        signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(ANSWER_LIMIT_MS)]),
      });
      return { status: response.status, body: await readAnswer(response) };
    } catch {
      return null;
    } finally {
      this.giveSlot();
    }
  }

  private async takeSlot(): Promise<void> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private giveSlot(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}

/** JSON when it is JSON, else the text as it came. */
export async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
