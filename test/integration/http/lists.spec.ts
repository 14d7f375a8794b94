import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSampleApp, type Answer, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
  for (const name of ['Anna', 'Bo', 'Carl', 'Dorthe']) {
    await sample.call('/api/v1/samples', { method: 'POST', key: sample.keys.consultant, body: { name } });
  }
});
afterAll(() => sample.stop());

const list = (query: string): Promise<Answer> =>
  sample.call(`/api/v1/samples${query}`, { key: sample.keys.consultant });

describe('a list', () => {
  it('is read page by page, each row once', async () => {
    const names: string[] = [];
    let cursor: string | null = '';
    let pages = 0;
    while (cursor !== null) {
      const { json } = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      names.push(...json.items.map(({ name }: { name: string }) => name));
      cursor = json.nextCursor;
      pages += 1;
    }
    expect(pages).toBe(3);
    expect(names).toEqual(['Mette Holm', 'Lene Krog', 'Anna', 'Bo', 'Carl', 'Dorthe']);
  });

  it('ends with null, also when the last page is full', async () => {
    expect((await list('?limit=6')).json.nextCursor).toBeNull();
    expect((await list('')).json.nextCursor).toBeNull();
  });

  it.each([
    '?limit=0',
    '?limit=501',
    '?limit=ti',
    '?limit=1&limit=2',
    '?cursor=x',
    '?cursor=',
    '?page=2',
    '?active=ja',
    '?cursor=%00',
  ])('%s is 400', async (query) => {
    const answer = await list(query);
    expect([answer.status, answer.json.code]).toEqual([400, 'shape']);
    expect(answer.json.errors?.[0]?.path).toBe(query.slice(1).split('=')[0]);
  });
});
