import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { RunningProduct } from '../support/running-product.js';
import { until } from '../support/until.js';

const ROWS = 250;
/** A worker that is gone is noticed within seconds, and another has its own work first. */
const LONG = 150_000;

let product: RunningProduct;
beforeAll(async () => {
  product = await RunningProduct.start();
}, 120_000);
afterAll(() => product.remove());

/** What the tests read of answers. */
interface Told {
  id: string;
  state: string;
  tally: Record<string, number>;
  items: { id: string; citizenId: string; smallJobId: string; state: string; cvr: string; status: string }[];
  ranked: { citizenId: string }[];
  nextCursor: string | null;
}

async function call(path: string, body?: unknown, type = 'application/json'): Promise<Told> {
  const response = await fetch(new URL(`/api/v1${path}`, product.ready.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${product.ready.keys.consultant}`,
      ...(body !== undefined && { 'content-type': type }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const told = (await response.json()) as Told;
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(told)}`);
  return told;
}

it('a worker that is killed while it loads a file goes on, and each row is there once', async () => {
  const cvrs = Array.from({ length: ROWS }, (_, at) => String(60_000_000 + at));
  const lines = cvrs.map((cvr) => `${cvr};Demo ${cvr};Demovej 1;7100;Vejle;Demo Kontakt;20000000`);
  const file = ['CVR;Firma;Adresse;Postnr.;By;Kontaktperson;Telefon', ...lines].join('\n');
  const { id } = await call('/imports?kind=companies', file, 'text/csv');
  await call(`/imports/${id}/load`, {});
  await until('some rows are loaded', async () => ((await call(`/imports/${id}`)).tally['created'] ?? 0) > 5);
  product.kill('worker');
  const { tally } = await call(`/imports/${id}`);
  expect(tally['created']).toBeLessThan(ROWS);
  await until('all rows are loaded', async () => (await call(`/imports/${id}`)).state === 'done', LONG);
  expect((await call(`/imports/${id}`)).tally).toMatchObject({ created: ROWS, open: 0, failed: 0 });
  const found = new Map<string, number>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Told = await call(`/companies?limit=500${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const { cvr } of page.items) found.set(cvr, (found.get(cvr) ?? 0) + 1);
    cursor = page.nextCursor;
  }
  expect(cvrs.filter((cvr) => found.get(cvr) !== 1)).toEqual([]);
}, 240_000);

it('a worker that is killed while it asks several asks nobody twice', async () => {
  const jobs = (await call('/small-jobs?limit=200')).items.filter(({ status }) => status === 'open');
  const items: { smallJobId: string; citizenId: string }[] = [];
  const chosen = new Set<string>();
  for (const { id } of jobs) {
    const { ranked } = await call(`/small-jobs/${id}/ranking?scope=mine&limit=10`);
    const candidates = ranked.map(({ citizenId }) => ({ smallJobId: id, citizenId }));
    if (candidates.length === 0) continue;
    const preview = await call('/bulk-proposals/preview', { items: candidates });
    for (const one of preview.items as unknown as {
      smallJobId: string;
      citizenId: string;
      leftOut: string | null;
    }[])
      if (one.leftOut === null && !chosen.has(one.citizenId)) {
        chosen.add(one.citizenId);
        items.push({ smallJobId: one.smallJobId, citizenId: one.citizenId });
      }
  }
  expect(items.length).toBeGreaterThan(0);
  const { id } = await call('/bulk-proposals', { items });
  await sleep(29_000);
  expect((await call(`/bulk-proposals/${id}`)).state).toBe('waiting');
  await until('it has begun', async () => (await call(`/bulk-proposals/${id}`)).state !== 'waiting', 15_000);
  product.kill('worker');
  await until('all are asked', async () => (await call(`/bulk-proposals/${id}`)).state === 'done', LONG);
  const { items: ended } = await call(`/bulk-proposals/${id}`);
  expect(ended.map(({ state }) => state)).toEqual(items.map(() => 'asked'));
  for (const { citizenId, smallJobId } of items) {
    const { items: matches } = await call(`/matches?citizenId=${citizenId}&smallJobId=${smallJobId}`);
    expect(matches).toHaveLength(1);
  }
}, 300_000);
