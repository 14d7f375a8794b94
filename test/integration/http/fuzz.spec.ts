import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exampleOf } from '../../../apps/api/src/http/fields/index.js';
import { SampleBody } from './sample.controller.js';
import { startSampleApp, type Answer, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.stop());

const RUNS = { numRuns: 300 };
const nasty = fc.constantFrom<unknown>(
  ...[
    '\0',
    '\ud800',
    '__proto__',
    'constructor',
    '2147483648',
    'NaN',
    '9999-12-31',
    '24:00',
    '😀',
    ' ',
    'a'.repeat(10_000),
  ],
  ...[2 ** 31, 2 ** 53, -1, 0.1, 1e308, true, null, [], {}, [[]], { length: 1 }, [null]],
);
const anything = fc.oneof(nasty, fc.jsonValue({ maxDepth: 4 }), fc.string({ unit: 'binary' }));
const good = exampleOf(SampleBody);

/** A good body in which some fields are something else, and some are new. */
const almostGood = fc
  .record({
    changed: fc.dictionary(fc.constantFrom(...Object.keys(good)), anything, { maxKeys: 3 }),
    added: fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString', 'then', '')),
      anything,
      { maxKeys: 1 },
    ),
  })
  .map(({ changed, added }) => ({ ...good, ...changed, ...added }));

const send = (raw: string): Promise<Answer> =>
  sample.call('/api/v1/samples/echo', { method: 'POST', key: sample.keys.consultant, raw });

function expectAnswerOrProblem(answer: Answer): void {
  expect(answer.status).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.json).toMatchObject({
    type: `urn:fodfaeste:problem:${answer.json.code}`,
    status: answer.status,
  });
  for (const { path, message } of answer.json.errors ?? []) {
    expect([typeof path, typeof message]).toEqual(['string', 'string']);
  }
  expect(answer.text).not.toMatch(/node_modules|SELECT |at \w+ \(/);
}

describe('whatever is sent', () => {
  it('as fields, is answered or is a problem', async () => {
    await fc.assert(
      fc.asyncProperty(almostGood, async (body) => expectAnswerOrProblem(await send(JSON.stringify(body)))),
      RUNS,
    );
  });

  it('as text, is answered or is a problem', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.json(),
          fc.string(),
          anything.map((value) => JSON.stringify(value)),
        ),
        async (raw) => expectAnswerOrProblem(await send(raw)),
      ),
      RUNS,
    );
  });

  it('in the address, is answered or is a problem', async () => {
    const key = sample.keys.consultant;
    const query = fc.webQueryParameters();
    const known = fc.record({
      limit: fc.string(),
      cursor: fc.string({ unit: 'binary' }),
      active: fc.string(),
    });
    await fc.assert(
      fc.asyncProperty(fc.webPath(), query, known, async (path, search, fields) => {
        expectAnswerOrProblem(await sample.call(`/api/v1/samples?${search}`, { key }));
        expectAnswerOrProblem(
          await sample.call(`/api/v1/samples?${new URLSearchParams(fields).toString()}`, { key }),
        );
        expectAnswerOrProblem(await sample.call(`/api/v1/samples${path}/touch`, { method: 'POST', key }));
      }),
      { numRuns: 100 },
    );
  });

  it('what is taken comes back as it was read, and reading it again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(almostGood, async (body) => {
        const first = await send(JSON.stringify(body));
        if (first.status !== 200) return;
        const second = await send(first.text);
        expect(second.json).toEqual(first.json);
      }),
      RUNS,
    );
  });
});
