import { afterEach, describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Deadline, SendResult } from '#use-cases';
import { inTime } from '../in-time.js';
import type { Attempt } from '../circuit.js';
import { refused, unasked } from '../refused.js';
import { SmsProviders } from './sms-providers.js';

const sms = { channel: 'sms' as const, id: 'a', to: '+4520345678', text: 'Hej' };
const sent: Attempt = { result: { result: 'sent', providerReference: '7' }, trouble: false };
const down: Attempt = { result: refused('connection-failed', false), trouble: true };
const wrongNumber: Attempt = { result: refused('http-422', true), trouble: false };
const lost: Attempt = { result: { result: 'uncertain', reason: 'timeout' }, trouble: true };
const busy = (seconds: number | null): Attempt => ({
  result: refused('http-429', false, seconds),
  trouble: true,
});
const ourKey: Attempt = { result: refused('http-401', true), trouble: true };

const closing: SmsProviders[] = [];
afterEach(() => {
  for (const providers of closing.splice(0)) providers.close();
});

/** Two providers that answer as they are told, and who was asked. */
function two(first: () => Attempt, second: () => Attempt = () => sent) {
  const asked: string[] = [];
  const provider = (name: string, answer: () => Attempt) => ({
    name,
    attempt: async () => {
      asked.push(name);
      return answer();
    },
  });
  const providers = new SmsProviders([provider('one', first), provider('two', second)], { resetMs: 200 });
  closing.push(providers);
  return { providers, asked, send: () => providers.send(sms, inTime) };
}

describe('the second provider is asked', () => {
  test.each([
    ['the first is not reached', down],
    ['the first has no time, whenever it says', busy(3600)],
    ['the first does not know our key', ourKey],
  ])('when %s', async (_what, first) => {
    const { send, asked } = two(() => first);
    expect(await send()).toEqual({ result: 'sent', providerReference: '7', provider: 'two' });
    expect(asked).toEqual(['one', 'two']);
  });

  test.each([
    ['has taken it', sent, { result: 'sent', providerReference: '7', provider: 'one' }],
    ['may have taken it', lost, { result: 'uncertain', reason: 'timeout', provider: 'one' }],
    ['refuses the number', wrongNumber, refused('http-422', true)],
  ] satisfies [string, Attempt, SendResult][])('never when the first %s', async (_what, first, expected) => {
    const { send, asked } = two(() => first);
    expect(await send()).toEqual(expected);
    expect(asked).toEqual(['one']);
  });

  test('once, and its uncertainty is the answer', async () => {
    const { send } = two(
      () => down,
      () => lost,
    );
    expect(await send()).toEqual({ result: 'uncertain', reason: 'timeout', provider: 'two' });
  });
});

describe('when nobody takes it', () => {
  test.each([
    ['one of them may, later', busy(900), down, refused('http-429', false, null)],
    ['both say when', busy(900), busy(60), refused('http-429', false, 60)],
    ['one key is wrong and the other is down', ourKey, down, refused('http-401', false)],
    ['both keys are wrong', ourKey, ourKey, refused('http-401', true)],
    ['the second refuses the number', down, wrongNumber, refused('http-422', true)],
  ])('%s', async (_what, first, second, expected) => {
    const { send } = two(
      () => first,
      () => second,
    );
    expect(await send()).toEqual(expected);
  });
});

describe('a provider in trouble', () => {
  test('is left alone after three failures, is tried by one, and is asked again when that one comes through', async () => {
    let first = down;
    const { providers, send, asked } = two(() => first);
    for (let times = 0; times < 3; times++) await send();
    expect(providers.states()[0]).toEqual({ provider: 'one', circuit: 'open' });
    asked.length = 0;
    await send();
    expect(asked).toEqual(['two']);

    first = sent;
    await sleep(250);
    expect(providers.states()[0]!.circuit).toBe('half-open');
    asked.length = 0;
    const results = await Promise.all([send(), send(), send()]);
    expect(asked.filter((name) => name === 'one')).toHaveLength(1);
    expect(results.every(({ result }) => result === 'sent')).toBe(true);
    expect(providers.states()[0]!.circuit).toBe('closed');
  });

  test('is left alone after five failures in a row, however much went well in the minute before', async () => {
    let first = sent;
    const { providers, send, asked } = two(() => first);
    for (let times = 0; times < 50; times++) await send();
    const failing = async (times: number): Promise<void> => {
      first = down;
      for (let time = 0; time < times; time++) await send();
      first = sent;
    };
    await failing(4);
    await send();
    await failing(4);
    expect(providers.states()[0]!.circuit).toBe('closed');
    await failing(1);
    expect(providers.states()[0]!.circuit).toBe('open');
    asked.length = 0;
    await send();
    expect(asked).toEqual(['two']);
  });

  test('that is still in trouble is left alone again', async () => {
    const { providers, send } = two(() => down);
    for (let times = 0; times < 3; times++) await send();
    await sleep(250);
    await send();
    expect(providers.states()[0]!.circuit).toBe('open');
  });

  test('is not one that refuses numbers', async () => {
    const { providers, send } = two(() => wrongNumber);
    for (let times = 0; times < 10; times++) await send();
    expect(providers.states()[0]!.circuit).toBe('closed');
  });

  test('is not asked even without another one; the message waits', async () => {
    const { providers, send, asked } = two(
      () => down,
      () => down,
    );
    for (let times = 0; times < 3; times++) await send();
    asked.length = 0;
    expect(await send()).toEqual(unasked('provider-spared', expect.any(Number) as unknown as number));
    expect(asked).toEqual([]);
    expect(providers.states().map(({ circuit }) => circuit)).toEqual(['open', 'open']);
  });
});

describe('a provider that is paused', () => {
  test('is not asked', async () => {
    const { providers, asked } = two(() => sent);
    const result = await providers.send(sms, { ...inTime, paused: new Set(['one']) });
    expect(result).toMatchObject({ result: 'sent', provider: 'two' });
    expect(asked).toEqual(['two']);
  });

  test('and the other one too: the message waits, and nobody is asked', async () => {
    const { providers, asked } = two(() => sent);
    const result = await providers.send(sms, { ...inTime, paused: new Set(['one', 'two']) });
    expect(result).toEqual(unasked('provider-paused', 60));
    expect(asked).toEqual([]);
  });
});

test('after the deadline nobody is asked, nor the second when the first took all the time', async () => {
  let remaining = 0;
  const deadline: Deadline = { remainingMs: () => remaining };
  const { providers, asked } = two(() => {
    remaining = -1;
    return down;
  });
  expect(await providers.send(sms, { ...inTime, deadline })).toEqual(refused('too-late', false));
  expect(asked).toEqual([]);
  remaining = 5_000;
  expect(await providers.send(sms, { ...inTime, deadline })).toEqual(refused('too-late', false));
  expect(asked).toEqual(['one']);
});

test('none at all is found at start-up', () => {
  expect(() => new SmsProviders([])).toThrow(/needs a provider/);
});
