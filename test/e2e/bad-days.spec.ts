import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { RedisServer } from '../support/redis-server.js';
import { RunningProduct } from '../support/running-product.js';
import { until } from '../support/until.js';
import { atWork, made, offered } from './placement.js';
import { isLong } from '../builders/how-long.js';

/** Redis as in production; `npm run test:long` does the same with queues in PostgreSQL. */
const kinds = isLong ? (['postgres', 'redis'] as const) : (['redis'] as const);

/** Real processes, and what happens to them on a bad day. The stub's ledger judges, not our database. */
describe.each(kinds)('a bad day, queues on %s', (kind) => {
  let redis: RedisServer | undefined;
  let product: RunningProduct;

  beforeAll(async () => {
    redis = kind === 'redis' ? await RedisServer.start() : undefined;
    product = await RunningProduct.start(redis ? { REDIS_URL: redis.url } : { REDIS_URL: '' });
  }, 120_000);
  afterAll(async () => {
    await product.remove();
    await redis?.stop();
  });
  afterEach(() => product.trouble({ sms: 'ok', smtp: 'ok', receipts: 'DELIVERED' }));

  const smsTo = async (placement: { post: { all(): Promise<{ to: string; text: string }[]> } }, to: string) =>
    (await placement.post.all()).filter((message) => message.to === to).map(({ text }) => text);

  it('the worker dies in the middle of a ladder: every step is taken once', async () => {
    const placement = await offered(product);
    const shiftId = await atWork(placement);
    made(await placement.consultant.post(`/shifts/${shiftId}/move`, placement.stage.around(-30, 120)));
    await until('the citizen is asked', async () =>
      (await smsTo(placement, placement.phone)).some((text) => text.includes('Er alt okay')),
    );
    for (let at = 0; at < 3; at++) {
      product.kill('worker');
      await sleep(1_500);
    }
    const { items } = made(await placement.consultant.get('/escalations?state=open&limit=200'));
    const { id } = items.find((row: { shiftId: string }) => row.shiftId === shiftId);
    await until('the last step', async () => {
      const { history } = made(await placement.consultant.get(`/escalations/${id}`));
      return history.filter((line: { what: string }) => line.what.startsWith('step-')).length >= 4;
    });
    await sleep(2_000);
    const { history } = made(await placement.consultant.get(`/escalations/${id}`));
    const steps = history
      .filter((line: { what: string }) => line.what.startsWith('step-'))
      .map((line: { details: { step: number } }) => line.details.step);
    expect(steps).toEqual([0, 1, 2, 3]);
    expect(
      (await smsTo(placement, placement.phone)).filter((text) => text.includes('Er alt okay')),
    ).toHaveLength(1);
    made(await placement.consultant.post(`/escalations/${id}/resolve`, { outcome: 'other' }));
  }, 120_000);

  it('the gateway takes a message and does not answer: uncertain, shown, and never sent again', async () => {
    // Without receipts: one that comes before we have looked ends the doubt, as it should.
    await product.trouble({ sms: 'lost-answer', receipts: 'none' });
    const placement = await offered(product);
    const ask = async () => {
      const { items } = made(
        await placement.consultant.get(`/messages?citizenId=${placement.citizenId}&limit=200`),
      );
      return items.find(
        ({ template, channel }: { template: string; channel: string }) =>
          template === 'offer' && channel === 'sms',
      );
    };
    // Before the gateway is down: then it is spared for a while, and what waits is asked in its turn.
    const uncertain = await until(
      'the message is uncertain',
      async () => {
        const message = await ask();
        return message?.state === 'uncertain' && message;
      },
      90_000,
    );
    await product.trouble({ sms: 'ok' });
    await sleep(4_000);
    expect(await ask()).toMatchObject({ state: 'uncertain', attempts: uncertain.attempts });
    expect(
      (await smsTo(placement, placement.phone)).filter((text) => text.includes('/o/')).length,
    ).toBeLessThanOrEqual(1);
  }, 180_000);

  it('the gateway is down: the steps become tasks for people, and nothing is silent', async () => {
    const placement = await offered(product);
    const shiftId = await atWork(placement);
    await product.trouble({ sms: 'down' });
    made(await placement.consultant.post(`/shifts/${shiftId}/move`, placement.stage.around(-30, 120)));
    const of = `citizenId=${placement.citizenId}&limit=200`;
    const byHand = await until('tasks for people', async () => {
      const { items } = made(await placement.consultant.get(`/tasks?state=open&${of}`));
      const isLast = items.some(({ kind }: { kind: string }) => kind === 'unknown-attendance');
      const toCitizen = /^not-seen-citizen \(sms\): /;
      return isLast && items.find(({ note }: { note: string | null }) => toCitizen.test(note ?? ''));
    });
    expect(byHand).toMatchObject({ kind: 'step-by-hand', shiftId });
    const messages = made(await placement.consultant.get(`/messages?${of}`));
    const asked = messages.items.filter(
      ({ template }: { template: string }) => template === 'not-seen-citizen',
    );
    expect(asked.map(({ state }: { state: string }) => state)).toEqual(['failed']);
    const steps = await until('the last step', async () => {
      const cases = made(await placement.consultant.get('/escalations?state=open&limit=200'));
      const { history } = cases.items.find((row: { shiftId: string }) => row.shiftId === shiftId);
      const taken = history.filter(({ what }: { what: string }) => what.startsWith('step-'));
      return taken.length >= 4 && taken;
    });
    expect(steps.map(({ details }: { details: { step: number } }) => details.step)).toEqual([0, 1, 2, 3]);
    expect((await smsTo(placement, placement.phone)).join()).not.toContain('Er alt okay');
  }, 120_000);

  it('a phone that is not reached becomes a task for somebody', async () => {
    await product.trouble({ receipts: 'UNDELIVERED' });
    const placement = await offered(product);
    // The gateway may still be spared after the trouble before: then it is asked a little later.
    const aTask = async () => {
      const { items } = made(
        await placement.consultant.get(`/tasks?state=open&citizenId=${placement.citizenId}&limit=200`),
      );
      return items.some(
        ({ kind }: { kind: string }) => kind === 'message-not-delivered' || kind === 'correct-number',
      );
    };
    await until('a task', aTask, 100_000);
    const { items } = made(
      await placement.consultant.get(`/messages?citizenId=${placement.citizenId}&state=failed`),
    );
    expect(items.length).toBeGreaterThan(0);
  }, 180_000);

  it('a hundred taps at once are one yes, and a hundred friendly pages', async () => {
    const placement = await offered(product);
    const sms = await placement.post.next(placement.phone, 'sms', /\/o\//);
    const taps = Array.from({ length: 100 }, () =>
      fetch(sms.links[0]!, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'answer=yes',
      }),
    );
    const answers = await Promise.all(taps);
    const { pathname } = new URL(sms.links[0]!);
    const ends = answers.map(({ status, headers }) => `${status} ${headers.get('location')}`);
    expect(new Set(ends)).toEqual(new Set([`303 ${pathname}`]));
    const page = await fetch(sms.links[0]!);
    expect([page.status, (await page.text()).includes('<h1>Tak. Du har sagt ja.</h1>')]).toEqual([200, true]);
    const offer = made(await placement.consultant.get(`/offers/${placement.offerId}`));
    expect(offer.state).toBe('accepted');
    expect(offer.answers).toHaveLength(1);
  }, 120_000);

  it('the API dies and is back: what was said before is still so', async () => {
    const placement = await offered(product);
    product.kill('api');
    const offer = await until('the API answers again', async () => {
      const answer = await placement.consultant.get(`/offers/${placement.offerId}`);
      return answer.status === 200 && answer.body;
    });
    expect(offer.state).toBe('sent');
  }, 120_000);

  if (kind === 'redis') {
    it('Redis is gone: a citizen can say yes, the worker does its part late, and nothing is lost', async () => {
      const placement = await offered(product);
      const sms = await placement.post.next(placement.phone, 'sms', /\/o\//);
      await redis!.down('SIGKILL');
      const yes = await fetch(sms.links[0]!, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'answer=yes',
      });
      expect(yes.status).toBe(303);
      await until(
        'the receipt goes out without Redis',
        async () => (await smsTo(placement, placement.phone)).length >= 2,
      );
      await redis!.up();
    }, 120_000);
  }
});
