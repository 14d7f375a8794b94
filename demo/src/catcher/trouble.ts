import { BadRequest } from './http.js';

/** Ways to misbehave, so that tests can see what the product does about them. */
const CHOICES = {
  /**
   * `down` refuses connections, `hang` never answers and sends nothing, `lost-answer` sends and then
   * breaks off, `reject` says 422, `rate-limit` says 429, `unavailable` says 503.
   */
  sms: ['ok', 'down', 'hang', 'lost-answer', 'reject', 'rate-limit', 'unavailable'],
  receipts: ['DELIVERED', 'UNDELIVERED', 'none'],
  smtp: ['ok', 'down'],
} as const;

type Kind = keyof typeof CHOICES;

export class Trouble {
  private readonly chosen: { [K in Kind]: (typeof CHOICES)[K][number] } = {
    sms: 'ok',
    receipts: 'DELIVERED',
    smtp: 'ok',
  };

  get sms(): (typeof CHOICES)['sms'][number] {
    return this.chosen.sms;
  }

  get receipts(): (typeof CHOICES)['receipts'][number] {
    return this.chosen.receipts;
  }

  get smtp(): (typeof CHOICES)['smtp'][number] {
    return this.chosen.smtp;
  }

  /** Takes what is named and leaves the rest; answers all of it. */
  choose(wish: Record<string, unknown>): Record<string, string> {
    for (const [kind, value] of Object.entries(wish)) {
      const allowed: readonly string[] | undefined = CHOICES[kind as Kind];
      if (!allowed?.includes(value as string)) {
        throw new BadRequest(`${kind} must be one of ${allowed?.join(', ') ?? 'sms, receipts, smtp'}`);
      }
    }
    Object.assign(this.chosen, wish);
    return { ...this.chosen };
  }
}
