import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { localTimeOf, Temporal, type Message } from '#domain';
import { catalogue, messageTemplates } from '#notifications';
import type { SendResult } from '#use-cases';
import { Village } from './village.js';

const EVENING = Temporal.Instant.from('2026-11-02T17:30:00Z');
const isNight = (at: Temporal.Instant): boolean => localTimeOf(at) >= '20:00' || localTimeOf(at) < '07:00';
/** Those that go to people who did not just ask for them. */
const everyday = messageTemplates.filter((template) => template !== 'sign-in-code');

const outcome: fc.Arbitrary<SendResult> = fc.oneof(
  fc.record({
    result: fc.constant('refused' as const),
    permanent: fc.boolean(),
    reason: fc.constantFrom('connection-failed', 'http-429', 'too-late', 'invalid-number'),
    retryAfterSeconds: fc.option(fc.integer({ min: 0, max: 30_000 })),
  }),
  fc.constant<SendResult>({ result: 'sent', providerReference: null }),
  fc.constant<SendResult>({ result: 'uncertain', reason: 'timeout' }),
);

async function written(template: Message['template'], at: Temporal.Instant): Promise<Village> {
  const village = await Village.found({ jonas: { email: 'jonas@example.dk' } });
  village.transactor.clock.set(at);
  const { jonas, company, mette } = village;
  const { receiver, sample } = catalogue[template];
  const message = village.rows.message({
    template,
    receiver,
    citizenId: receiver === 'citizen' ? jonas.id : null,
    companyId: receiver === 'company' ? company.id : null,
    staffId: receiver === 'staff' ? mette.id : null,
    to: '+4522220001',
    data: { ...sample.da },
    notBefore: at,
    createdAt: at,
    stateAt: at,
  });
  await village.inside(async (unit) => {
    await unit.messages.insert(message);
    await unit.wake('message.deliver', message.id, at);
  });
  return village;
}

describe('at night', () => {
  it.each(everyday)(
    '%s does not leave: not at first, not tried again, not by the other way',
    async (template) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 900 }),
          fc.array(outcome, { minLength: 1, maxLength: 6 }),
          async (minutes, outcomes) => {
            const village = await written(template, EVENING.add({ minutes }));
            const asked: Temporal.Instant[] = [];
            village.gateway.answer = () => {
              asked.push(village.now);
              return outcomes[Math.min(asked.length, outcomes.length) - 1]!;
            };
            await village.until(EVENING.add({ hours: 48 }));
            expect(asked.filter(isNight)).toEqual([]);
          },
        ),
        { numRuns: 4 },
      );
    },
  );
});
