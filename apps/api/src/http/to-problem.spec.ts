import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { DomainError, errorKinds, type ErrorCode } from '#domain';
import { forLog } from './error-for-log.js';
import { HttpProblem } from './problem.js';
import { ShapeError } from './shape-error.js';
import { toProblem } from './to-problem.js';

const withCode = (code: string, more: object = {}): Error =>
  Object.assign(new Error('Key (cvr)=(12345678)'), { code, ...more });

describe('toProblem', () => {
  const statuses = {
    invalid: 400,
    forbidden: 403,
    'not-found': 404,
    conflict: 409,
    rule: 422,
    'too-often': 429,
    unavailable: 503,
  };

  it.each(Object.entries(errorKinds))('turns %s (%s) into its status', (code, kind) => {
    expect(toProblem(new DomainError(code as ErrorCode, { a: 1 }))).toMatchObject({
      code,
      status: statuses[kind],
      details: { a: 1 },
    });
  });

  it('says when to try again, in whole seconds', () => {
    const { headers } = toProblem(new DomainError('offer.too-soon-to-resend', { retryAfterSeconds: 89.2 }));
    expect(headers).toEqual({ 'retry-after': '90' });
  });

  it.each([
    [new ShapeError([{ path: 'a', text: { da: 'x', en: 'y' } }]), 400, 'shape'],
    [new HttpProblem('media-type'), 415, 'media-type'],
    [new NotFoundException(), 404, 'not-found'],
    [new BadRequestException(), 400, 'bad-request'],
    [Object.assign(new Error(), { statusCode: 413, code: 'FST_ERR_CTP_BODY_TOO_LARGE' }), 413, 'too-large'],
    [Object.assign(new Error(), { statusCode: 418 }), 400, 'bad-request'],
    [Object.assign(new Error(), { statusCode: 500 }), 500, 'internal'],
    [withCode('ECONNREFUSED'), 503, 'unavailable'],
    [withCode('57P01'), 503, 'unavailable'],
    [withCode('40P01'), 503, 'unavailable'],
    [withCode('57014'), 503, 'unavailable'],
    [Object.assign(new Error('query failed'), { driverError: withCode('08006') }), 503, 'unavailable'],
    [new Error('timeout exceeded when trying to connect'), 503, 'unavailable'],
    [Object.assign(new Error(), { name: 'QueryRunnerProviderAlreadyReleasedError' }), 503, 'unavailable'],
    [new Error('outer', { cause: withCode('ECONNRESET') }), 503, 'unavailable'],
    [withCode('23505'), 500, 'internal'],
    [new TypeError('x is not a function'), 500, 'internal'],
    ['a thrown text', 500, 'internal'],
    [undefined, 500, 'internal'],
  ])('answers %p with %i %s', (error, status, code) => {
    expect(toProblem(error)).toMatchObject({ status, code });
  });

  it('survives an error that is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(toProblem(error).code).toBe('internal');
  });
});

describe('an error in the log', () => {
  it('keeps of the database only what names the schema', () => {
    const driverError = withCode('23505', {
      table: 'companies',
      constraint: 'companies_cvr',
      detail: 'Key (cvr)=(12345678)',
    });
    const error = Object.assign(new Error('duplicate key 12345678'), {
      driverError,
      parameters: ['12345678'],
      query: 'INSERT',
    });
    const logged = forLog(error);
    expect(logged).toMatchObject({ code: '23505', table: 'companies', constraint: 'companies_cvr' });
    expect(JSON.stringify(logged)).not.toContain('12345678');
  });

  it('keeps of other errors the message and the places', () => {
    expect(forLog(new TypeError('x is not a function'))).toMatchObject({
      type: 'TypeError',
      message: 'x is not a function',
      stack: expect.arrayContaining([expect.stringContaining('to-problem.spec')]),
    });
  });
});
