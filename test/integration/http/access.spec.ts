import { Controller, Get } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Transactor } from '#use-cases';
import { hashOf } from '../../../apps/api/src/http/bearer-keys.js';
import { LENE } from './seed-keys.js';
import { startSampleApp, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.stop());

describe('a key', () => {
  it('says who calls', async () => {
    const { keys, municipalityId, staffId } = sample;
    const me = async (key: string): Promise<unknown> => (await sample.call('/api/v1/me', { key })).json;
    expect(await me(keys.consultant)).toEqual({
      role: 'consultant',
      municipalityId,
      name: 'Mette Holm',
      staffId,
    });
    expect(await me(keys.employer)).toEqual({
      role: 'employer',
      municipalityId,
      name: 'Frugtlageret',
      companyId: '0199a1b2-0000-7000-8000-000000000002',
    });
    expect(await me(keys.integration)).toEqual({ role: 'integration', municipalityId, name: 'Fagsystem' });
  });

  it.each([
    ['is absent', undefined],
    ['is unknown', 'Bearer unknown'],
    ['is empty', 'Bearer '],
    ['is of another scheme', 'Basic bWV0dGU6aGVqCg=='],
    ['is two words', 'Bearer a b'],
    ['is endless', `Bearer ${'a'.repeat(5000)}`],
  ])('that %s is 401', async (_, authorization) => {
    const answer = await sample.call('/api/v1/me', { headers: authorization ? { authorization } : {} });
    expect([answer.status, answer.json.code]).toEqual([401, 'unauthorized']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="fodfaeste"');
  });

  it('of the wrong role is 403', async () => {
    const answer = await sample.call('/api/v1/staff', { key: sample.keys.employer });
    expect([answer.status, answer.json.code]).toEqual([403, 'forbidden']);
  });

  it('sees its own municipality only', async () => {
    const staffOf = async (key: string): Promise<unknown> =>
      (await sample.call('/api/v1/staff', { key })).json.items;
    expect(await staffOf(sample.keys.otherMunicipality)).toMatchObject([{ name: 'Lars Varde' }]);
    expect(await staffOf(sample.keys.consultant)).toMatchObject([
      { id: LENE, name: 'Lene Krog', role: 'leader', phone: '+4520123457', caseload: 0 },
      { id: sample.staffId, name: 'Mette Holm', role: 'consultant', phone: '+4520123456', caseload: 0 },
    ]);
  });

  it.each([
    ['a role there is none of', { role: 'citizen', name: 'x' }],
    ['staff without a person', { role: 'leader', name: 'x' }],
    ['an employer without a company', { role: 'employer', name: 'x' }],
  ])('for %s opens nothing', async (_, details) => {
    const key = `incomplete-${JSON.stringify(details)}`.replace(/[^\w-]/g, '');
    await enlist(key, details);
    expect((await sample.call('/api/v1/me', { key })).status).toBe(401);
  });

  it('that has run out stops working within five seconds', async () => {
    await enlist('short-lived', { role: 'integration', name: 'Kort' });
    expect((await sample.call('/api/v1/me', { key: 'short-lived' })).status).toBe(200);
    await enlist('short-lived', { role: 'integration', name: 'Kort' }, '2020-01-01T00:00:00Z');
    const deadline = Date.now() + 5_000;
    while (
      (await sample.call('/api/v1/me', { key: 'short-lived' })).status === 200 &&
      Date.now() < deadline
    ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await sample.call('/api/v1/me', { key: 'short-lived' })).status).toBe(401);
  });
});

@Controller('api/v1/forgotten')
class ForgottenController {
  @Get()
  open(): string {
    return 'anybody?';
  }
}

describe('a route that does not say who may call it', () => {
  it('stops the start-up', async () => {
    await expect(startSampleApp({}, { controllers: [ForgottenController] })).rejects.toThrow(
      'Say @Roles(...) or @Public() on ForgottenController.open',
    );
  });
});

async function enlist(key: string, details: Record<string, string>, expiresAt?: string): Promise<void> {
  const { Temporal } = await import('#domain');
  await sample.app.get(Transactor).inMunicipality(sample.municipalityId, (unit) =>
    unit.enlist({
      kind: 'api-key',
      key: hashOf(key),
      subjectId: sample.staffId,
      details,
      ...(expiresAt && { expiresAt: Temporal.Instant.from(expiresAt) }),
    }),
  );
}
