import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { RedisServer } from '../support/redis-server.js';
import { isLong } from '../builders/how-long.js';

interface Story {
  ok: boolean;
  steps: { step: string; ok: boolean; ms: number; text: string }[];
  messages: { sms: number; email: number };
}

/** Plays `npm run story -- --json`: real processes, real PostgreSQL, real SMTP, a real gateway over HTTP. */
async function play(env: NodeJS.ProcessEnv = {}): Promise<{ code: number; story: Story }> {
  const program = join(import.meta.dirname, '../../dist/demo/src/story/main.js');
  const child = spawn(process.execPath, [program, '--json'], {
    env: { ...process.env, NODE_OPTIONS: '', REDIS_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit') as Promise<[number]>]);
  return { code, story: JSON.parse(output.trim().split('\n').at(-1) ?? '{}') as Story };
}

/** In PostgreSQL as a newcomer has it; `npm run test:long` plays it with Redis too. */
const kinds = isLong ? (['postgres', 'redis'] as const) : (['postgres'] as const);

describe.each(kinds)('the life of one small job, queues on %s', (kind) => {
  let redis: RedisServer | undefined;
  let told: { code: number; story: Story };

  beforeAll(async () => {
    redis = kind === 'redis' ? await RedisServer.start() : undefined;
    told = await play(redis && { REDIS_URL: redis.url });
  }, 180_000);
  afterAll(() => redis?.stop());

  it('goes all the way', () => {
    expect(told.story.steps.filter(({ ok }) => !ok)).toEqual([]);
    expect(told.code).toBe(0);
    expect(told.story.ok).toBe(true);
  });

  it('has every chapter', () => {
    expect(told.story.steps.map(({ step }) => step)).toEqual([
      'people',
      'visit',
      'post-and-publish',
      'citizens',
      'ranking',
      'what-if',
      'ask-the-citizen',
      'the-company-meets-a-pseudonym',
      'the-offer-arrives',
      'a-robot-opens-the-link',
      'yes',
      'the-company-hears',
      'agreement',
      'shifts',
      'ladder-in-seconds',
      'reminder',
      'nobody-is-seen',
      'the-workplace-says-no',
      'somebody-takes-it',
      'two-hours-late',
      'silence-after-that',
      'paid-hours',
      'more-hours',
    ]);
  });

  it('sends messages by both channels', () => {
    expect(told.story.messages.sms).toBeGreaterThan(10);
    expect(told.story.messages.email).toBeGreaterThan(2);
  });
});
