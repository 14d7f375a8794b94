import { errorKinds, type ErrorCode } from '#domain';
import { httpProblems, type HttpCode } from '../problem.js';
import { problemTexts, statusOfKind } from '../problem-texts.js';
import { PROBLEM_TYPE, problemOf } from '../send-problem.js';
import type { Refusal } from '../to-problem.js';

export type Code = ErrorCode | HttpCode;

const isHttpCode = (code: Code): code is HttpCode => code in httpProblems;

export const statusOf = (code: Code): number =>
  isHttpCode(code) ? httpProblems[code].status : statusOfKind[errorKinds[code]];

const EXAMPLE_FAULT = { path: 'title', text: { da: 'må ikke være tom', en: 'must not be empty' } };

function exampleOfProblem(code: Code): unknown {
  const refusal: Refusal = {
    status: statusOf(code),
    code,
    text: isHttpCode(code) ? httpProblems[code].text : problemTexts[code],
    details: code === 'internal' ? { id: '6f1c7e0a-5a0e-4c55-9d0a-1f6a52f1b8f4' } : {},
    headers: {},
    ...(code === 'shape' && { faults: [EXAMPLE_FAULT] }),
  };
  return problemOf(refusal, 'da', '/api/v1/…');
}

/** Every problem once, for the responses to point at. */
export const problemExamples = (): Record<string, unknown> =>
  Object.fromEntries(
    ([...Object.keys(errorKinds), ...Object.keys(httpProblems)] as Code[]).map((code) => [
      code,
      { value: exampleOfProblem(code) },
    ]),
  );

/** One response for each status, with every code that can come with it as an example. */
export function problemResponses(codes: readonly Code[]): Record<string, unknown> {
  const byStatus = new Map<number, Set<Code>>();
  for (const code of codes) {
    const status = statusOf(code);
    byStatus.set(status, (byStatus.get(status) ?? new Set()).add(code));
  }
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, same]) => [status, response([...same])]),
  );
}

const response = (codes: readonly Code[]) => ({
  description: codes.map((code) => `\`${code}\``).join(', '),
  content: {
    [PROBLEM_TYPE.split(';')[0]!]: {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
  },
});
