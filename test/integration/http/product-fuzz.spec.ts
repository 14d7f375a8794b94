import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { expectAnswerOrProblem } from './answer-or-problem.js';
import type { Answer } from './call.js';
import { operationsOf, type ApiDescription, type Operation } from './complete-document.js';
import { spoiled } from './spoiled.js';
import { startApp, type RunningApp } from './start-app.js';
import { isLong } from '../../builders/how-long.js';

/** So many bodies for each operation: more in `npm run test:long`, and as many as one likes with FUZZ_RUNS. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? (isLong ? 20 : 5));

let product: RunningApp;
let document: ApiDescription;
beforeAll(async () => {
  product = await startApp((config) => AppModule.with(config));
  document = JSON.parse((await product.call('/api/openapi.json')).text) as ApiDescription;
});
afterAll(() => product.stop());

/** The key that may do most of what the operation allows. */
const keyFor = ({ 'x-roles': roles }: Operation): string | undefined =>
  roles.includes('public')
    ? undefined
    : product.keys[roles.includes('leader') ? 'leader' : (roles[0] as 'employer')];

/** What the document gives as examples of the path, or something else in the place of each. */
const fill = (path: string, { parameters }: Operation, other?: string): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(other ?? String(parameters.find((parameter) => parameter.name === name)?.example)),
  );

async function send(name: string, operation: Operation, body: unknown, inPath?: string): Promise<Answer> {
  const [method, path] = name.split(' ') as [string, string];
  const key = keyFor(operation);
  return product.call(fill(path, operation, inPath), {
    method,
    ...(key && { key }),
    ...(operation.requestBody && { body }),
  });
}

describe('whatever is sent to the product', () => {
  it('is answered or is a problem, at every operation', async () => {
    for (const [name, operation] of operationsOf(document)) {
      const example = operation.requestBody?.content['application/json']?.example ?? {};
      const inPath = fc.option(fc.string({ unit: 'binary', minLength: 1 }), { nil: undefined, freq: 4 });
      await fc.assert(
        fc.asyncProperty(spoiled(example), inPath, async (body, other) => {
          const answer = await send(name, operation, body, other);
          expectAnswerOrProblem(answer, `${name} ${JSON.stringify(body)}`);
        }),
        { numRuns: RUNS },
      );
    }
  }, 600_000);

  it('and the examples of the document are never refused for their shape', async () => {
    const misshapen: unknown[] = [];
    for (const [name, operation] of operationsOf(document)) {
      const example = operation.requestBody?.content['application/json']?.example;
      if (!example) continue;
      const answer = await send(name, operation, example);
      expectAnswerOrProblem(answer, name);
      if (answer.json?.code === 'shape') misshapen.push({ name, errors: answer.json.errors });
    }
    expect(misshapen).toEqual([]);
  });
});
