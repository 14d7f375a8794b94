import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post, Req } from '@nestjs/common';
import { DomainError, type Actor, type Language } from '#domain';
import { Transactor } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { text } from '../../../apps/api/src/http/fields/index.js';
import { CurrentActor, Roles } from '../../../apps/api/src/http/roles.js';
import { compileText } from '../../../apps/api/src/pages/frame/engine.js';
import {
  FormBody,
  FormView,
  submit,
  type Faults,
  type Typed,
} from '../../../apps/api/src/pages/frame/form/index.js';
import { AssetsController } from '../../../apps/api/src/pages/frame/assets.controller.js';
import { Page } from '../../../apps/api/src/pages/frame/html-page.js';
import { seeOther, ShownPage, type SeeOther } from '../../../apps/api/src/pages/frame/page.js';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import { startSampleApp, type SampleApp } from './start-sample-app.js';

class NoteForm {
  @text({ max: 10, example: 'Ring' }) note!: string;
}

const formPage = compileText(
  '{{#> page-layout}}<h1>{{title}}</h1>{{> page-errors errors}}<form method="post">{{> page-marks}}{{> page-input note}}' +
    '<button>Gem</button></form>{{/page-layout}}',
);

/** A form as every page makes one; what it does leaves a row that can be counted. */
@Controller('noter')
class NotesController {
  constructor(private readonly transactor: Transactor) {}

  @Get()
  @Roles('consultant')
  @Page()
  ask(@Req() { visitor }: FastifyRequest): ShownPage {
    return this.form(visitor!.language);
  }

  @Post()
  @Roles('consultant')
  @Page()
  save(
    @CurrentActor() { municipalityId, staffId }: Actor,
    @FormBody() typed: Typed,
    @Req() { visitor }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(NoteForm, typed, {
      do: async ({ note }) => {
        await this.transactor.inMunicipality(municipalityId, async (unit) => {
          const mette = (await unit.staff.lock(staffId!))!;
          // Long enough for the second of two presses to meet the first.
          await new Promise((resolve) => setTimeout(resolve, 100));
          await unit.staff.update({ ...mette, name: `${mette.name}.` });
          if (note === 'taget') throw new DomainError('company.cvr-taken');
          if (note === 'væk') throw new DomainError('company.not-found');
          if (note === 'brudt') throw new Error('broken on purpose');
        });
        // A page that shows first what it would do, as other hours and closing days are.
        if (note === 'vis') return this.form(visitor!.language, typed);
        return seeOther('/noter', 'gemt');
      },
      again: (faults) => this.form(visitor!.language, typed, faults),
      at: { 'company.cvr-taken': 'note' },
    });
  }

  private form(language: Language, typed?: Typed, faults?: Faults): ShownPage {
    const f = new FormView(language, typed, faults);
    const note = f.input('note', 'Note');
    return new ShownPage('noter', formPage, { title: 'Noter', note, errors: f.errors() } as {
      title: string;
    });
  }
}

let sample: SampleApp;
let mette: SignedIn;
beforeAll(async () => {
  sample = await startSampleApp({}, { controllers: [NotesController, AssetsController] });
  const { municipalityId, staffId } = sample;
  mette = await signInAs(sample.app, { kind: 'staff', municipalityId, staffId });
});
afterAll(() => sample.stop());

const html = { accept: 'text/html' };
const open = (path = '/noter', headers: Record<string, string> = { cookie: mette.cookie }) =>
  fetch(sample.url + path, { headers: { ...html, ...headers }, redirect: 'manual' });

async function send(fields: Record<string, string>, cookie = mette.cookie) {
  const response = await fetch(`${sample.url}/noter`, {
    method: 'POST',
    headers: { ...html, cookie },
    body: new URLSearchParams({ _csrf: mette.csrf, ...fields }),
    redirect: 'manual',
  });
  return { status: response.status, to: response.headers.get('location'), text: await response.text() };
}

/** How often the form has done something. */
const done = async (): Promise<number> => {
  const name = await sample.app
    .get(Transactor)
    .inMunicipality(sample.municipalityId, async (unit) => (await unit.staff.find(sample.staffId))!.name);
  return name.length - 'Mette Holm'.length;
};

