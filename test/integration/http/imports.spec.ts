import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import { RunImport, Transactor, type UseCaseClass } from '#use-cases';
import { AppModule } from '../../../apps/api/src/app.module.js';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import { METTE, VEJLE } from './seed-keys.js';
import { startApp, type RunningApp } from './start-app.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEADINGS = 'CVR;Firma;Adresse;Postnr.;By;Kontaktperson;Telefon';
const rowOf = (cvr: string, phone = '20 00 00 00') =>
  `${cvr};Frugtlager Ærø;Havnen 1;7100;Vejle;Ali Demir;${phone}`;

let product: RunningApp;
let mette: SignedIn;
let lastCvr = 50_000_000;
const nextCvr = () => String(++lastCvr);
beforeAll(async () => {
  product = await startApp((config) => AppModule.with(config));
  mette = await signInAs(product.app, { kind: 'staff', municipalityId: VEJLE, staffId: METTE });
});
afterAll(() => product.stop());

/** What the worker does when the job is due. */
const work = (importId: string) => made(RunImport).execute(VEJLE, importId);
function made<T extends UseCaseClass>(useCase: T): InstanceType<T> {
  const needs = useCase.needs.map((need) => ('needs' in need ? made(need as never) : product.app.get(need)));
  return new useCase(...(needs as never[])) as InstanceType<T>;
}

