import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { exampleOf } from '../../../apps/api/src/http/fields/index.js';
import { documentedClasses } from '../../../apps/api/src/http/openapi/documented-classes.js';
import { readRequest } from '../../../apps/api/src/http/read-request.js';
import { expectCompleteDocument, type ApiDescription } from './complete-document.js';
import { startApp, type RunningApp } from './start-app.js';

const SECRET = 's'.repeat(20);
let product: RunningApp;
let url: string;
beforeAll(async () => {
  product = await startApp((config) => AppModule.with(config), {
    PUBLIC_URL: 'http://localhost:3000',
    SMS_WEBHOOK_SECRET: `${'o'.repeat(20)},${SECRET}`,
  });
  url = product.url;
});
afterAll(() => product.stop());

describe('the product', () => {
  it('starts, is ready, and describes all of itself', async () => {
    expect((await fetch(`${url}/ready`)).status).toBe(200);
    const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as ApiDescription;
    expectCompleteDocument(product.app, document);
  });

  it('says which of its POSTs only calculate', async () => {
    const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as ApiDescription;
    const calculating = Object.keys(document.paths).filter(
      (path) => document.paths[path]!['post']?.['x-calculates'],
    );
    expect(calculating.sort()).toEqual([
      '/api/v1/assignments/preview',
      '/api/v1/bulk-proposals/preview',
      '/api/v1/small-jobs/fit',
      '/api/v1/small-jobs/from-sentence',
      '/api/v1/small-jobs/{id}/what-if',
      '/api/v1/small-jobs/{id}/why-not',
    ]);
  });

  it('has examples that its own rules take', () => {
    for (const [name, { type }] of documentedClasses()) {
      const example = exampleOf(type);
      expect({ [name]: { ...readRequest(type, structuredClone(example)) } }).toEqual({ [name]: example });
    }
  });

  it('sends no HSTS where people use http', async () => {
    expect((await fetch(`${url}/live`)).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('the webhooks of the SMS gateway', () => {
  const receipt = {
    userref: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
    status: 'DELIVERED',
    time: 1_764_486_000,
    id: 7,
  };
  const sign = (content: Record<string, unknown>, secret = SECRET): Promise<string> =>
    new SignJWT(content).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
  const post = async (path: string, signature?: string): Promise<{ status: number; code?: string }> => {
    const answer = await fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(signature && { 'x-gwapi-signature': signature }) },
      body: JSON.stringify(receipt),
    });
    const text = await answer.text();
    return { status: answer.status, ...(text && { code: (JSON.parse(text) as { code: string }).code }) };
  };

  it.each(['/webhooks/sms', '/api/v1/webhooks/sms'])(
    'believe under %s what is signed with either secret',
    async (path) => {
      expect(await post(`${path}/receipts`, await sign(receipt))).toEqual({ status: 204 });
      expect(await post(`${path}/receipts`, await sign(receipt, 'o'.repeat(20)))).toEqual({ status: 204 });
      const sms = { id: 8, msisdn: 4520123456, message: 'JA', senttime: 1_764_486_000 };
      expect(await post(`${path}/inbound`, await sign(sms))).toEqual({ status: 204 });
    },
  );

  it('refuse what is not signed, or by another, with 401', async () => {
    expect(await post('/webhooks/sms/receipts')).toEqual({ status: 401, code: 'bad-signature' });
    expect(await post('/webhooks/sms/inbound', await sign(receipt, 'x'.repeat(20)))).toEqual({
      status: 401,
      code: 'bad-signature',
    });
    expect(await post('/webhooks/sms/inbound', 'a.b.c')).toEqual({ status: 401, code: 'bad-signature' });
  });

  it('refuse a signed content of the wrong shape with 400', async () => {
    expect(await post('/webhooks/sms/receipts', await sign({ ...receipt, userref: 'x' }))).toEqual({
      status: 400,
      code: 'bad-request',
    });
  });
});
