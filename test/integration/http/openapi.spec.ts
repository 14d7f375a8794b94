import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { expectCompleteDocument, operationsOf, type ApiDescription } from './complete-document.js';
import { startSampleApp, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
let document: ApiDescription;
beforeAll(async () => {
  sample = await startSampleApp();
  document = JSON.parse((await sample.call('/api/openapi.json')).text) as ApiDescription;
});
afterAll(() => sample.stop());

describe('the OpenAPI document', () => {
  it('is 3.1, names every route, and says all that is to say', () => {
    expectCompleteDocument(sample.app, document);
    expect(document.components.securitySchemes['key']).toMatchObject({ type: 'http', scheme: 'bearer' });
  });

  it('describes fields as they are checked', () => {
    const { SampleBody, StaffNamePage } = document.components.schemas;
    expect(SampleBody).toMatchObject({ type: 'object', additionalProperties: false, required: ['title'] });
    expect(SampleBody!.properties).toMatchObject({
      title: { type: 'string', minLength: 1, maxLength: 50, examples: ['Oprydning'] },
      note: { type: ['string', 'null'] },
      noise: { type: 'integer', enum: [0, 1, 2] },
      first: { anyOf: [{ $ref: '#/components/schemas/SampleSlot' }, { type: 'null' }] },
      slots: { type: 'array', maxItems: 5, items: { $ref: '#/components/schemas/SampleSlot' } },
      certificates: { type: 'array', items: { type: 'string' } },
      address: { anyOf: [{ $ref: '#/components/schemas/AddressFields' }, { type: 'string' }] },
    });
    expect(StaffNamePage!.properties['nextCursor']!['type']).toEqual(['string', 'null']);
    expect(StaffNamePage!.additionalProperties).toBeUndefined();
  });

  it('lists queries and ids as parameters', () => {
    const list = document.paths['/api/v1/samples']!['get']!;
    expect(list.parameters).toEqual([
      expect.objectContaining({
        name: 'limit',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 500 },
      }),
      expect.objectContaining({ name: 'cursor', in: 'query', required: false }),
      expect.objectContaining({ name: 'active', in: 'query', schema: { type: 'boolean' } }),
    ]);
    const touch = document.paths['/api/v1/samples/{id}/touch']!['post']!;
    expect(touch.parameters).toEqual([
      expect.objectContaining({
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      }),
      { $ref: '#/components/parameters/IdempotencyKey' },
    ]);
  });

  it('says of a POST that only calculates that its key is checked and never refused', () => {
    const count = document.paths['/api/v1/samples/count']!['post']!;
    expect(count['x-calculates']).toBe(true);
    expect(count.parameters).toEqual([{ $ref: '#/components/parameters/IdempotencyKey' }]);
    const said = JSON.stringify(count.responses);
    expect(said).toContain('idempotency.key-invalid');
    expect(said).not.toMatch(/key-reused|still-running/);
  });

  it('shows each refusal with its code and text', () => {
    const { responses } = document.paths['/api/v1/samples/echo']!['post']!;
    const examples = responses['409']!.content!['application/problem+json']!.examples!;
    expect(examples['company.cvr-taken']).toEqual({ $ref: '#/components/examples/company.cvr-taken' });
    expect(document.components.examples['company.cvr-taken']!.value).toMatchObject({
      code: 'company.cvr-taken',
      status: 409,
    });
  });
});

describe('the reading page', () => {
  it('is plain HTML that the strict policy allows, with every operation on it', async () => {
    const page = await sample.call('/api/docs');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).not.toMatch(/<script|style="|https?:\/\/(?!smaajob)/);
    for (const [name] of operationsOf(document))
      expect(page.text).toContain(`<code>${name.split(' ')[1]}</code>`);
    const style = await sample.call('/api/docs/docs.css');
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });
});
