import { randomUUID } from 'node:crypto';

/** A message as its receiver would see it. */
export interface CaughtMessage {
  id: string;
  /** ISO 8601. */
  at: string;
  channel: 'sms' | 'email';
  /** E.164 for SMS, an address for e-mail. */
  to: string;
  subject?: string;
  text: string;
  links: string[];
}

export interface LedgerEntry {
  at: string;
  channel: 'sms' | 'email';
  /** The sender's own reference: `userref` of an SMS, `Message-ID` of an e-mail. */
  userref?: string;
  /** Digits only, as the gateway takes them. */
  msisdn?: string;
  to?: string;
  text?: string;
  /** What the sender was told, or not told. */
  outcome: string;
}

/** A demo that runs for weeks must not fill the memory. */
const LIMIT = 20_000;

/** What was caught, and everything that was asked for; both forget the oldest first. */
export class Outbox {
  private readonly messages = new Map<string, CaughtMessage>();
  private readonly requests = new Map<number, LedgerEntry>();
  private requestCount = 0;

  add(message: Omit<CaughtMessage, 'id' | 'at' | 'links'>, html = ''): CaughtMessage {
    const caught = {
      id: randomUUID(),
      at: new Date().toISOString(),
      ...message,
      links: linksIn(`${message.text}\n${html}`),
    };
    this.messages.set(caught.id, caught);
    forgetOldest(this.messages);
    return caught;
  }

  find(id: string): CaughtMessage | undefined {
    return this.messages.get(id);
  }

  /** Newest last. */
  all(): CaughtMessage[] {
    return [...this.messages.values()];
  }

  record(entry: Omit<LedgerEntry, 'at'>): void {
    this.requests.set(this.requestCount++, { at: new Date().toISOString(), ...entry });
    forgetOldest(this.requests);
  }

  ledger(): LedgerEntry[] {
    return [...this.requests.values()];
  }
}

function forgetOldest<K>(entries: Map<K, unknown>): void {
  const [oldest] = entries.keys();
  if (entries.size > LIMIT && oldest !== undefined) entries.delete(oldest);
}

/** Addresses in the order they are read, each once; a full stop after one is the sentence's, not the link's. */
function linksIn(text: string): string[] {
  const found = text.match(/https?:\/\/[^\s<>"')\]]+/g) ?? [];
  return [...new Set(found.map((link) => link.replaceAll('&amp;', '&').replace(/[.,;:!?]+$/, '')))];
}
