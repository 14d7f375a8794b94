import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSampleApp, type Answer, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.stop());

const create = (name: string, repeatKey: string, key = sample.keys.consultant): Promise<Answer> =>
  sample.call('/api/v1/samples', {
    method: 'POST',
    key,
    body: { name },
    headers: { 'idempotency-key': repeatKey },
  });

async function howMany(name: string): Promise<number> {
  const { json } = await sample.call('/api/v1/samples?limit=500', { key: sample.keys.consultant });
  return json.items.filter((item: { name: string }) => item.name === name).length;
}

describe('a POST with Idempotency-Key', () => {
  it('has one effect and the same answer', async () => {
    const first = await create('Anna', 'anna-1');
    const second = await create('Anna', 'anna-1');
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect([second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
    expect(second.json).toEqual(first.json);
    expect(await howMany('Anna')).toBe(1);
  });

  it('has one effect when it comes many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => create('Bo', 'bo-1')));
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
    expect(answers.find(({ status }) => status === 409)!.json.code).toBe('idempotency.still-running');
    expect(answers.find(({ status }) => status === 409)!.headers.get('retry-after')).toBe('1');
    expect(await howMany('Bo')).toBe(1);
    expect((await create('Bo', 'bo-1')).headers.get('idempotency-replayed')).toBe('true');
  });

  it('for another body or route is 422', async () => {
    await create('Carl', 'carl-1');
    const other = await create('Dorthe', 'carl-1');
    expect([other.status, other.json.code]).toEqual([422, 'idempotency.key-reused']);
    const route = await sample.call('/api/v1/samples/echo', {
      method: 'POST',
      key: sample.keys.consultant,
      body: { name: 'Carl' },
      headers: { 'idempotency-key': 'carl-1' },
    });
    expect(route.json.code).toBe('idempotency.key-reused');
    expect(await howMany('Dorthe')).toBe(0);
  });

  it('does not mind the order of fields', async () => {
    const send = (raw: string): Promise<Answer> =>
      sample.call('/api/v1/samples/echo', {
        method: 'POST',
        key: sample.keys.consultant,
        raw,
        headers: { 'idempotency-key': 'order' },
      });
    await send('{"title":"a","liftKg":1}');
    expect((await send('{ "liftKg": 1, "title": "a" }')).headers.get('idempotency-replayed')).toBe('true');
  });

  it('belongs to its holder', async () => {
    const send = (key: string): Promise<Answer> =>
      sample.call('/api/v1/samples/echo', {
        method: 'POST',
        key,
        body: { title: 'a' },
        headers: { 'idempotency-key': 'mine' },
      });
    await send(sample.keys.consultant);
    expect((await send(sample.keys.employer)).headers.get('idempotency-replayed')).toBeNull();
  });

  it('keeps nothing of what was refused', async () => {
    const refused = await create('Afvist', 'afvist-1');
    expect([refused.status, refused.json.code]).toEqual([409, 'company.cvr-taken']);
    expect(await howMany('Afvist')).toBe(0);
    expect((await create('Afvist', 'afvist-1')).status).toBe(409);
    expect((await create('Efter', 'afvist-1')).status).toBe(201);
  });

  it('replays an answer without a body', async () => {
    const touch = (): Promise<Answer> =>
      sample.call(`/api/v1/samples/${sample.staffId}/touch`, {
        method: 'POST',
        key: sample.keys.consultant,
        headers: { 'idempotency-key': 'touch' },
      });
    expect([await touch(), await touch()].map(({ status, text }) => [status, text])).toEqual([
      [204, ''],
      [204, ''],
    ]);
  });

  describe('that only calculates', () => {
    const count = (repeatKey: string, name = 'Anna'): Promise<Answer> =>
      sample.call('/api/v1/samples/count', {
        method: 'POST',
        key: sample.keys.consultant,
        body: { name },
        headers: { 'idempotency-key': repeatKey },
      });

    it('calculates again, and holds no transaction meanwhile', async () => {
      const [first, second] = [await count('count-1'), await count('count-1')];
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.headers.get('idempotency-replayed')).toBeNull();
      expect([first.json, second.json]).toEqual([
        { run: 1, isPartOfMore: false },
        { run: 2, isPartOfMore: false },
      ]);
    });

    it('does so for another body too: there is nothing that it could do twice', async () => {
      await count('count-2');
      expect((await count('count-2', 'Bo')).status).toBe(200);
    });

    it('takes the same keys as the others', async () => {
      const answer = await count('a b');
      expect([answer.status, answer.json.code]).toEqual([400, 'idempotency.key-invalid']);
    });
  });

  it.each(['', 'a b', 'æ', 'a'.repeat(201)])('%p is 400', async (repeatKey) => {
    const answer = await create('Emil', Buffer.from(repeatKey).toString('latin1'));
    expect([answer.status, answer.json.code]).toEqual([400, 'idempotency.key-invalid']);
  });
});