const send = async (path: string, body: FormData | URLSearchParams, who: SignedIn = mette) => {
  const response = await fetch(`${product.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: who.cookie },
    body,
  });
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() };
};
const open = async (path: string) => {
  const response = await fetch(`${product.url}${path}`, { headers: { cookie: mette.cookie } });
  return { status: response.status, headers: response.headers, html: await response.text() };
};
interface Form {
  bytes?: Uint8Array | string;
  kind?: string;
  token?: string;
  once?: string;
  name?: string;
}
function form({
  bytes = `${HEADINGS}\n${rowOf(nextCvr())}`,
  kind = 'companies',
  token,
  once,
  name,
}: Form = {}) {
  const data = new FormData();
  if (token !== '') data.set('_csrf', token ?? mette.csrf);
  if (once) data.set('_once', once);
  data.set('slags', kind);
  data.set('fil', new Blob([bytes]), name ?? 'firmaer.csv');
  return data;
}
const upload = async (bytes: string): Promise<string> => {
  const { to } = await send('/kommune/indlaes', form({ bytes }));
  return /[0-9a-f-]{36}/.exec(to)![0];
};
const put = async (path: string, raw: Uint8Array | string, type: string, key = product.keys.integration) =>
  product.call(`/api/v1${path}`, { method: 'POST', key, raw, headers: { 'content-type': type } });
const companies = (cvr: string) =>
  product.app.get(Transactor).inMunicipality(VEJLE, (unit) => unit.companies.list({ cvr }));

describe('a file in a form', () => {
  it('leads to what stands in it, and nothing is stored where it belongs before it is loaded', async () => {
    const cvr = nextCvr();
    const { status, to } = await send('/kommune/indlaes', form({ bytes: `${HEADINGS}\n${rowOf(cvr)}` }));
    expect([status, to]).toEqual([303, expect.stringMatching(/^\/kommune\/indlaes\/[0-9a-f-]{36}$/)]);
    const { html } = await open(to);
    expect(html).toContain('Frugtlager Ærø');
    expect(html).toContain('Indlæs 1 række');
    expect(await companies(cvr)).toEqual([]);
  });

  it('in the bytes of Danish Excel keeps its letters', async () => {
    const bytes = Buffer.from(`${HEADINGS}\r\n${rowOf(nextCvr())}\r\n`, 'latin1');
    const { to } = await send('/kommune/indlaes', form({ bytes }));
    expect((await open(to)).html).toContain('Frugtlager Ærø');
  });

  it.each<[string, Form, number, string]>([
    ['without a token', { token: '' }, 403, ''],
    ['with somebody else’s token', { token: 'x'.repeat(60) }, 403, ''],
    [
      'of another type, whatever it is called',
      { bytes: '%PDF-1.7', name: 'liste.csv' },
      422,
      'hverken CSV eller',
    ],
    ['that is too large', { bytes: `${HEADINGS}\n${'x'.repeat(5 * 1024 * 1024)}` }, 422, 'Filen er for stor'],
    ['with headings alone', { bytes: HEADINGS }, 422, 'ingen rækker i filen'],
    ['with too many rows', { bytes: `Navn\n${'Bo\n'.repeat(5_001)}` }, 422, 'for mange rækker'],
    ['of no kind', { kind: 'noget' }, 422, 'Hvad står der i filen?'],
  ])('%s is refused in place', async (_what, wrong, status, words) => {
    const answer = await send('/kommune/indlaes', form(wrong));
    expect(answer.status).toBe(status);
    expect(answer.html).toContain(words);
  });

  it('is missed when there is none', async () => {
    const data = form();
    data.delete('fil');
    const answer = await send('/kommune/indlaes', data);
    expect([answer.status, answer.html.includes('Vælg en fil')]).toEqual([422, true]);
    const plain = await send(
      '/kommune/indlaes',
      new URLSearchParams({ _csrf: mette.csrf, slags: 'companies' }),
    );
    expect(plain.status).toBe(422);
  });

  it('sent twice at once is one file, and another file with the same mark is another', async () => {
    const once = 'a'.repeat(22);
    const bytes = `${HEADINGS}\n${rowOf(nextCvr())}`;
    const both = await Promise.all([1, 2].map(() => send('/kommune/indlaes', form({ bytes, once }))));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(both[0]!.to).toBe(both[1]!.to);
    expect((await send('/kommune/indlaes', form({ once }))).to).not.toBe(both[0]!.to);
  });

  it('is taken at one address only, and in a form that is read to its end', async () => {
    for (const path of ['/kommune/noegler/ny', '/api/v1/companies'])
      expect((await send(path, form())).status).toBe(415);
    const two = form();
    two.append('fil', new Blob(['x']), 'to.csv');
    expect((await send('/kommune/indlaes', two)).status).toBe(413);
  });
});

describe('a file that was looked through', () => {
  it('has a cell corrected in place, is loaded by the worker, and says what became of it', async () => {
    const [first, second] = [nextCvr(), nextCvr()];
    const id = await upload([HEADINGS, rowOf(first), rowOf(second, '123')].join('\n'));
    const path = `/kommune/indlaes/${id}`;
    const { html } = await open(`${path}?vis=fejl`);
    expect(html).toContain('Er ikke et telefonnummer');
    const [, action, name] = /action="([^"]+\/raekker\/[^"]+)"[^]*?name="(c\d+)"/.exec(html)!;
    const corrected = await send(action!, new URLSearchParams({ _csrf: mette.csrf, [name!]: '20000001' }));
    expect(corrected.status).toBe(303);
    expect((await open(path)).html).toContain('Indlæs 2 rækker');
    const load = () => send(`${path}/indlaes`, new URLSearchParams({ _csrf: mette.csrf }));
    expect((await Promise.all([load(), load()])).map(({ status }) => status)).toEqual([303, 303]);
    expect((await open(path)).html).toContain('0 af 2 rækker');
    await Promise.all([work(id), work(id)]);
    expect((await open(path)).html).toContain('2 oprettet');
    expect([await companies(first), await companies(second)].map((rows) => rows.length)).toEqual([1, 1]);
  });

  it('gives the wrong rows as a file with the reason', async () => {
    const id = await upload([HEADINGS, rowOf('1234')].join('\n'));
    const { headers, html } = await open(`/kommune/indlaes/${id}/fejl.csv`);
    expect(headers.get('content-disposition')).toContain('skal-rettes.csv');
    expect(html).toContain('CVR-nr.: Er ikke et CVR-nummer.');
  });

  it('is told what its columns are', async () => {
    const id = await upload([HEADINGS.replace('Firma', 'Hedder'), rowOf(nextCvr())].join('\n'));
    const path = `/kommune/indlaes/${id}`;
    expect((await open(path)).html).toContain('Alle rækker skal have: Firma');
    const fields = ['cvr', 'name', 'street', 'postcode', 'town', 'contactName', 'contactPhone'];
    const columns = Object.fromEntries(fields.map((field, at) => [`k${at}`, field]));
    const { status } = await send(`${path}/kolonner`, new URLSearchParams({ _csrf: mette.csrf, ...columns }));
    expect(status).toBe(303);
    expect((await open(path)).html).toContain('Indlæs 1 række');
    const twice = { ...columns, k2: 'name' };
    const refused = await send(`${path}/kolonner`, new URLSearchParams({ _csrf: mette.csrf, ...twice }));
    expect([refused.status, refused.html.includes('valgt to gange')]).toEqual([422, true]);
  });

  it('is thrown away', async () => {
    const id = await upload([HEADINGS, rowOf(nextCvr())].join('\n'));
    const { to } = await send(`/kommune/indlaes/${id}/smid-ud`, new URLSearchParams({ _csrf: mette.csrf }));
    expect(to).toContain('smidt-ud');
    expect((await open(`/kommune/indlaes/${id}`)).status).toBe(404);
  });
});

describe('the templates', () => {
  it.each(['citizens', 'companies', 'small-jobs'])('of %s can be sent back as they are', async (kind) => {
    for (const format of ['csv', 'xlsx']) {
      const file = await fetch(`${product.url}/kommune/indlaes/skabelon/${kind}.${format}`, {
        headers: { cookie: mette.cookie },
      });
      expect(file.status).toBe(200);
      const { to } = await send(
        '/kommune/indlaes',
        form({ bytes: Buffer.from(await file.arrayBuffer()), kind }),
      );
      const { html } = await open(to);
      expect(html).not.toContain('Kendes ikke og bliver ikke brugt');
      expect(html).not.toContain('Der mangler en kolonne');
    }
    expect((await open('/kommune/indlaes/skabelon/andet.csv')).status).toBe(404);
  });
});

describe('a file over the interface', () => {
  it('is a dry run, is corrected, and is loaded', async () => {
    const cvr = nextCvr();
    const posted = await put('/imports?kind=companies', `${HEADINGS}\n${rowOf(cvr, '123')}`, 'text/csv');
    expect(posted.status).toBe(201);
    const file = posted.json as never as { id: string; items: { id: string; faults: { field: string }[] }[] };
    expect(file.items[0]!.faults).toEqual([
      expect.objectContaining({ field: 'contactPhone', code: 'phone' }),
    ]);
    const row = await product.call(`/api/v1/imports/${file.id}/rows/${file.items[0]!.id}`, {
      method: 'PUT',
      key: product.keys.integration,
      body: { cells: [{ column: 6, text: '20000002' }] },
    });
    expect(row.json).toMatchObject({ outcome: 'new', faults: [] });
    const load = { method: 'POST', key: product.keys.integration, body: {} };
    expect((await product.call(`/api/v1/imports/${file.id}/load`, load)).json).toMatchObject({
      state: 'running',
    });
    await work(file.id);
    const { json } = await product.call(`/api/v1/imports/${file.id}`, { key: product.keys.integration });
    expect(json).toMatchObject({ state: 'done', tally: { created: 1 } });
    expect(await companies(cvr)).toHaveLength(1);
  });

  it('may be XLSX, and the same key with the same file is the same import', async () => {
    const cells = [HEADINGS, rowOf(nextCvr())].map((line) =>
      line.split(';').map((value) => ({ value, type: String })),
    );
    const bytes = await writeExcelFile(cells).toBuffer();
    const headers = { 'content-type': XLSX, 'idempotency-key': 'fil-1' };
    const post = (raw: Uint8Array) =>
      product.call('/api/v1/imports?kind=companies', {
        method: 'POST',
        key: product.keys.integration,
        raw,
        headers,
      });
    const [first, second] = [await post(bytes), await post(bytes)];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.json).toEqual(first.json);
    const other = await post(Buffer.from('x'));
    expect([other.status, other.json.code]).toEqual([422, 'idempotency.key-reused']);
  });

  it.each([
    ['JSON', '{}', 'application/json', 415],
    ['a form', 'a=b', 'application/x-www-form-urlencoded', 415],
    ['text that is none', Buffer.from([1, 0, 2]), 'text/csv', 422],
    ['what is too large', 'x'.repeat(5 * 1024 * 1024 + 1), 'text/csv', 413],
  ])('is not %s', async (_what, raw, type, status) => {
    expect((await put('/imports?kind=companies', raw, type)).status).toBe(status);
  });

  it('is not for companies, and not for another municipality', async () => {
    const { status } = await put('/imports?kind=companies', HEADINGS, 'text/csv', product.keys.employer);
    expect(status).toBe(403);
    const posted = await put('/imports?kind=companies', `${HEADINGS}\n${rowOf(nextCvr())}`, 'text/csv');
    const { id } = posted.json as never as { id: string };
    const other = await product.call(`/api/v1/imports/${id}`, { key: product.keys.otherMunicipality });
    expect(other.status).toBe(404);
  });

  it('is taken nowhere else', async () => {
    expect((await put('/companies', HEADINGS, 'text/csv', product.keys.consultant)).status).toBe(415);
  });
});
