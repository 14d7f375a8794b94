import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exampleOf } from '../../../apps/api/src/http/fields/index.js';
import { expectAnswerOrProblem } from './answer-or-problem.js';
import { SampleBody } from './sample.controller.js';
import { anything, spoiled } from './spoiled.js';
import { startSampleApp, type Answer, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.stop());

const RUNS = { numRuns: 300 };
const good = exampleOf(SampleBody);
const almostGood = spoiled(good);

const send = (raw: string): Promise<Answer> =>
  sample.call('/api/v1/samples/echo', { method: 'POST', key: sample.keys.consultant, raw });

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
