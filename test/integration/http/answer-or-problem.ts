import { expect } from '@jest/globals';
import type { Answer } from './call.js';

/** Never our fault, and every refusal a problem that tells nothing of how we are made. */
export function expectAnswerOrProblem(answer: Answer, of = ''): void {
  expect({ of, status: answer.status, ok: answer.status < 500 }).toMatchObject({ of, ok: true });
  if (answer.status < 400 || !answer.headers.get('content-type')?.includes('problem')) {
    // Pages refuse with a page.
    expect({ of, isPage: answer.status < 400 || answer.text.startsWith('<!doctype html>') }).toEqual({
      of,
      isPage: true,
    });
    return;
  }
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
