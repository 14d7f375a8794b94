import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs } from '../../support/sign-in.js';
import { startSampleApp, type SampleApp } from './start-sample-app.js';

let sample: SampleApp;
beforeAll(async () => {
  sample = await startSampleApp();
});
afterAll(() => sample.stop());

describe('a session', () => {
  it('says who calls', async () => {
    const { municipalityId, staffId } = sample;
    const { cookie } = await signInAs(sample.app, { kind: 'staff', municipalityId, staffId });
    const me = await sample.call('/api/v1/me', { headers: { cookie } });
    expect([me.status, me.json]).toEqual([
      200,
      { role: 'consultant', municipalityId, name: 'Mette Holm', staffId },
    ]);
  });

  it('changes nothing without the token of a form', async () => {
    const { municipalityId, staffId } = sample;
    const { cookie, headers } = await signInAs(sample.app, { kind: 'staff', municipalityId, staffId });
    const path = '/api/v1/samples/echo';
    const body = { title: 'Oprydning' };
    const without = await sample.call(path, { method: 'POST', headers: { cookie }, body });
    expect([without.status, without.json.code]).toEqual([403, 'form-too-old']);
    const other = await signInAs(sample.app, { kind: 'staff', municipalityId, staffId });
    const mixed = { cookie, 'x-csrf-token': other.csrf };
    expect((await sample.call(path, { method: 'POST', headers: mixed, body })).status).toBe(403);
    const answer = await sample.call(path, { method: 'POST', headers, body });
    expect(answer.status).toBeLessThan(300);
  });
});