describe('a form of a page', () => {
  it('is done once and leads on, however often one showing of it is sent', async () => {
    const before = await done();
    const answers = await Promise.all([1, 2, 3].map(() => send({ note: 'Ring', _once: 'showing-1' })));
    for (const { status, to } of answers) expect([status, to]).toEqual([303, '/noter?besked=gemt']);
    const later = await send({ note: 'Ring', _once: 'showing-1' });
    expect([later.status, later.to]).toEqual([303, '/noter?besked=gemt']);
    expect((await done()) - before).toBe(1);
  });

  it('that answers with a page is shown the page again, however often it is sent', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => send({ note: 'vis', _once: 'showing-9' })));
    answers.push(await send({ note: 'vis', _once: 'showing-9' }));
    for (const { status, text: page } of answers) {
      expect(status).toBe(200);
      expect(page).toContain('<h1>Noter</h1>');
      expect(page).toContain('value="vis"');
    }
    const saved = await send({ note: 'Ring', _once: 'showing-9' });
    expect([saved.status, saved.to]).toEqual([303, '/noter?besked=gemt']);
  });

  it('is done again when somebody goes back and writes something else', async () => {
    const before = await done();
    await send({ note: 'Ring', _once: 'showing-2' });
    await send({ note: 'Skriv', _once: 'showing-2' });
    expect((await done()) - before).toBe(2);
  });

  it('comes back with what was typed and what to correct, and nothing is kept', async () => {
    const before = await done();
    const { status, text: page } = await send({ note: 'alt for lang <b>', _once: 'showing-3' });
    expect(status).toBe(422);
    expect(page).toContain('value="alt for lang &lt;b&gt;"');
    expect(page).toContain('<a href="#felt-note">»Note« må højst være 10 tegn.</a>');
    expect(page).toContain('aria-invalid="true" aria-describedby="felt-note-error"');
    expect(await done()).toBe(before);
  });

  it('takes back what it had begun when a rule says no, and is asked anew with the same mark', async () => {
    const before = await done();
    const refused = await send({ note: 'taget', _once: 'showing-4' });
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Et firma med dette cvr-nummer er allerede oprettet');
    expect(await done()).toBe(before);
    expect((await send({ note: 'Ring', _once: 'showing-4' })).status).toBe(303);
  });

  it('ends on a page of words when what it is about is gone, or when we fail', async () => {
    const gone = await send({ note: 'væk' });
    expect([gone.status, gone.text.includes('<h1>Siden findes ikke.</h1>')]).toEqual([404, true]);
    const broken = await send({ note: 'brudt' });
    expect([broken.status, broken.text.includes('Der gik noget galt hos os.')]).toEqual([500, true]);
    expect(broken.text).not.toContain('broken on purpose');
  });

  it('asks nobody to write the mark of a form: every showing has its own', async () => {
    const marks = await Promise.all(
      [1, 2].map(async () => /name="_once" value="([\w-]{16})"/.exec(await (await open()).text())?.[1]),
    );
    expect(new Set(marks).size).toBe(2);
    expect(marks).not.toContain(undefined);
  });

  it('sends whoever is not signed in to sign in, and is refused without its token', async () => {
    const unknown = await open('/noter?dag=1', {});
    expect([unknown.status, unknown.headers.get('location')]).toEqual([
      303,
      '/log-ind?til=%2Fnoter%3Fdag%3D1',
    ]);
    const forged = await send({ note: 'Ring', _csrf: 'wrong' });
    expect([forged.status, forged.text.includes('Siden har stået åben for længe.')]).toEqual([403, true]);
  });
});

describe('a browser is answered in words, a machine with a problem', () => {
  it.each([
    ['GET', '/findes-ikke', 404, 'Siden findes ikke.'],
    ['DELETE', '/noter', 405, 'Det kan ikke gøres på den måde.'],
    ['GET', `/noter/${'x'.repeat(300)}`, 404, 'Siden findes ikke.'],
    ['GET', '/%E0%A4%A', 400, 'Vi forstod ikke det, der blev sendt.'],
  ])('%s %s: %i', async (method, path, status, heading) => {
    const page = await fetch(sample.url + path, { method, headers: html });
    expect(page.status).toBe(status);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain(`<h1>${heading}</h1>`);
    const problem = await fetch(sample.url + path, { method });
    expect([problem.status, problem.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ]);
  });

  it('also where a body cannot be read, or is too large', async () => {
    const post = (body: string, type: string) =>
      fetch(`${sample.url}/noter`, {
        method: 'POST',
        headers: { ...html, cookie: mette.cookie, 'content-type': type },
        body,
      });
    const statuses = [
      await post('{', 'application/json'),
      await post('x'.repeat(1_100_000), 'application/x-www-form-urlencoded'),
      await post('<x/>', 'application/xml'),
    ];
    for (const [place, status] of [400, 413, 415].entries()) {
      expect(statuses[place]!.status).toBe(status);
      expect(await statuses[place]!.text()).toContain('<h1>');
    }
  });

  it('also where too much is asked at once', async () => {
    const busy = await startSampleApp({ RATE_LIMIT_PER_SECOND: '1' }, { controllers: [NotesController] });
    try {
      const answers = await Promise.all([1, 2, 3].map(() => fetch(`${busy.url}/noter`, { headers: html })));
      const refused = answers.find(({ status }) => status === 429)!;
      expect(refused.headers.get('retry-after')).toBe('1');
      expect(await refused.text()).toContain('<h1>Vi har travlt lige nu.</h1>');
    } finally {
      await busy.stop();
    }
  });

  it('but never under /api, whatever it asks for', async () => {
    const problem = await fetch(`${sample.url}/api/v1/findes-ikke`, { headers: html });
    expect(problem.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });
});

describe('a page', () => {
  it('runs nothing but our own script, by a nonce that is new every time', async () => {
    const policies = await Promise.all(
      [1, 2].map(async () => (await open()).headers.get('content-security-policy')!),
    );
    expect(policies[0]).toMatch(
      /^default-src 'none';script-src 'nonce-\w{32}';connect-src 'self';style-src 'self' 'nonce-\w{32}';img-src 'self';font-src 'self';form-action 'self';frame-ancestors 'none';base-uri 'none'$/,
    );
    expect(policies[0]).not.toBe(policies[1]);
  });

  it('is sent compressed, and so are its style and script, which may be kept for a year', async () => {
    const page = await open();
    expect(page.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    const text = await page.text();
    const addresses = [/href="(\/assets\/pages\/page-\w+\.css)"/, /src="(\/assets\/pages\/page-\w+\.js)"/];
    for (const address of addresses) {
      const asset = await fetch(sample.url + address.exec(text)![1]!, {
        headers: { 'accept-encoding': 'br' },
      });
      expect([asset.status, asset.headers.get('content-encoding')]).toEqual([200, 'br']);
      expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await asset.text()).length).toBeGreaterThan(1_000);
    }
  });
});
