import type { OutgoingSms, SendConditions, SendResult } from '#use-cases';
import { Circuit, type CircuitOptions, type CircuitState } from '../circuit.js';
import { pausedByPerson, refused, spared, tooLate, unasked, type Refused } from '../refused.js';
import type { SmsProvider } from './sms-provider.js';

/**
 * Several providers, in the order in which they are asked. The next one is asked only when those before certainly have
 * not got the message and the trouble is theirs; never after an outcome that is uncertain, and never because of a number
 * that nobody could reach.
 */
export class SmsProviders {
  private readonly guarded: readonly { provider: SmsProvider; circuit: Circuit }[];

  constructor(providers: readonly SmsProvider[], options?: CircuitOptions) {
    if (providers.length === 0) throw new Error('An SMS needs a provider.');
    this.guarded = providers.map((provider) => ({ provider, circuit: new Circuit(provider.name, options) }));
  }

  async send(message: OutgoingSms, { deadline, paused }: SendConditions): Promise<SendResult> {
    const refusals: Refused[] = [];
    for (const { provider, circuit } of this.guarded) {
      if (paused.has(provider.name)) {
        refusals.push(pausedByPerson());
        continue;
      }
      if (deadline.remainingMs() <= 0) return tooLate();
      const attempt = await circuit.run(() => provider.attempt(message, deadline));
      const result = attempt?.result ?? spared(circuit);
      if (result.result !== 'refused') return { ...result, provider: provider.name };
      if (attempt && !attempt.trouble) return result;
      refusals.push(result);
    }
    return worthTelling(refusals);
  }

  states(): { provider: string; circuit: CircuitState }[] {
    return this.guarded.map(({ provider, circuit }) => ({ provider: provider.name, circuit: circuit.state }));
  }

  close(): void {
    for (const { circuit } of this.guarded) circuit.close();
  }
}

/**
 * What is said of several refusals. As long as one of them passes, the message waits, for as short a time as one of them
 * asks for; the reason is the first one's that was really asked.
 */
function worthTelling(refusals: readonly Refused[]): Refused {
  const passing = refusals.filter(({ permanent }) => !permanent);
  const asked = refusals.find((refusal) => !refusal.unasked);
  const { reason } = asked ?? refusals[0]!;
  if (passing.length === 0) return refused(reason, true);
  const wait = Math.min(...passing.map(({ retryAfterSeconds }) => retryAfterSeconds ?? 0));
  return asked ? refused(reason, false, wait || null) : unasked(reason, wait);
}
