import { setTimeout as sleep } from 'node:timers/promises';

export interface Captured {
  id: string;
  at: string;
  channel: 'sms' | 'email';
  to: string;
  subject?: string;
  text: string;
  links: string[];
}

const PATIENCE_MS = 20_000;

/** What came out at the far end: real SMTP and the gateway's HTTP, caught. */
export class PostBox {
  private readonly seen = new Set<string>();

  constructor(private readonly outbox: string) {}

  async all(): Promise<Captured[]> {
    const response = await fetch(this.outbox);
    return ((await response.json()) as { items: Captured[] }).items;
  }

  /** Waits for a message that was not taken before. */
  async next(to: string, channel: Captured['channel'], words: RegExp): Promise<Captured> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = (await this.all()).find(
        (message) =>
          !this.seen.has(message.id) &&
          message.to === to &&
          message.channel === channel &&
          words.test(`${message.subject ?? ''} ${message.text}`),
      );
      if (found) {
        this.seen.add(found.id);
        return found;
      }
      if (Date.now() > end) throw new Error(`no ${channel} to ${to} with ${words}`);
      await sleep(100);
    }
  }

  /** The receiver answers. */
  async reply(message: Captured, text: string): Promise<void> {
    const response = await fetch(`${this.outbox}/${message.id}/reply`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    if (!response.ok) throw new Error(`the reply was not taken: ${response.status} ${await response.text()}`);
  }
}
