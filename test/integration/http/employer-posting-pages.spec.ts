import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signInAs, type SignedIn } from '../../support/sign-in.js';
import type { RunningApp } from './start-app.js';
import { citizenBody, companyBody, inDays, METTE, openOffer, Town, vacancy } from './small-town.js';

let town: Town;
let url: string;
let ali: SignedIn;
let other: SignedIn;
let companyId: string;
beforeAll(async () => {
  town = await Town.start();
  const running = (town as unknown as { running: RunningApp }).running;
  url = running.url;
  const settle = async (): Promise<[string, SignedIn]> => {
    const id = (await town.post(town.keys.consultant, '/companies', companyBody())).json.id;
    const [user] = await town.within((unit) => unit.companyUsers.list({ companyId: id }));
    const { municipalityId } = running;
    const account = { kind: 'company-user', municipalityId, companyId: id, userId: user!.id } as const;
    return [id, await signInAs(running.app, account)];
  };
  [companyId, ali] = await settle();
  [, other] = await settle();
  for (let count = 0; count < 5; count += 1)
    await town.post(town.keys.consultant, '/citizens', citizenBody());
});
afterAll(() => town.stop());

interface Shown {
  status: number;
  location: string;
  html: string;
  /** What is read, on one line. */
  text: string;
}

async function open(path: string, as: SignedIn = ali): Promise<Shown> {
  return shown(await fetch(url + path, { headers: { cookie: as.cookie }, redirect: 'manual' }));
}

let presses = 0;
/** A form as a browser without scripts sends it; every showing has its own mark unless one is given. */
async function press(
  path: string,
  fields: Record<string, string | string[]>,
  { as = ali, once = `press-${(presses += 1)}` }: { as?: SignedIn; once?: string } = {},
): Promise<Shown> {
  const body = new URLSearchParams({ _csrf: as.csrf, _once: once });
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  return shown(
    await fetch(url + path, { method: 'POST', headers: { cookie: as.cookie }, redirect: 'manual', body }),
  );
}

async function shown(response: Response): Promise<Shown> {
  const html = (await response.text()).replaceAll('\u00a0', ' ').replaceAll('&#x3D;', '=');
  const main = html.replace(/[\s\S]*<main/, '<main').replace(/<[^>]+>/g, ' ');
  const text = main
    .replace(/&#x27;/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return { status: response.status, location: response.headers.get('location') ?? '', html, text };
}

const idOf = (path: string): string => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(path)![0];
const begin = async (sentence = 'rydde op på lageret mandag og onsdag kl. 9-12'): Promise<string> =>
  idOf((await press('/firma/opgaver/ny', { sentence })).location);
const answersOf = async (draftId: string) =>
  (await town.get(town.keys.consultant, `/posting-drafts/${draftId}`)).json as unknown as {
    answers: Record<string, unknown>;
    version: number;
  };

const week = { days: ['1', '3'], start: '09:00', end: '12:00', flexibility: '0', breakMinutes: '0' };
const place = { lift: '5', standing: '1', noise: '1', people: '0', danish: '1' };
const pay = { wage: '170', agreement: 'den', startDate: inDays(14), positions: '1', grow: '0' };
const people = { hostName: 'Ali Demir', hostPhone: '75 12 34 56', contact: METTE };

/** A draft with every step answered. */
async function whole(): Promise<string> {
  const id = await begin();
  for (const [step, fields] of Object.entries({ uge: week, sted: place, loen: pay, kontakt: people })) {
    const { status, text } = await press(`/firma/opgaver/ny/${id}/${step}`, fields);
    if (status !== 303) throw new Error(`${step}: ${text}`);
  }
  return id;
}

describe('posting without a script', () => {
  it('begins with a line and says what was understood and what is proposed', async () => {
    const begun = await press('/firma/opgaver/ny', {
      sentence: 'vi skal have ryddet op på lageret hver morgen',
    });
    expect([begun.status, begun.location]).toEqual([303, expect.stringMatching(/\/uge$/)]);
    const { text, html } = await open(begun.location);
    expect(text).toContain('Opgaven: Rydde op på lageret (Oprydning)');
    expect(text).toContain('Vores forslag, fordi du skrev »hver morgen«');
    expect(html).toMatch(/value="08:00" selected/);
    expect(text).toContain('Med det, du har valgt:');
  });

  it('begins with one tap, and asks for words when the kind is something else', async () => {
    expect((await press('/firma/opgaver/ny', { slags: 'lager' })).location).toMatch(/\/uge$/);
    expect((await press('/firma/opgaver/ny', { slags: 'andet' })).location).toMatch(/\/opgave$/);
    const nothing = await press('/firma/opgaver/ny', { sentence: '' });
    expect([nothing.status, nothing.text]).toEqual([422, expect.stringContaining('Skriv en linje')]);
  });

  it('goes through five steps to a task that is out', async () => {
    const id = await whole();
    const preview = await open(`/firma/opgaver/ny/${id}/vis`);
    expect(preview.text).toContain('Mandag og onsdag kl. 9-12 · 6 timer om ugen');
    expect(preview.text).toContain('Mette Holm, 20 12 34 56, er jeres kontakt hos kommunen');
    const published = await press(`/firma/opgaver/ny/${id}/vis`, {});
    expect([published.status, published.location]).toEqual([303, expect.stringMatching(/\/nu$/)]);
    const now = await open(published.location);
    expect(now.text).toContain('Mette ser, hvem opgaven passer til.');
    const smallJobId = idOf(published.location);
    const { json } = await town.get(town.keys.consultant, `/small-jobs/${smallJobId}`);
    expect(json).toMatchObject({
      status: 'open',
      companyId,
      hourlyWageOre: 17_000,
      collectiveAgreement: 'Serviceoverenskomsten (DI og 3F)',
      fixedContactId: METTE,
      companyContact: { name: 'Ali Demir', phone: '+4575123456' },
    });
  });

  it('takes Monday to Friday in one tap, and times of its own for one day', async () => {
    const id = await begin('feje');
    const fields = { ...week, days: ['hverdage'], start5: '10:00', end5: '11:00' };
    await press(`/firma/opgaver/ny/${id}/uge`, fields);
    const shifts = (await answersOf(id)).answers['weeklyShifts'] as { weekday: number; start: string }[];
    expect(shifts.map(({ weekday, start }) => [weekday, start])).toEqual([
      [1, '09:00'],
      [2, '09:00'],
      [3, '09:00'],
      [4, '09:00'],
      [5, '10:00'],
    ]);
    expect((await open(`/firma/opgaver/ny/${id}/uge`)).html).toContain('<details class="fold" open>');
  });

  it('speaks English when asked to', async () => {
    const id = await begin('tidy the warehouse every morning');
    const { text } = await open(`/firma/opgaver/ny/${id}/uge?sprog=en`);
    expect(text).toContain('When?');
    expect(text).toContain('Our proposal, because you wrote “every morning”');
    expect(text).toContain('With what you have chosen:');
  });
});

describe('wrong input', () => {
  it.each([
    ['uge', { ...week, days: [] }, 'Udfyld »Hvilke dage?«.'],
    ['uge', { ...week, start: '' }, 'Udfyld »Fra kl.«.'],
    ['uge', { ...week, start: '12:00', end: '09:00' }, 'En vagt slutter, før den begynder.'],
    ['uge', { ...week, days: ['hverdage'], end: '14:00' }, 'Et småjob er under 20 timer om ugen.'],
    ['sted', { ...place, lift: '' }, 'Udfyld »Hvad skal løftes?«.'],
    [
      'sted',
      { ...place, street: 'Havnegade 1', postcode: '71', town: 'Vejle' },
      '»Postnummer« skal være fire cifre.',
    ],
    ['loen', { ...pay, wage: 'meget' }, '»Løn i timen« skal være et beløb som 158,45.'],
    ['loen', { ...pay, startDate: '2020-01-01' }, 'Den første dag er allerede gået.'],
    ['loen', { ...pay, endDate: inDays(13) }, 'Slutdatoen ligger før startdatoen.'],
    ['loen', { ...pay, agreement: 'anden' }, 'Udfyld »Hvilken?«.'],
    ['kontakt', { ...people, hostPhone: '12' }, '»Telefon« skal være et telefonnummer'],
    ['kontakt', { ...people, contact: '' }, 'Uden en fast person kan opgaven ikke slås op.'],
  ])('in %s is said beside the field, and everything typed stays', async (step, fields, words) => {
    const id = await begin('feje');
    const { status, text, html } = await press(`/firma/opgaver/ny/${id}/${step}`, fields);
    expect(status).toBe(422);
    expect(text).toContain(words);
    expect(html).toContain('id="fejl"');
    const typed = 'hostName' in fields ? fields.hostName : 'positions' in fields ? fields.wage : '';
    if (typed) expect(html).toContain(`value="${typed}"`);
  });

  it('of one day stands at that day, in a draft and in a task', async () => {
    const fields = { ...week, start3: '14:00', end3: '13:00' };
    const id = await begin('feje');
    const wrong = await press(`/firma/opgaver/ny/${id}/uge`, fields);
    expect([wrong.status, wrong.html.includes('href="#felt-end3-1"')]).toEqual([422, true]);
    const task = idOf((await press(`/firma/opgaver/ny/${await whole()}/vis`, {})).location);
    const again = await press(`/firma/opgaver/${task}/ret/uge`, fields);
    expect([again.status, again.html.includes('href="#felt-end3-1"')]).toEqual([422, true]);
    const past = await press(`/firma/opgaver/${task}/ret/loen`, { ...pay, startDate: inDays(-3) });
    expect([past.status, past.html.includes('href="#felt-startDate"')]).toEqual([422, true]);
  });

  it('of an address leads nowhere', async () => {
    const id = await begin();
    for (const path of [
      '/firma/opgaver/ny/x/uge',
      `/firma/opgaver/ny/${id}/hvadsomhelst`,
      '/firma/opgaver/x',
    ])
      expect((await open(path)).status).toBe(404);
  });
});

describe('leaving and coming back', () => {
  it('saves whatever is there, also half a week, and goes on where it was left', async () => {
    const id = await begin('feje');
    const saved = await press(`/firma/opgaver/ny/${id}/uge`, {
      days: ['2'],
      start: '08:00',
      end: '',
      gem: 'senere',
    });
    expect(saved.location).toBe(`/firma/opgaver/ny/${id}/gemt`);
    expect((await open(saved.location)).text).toContain('Kladden er gemt');
    expect((await open(`/firma/opgaver/ny/${id}/uge`)).text).not.toContain('Det har vi forstået');
    const html = (await open(`/firma/opgaver/ny/${id}/uge`)).html;
    expect(html).toMatch(/value="2" checked/);
    expect(html).toMatch(/value="08:00" selected/);
    expect((await open(`/firma/opgaver/ny/${id}`)).location).toBe(`/firma/opgaver/ny/${id}/uge`);
    expect((await open('/firma/opgaver')).text).toContain('Feje');
  });

  it('sends a link by mail', async () => {
    const id = await begin('feje');
    const sent = await press(`/firma/opgaver/ny/${id}/mail`, {});
    expect(sent.location).toBe(`/firma/opgaver/ny/${id}/gemt?besked=link-sendt`);
    expect((await open(sent.location)).text).toContain('Linket er sendt.');
  });

  it('tells the second of two windows that the newer wins', async () => {
    const id = await begin();
    const { version } = await answersOf(id);
    await press(`/firma/opgaver/ny/${id}/uge`, { ...week, version: String(version) });
    const late = await press(`/firma/opgaver/ny/${id}/uge`, {
      ...week,
      start: '10:00',
      version: String(version),
    });
    expect(late.location).toBe(`/firma/opgaver/ny/${id}/sted?besked=nyere`);
    expect((await open(late.location)).text).toContain('Det, du lige har skrevet, gælder.');
    const shifts = (await answersOf(id)).answers['weeklyShifts'] as { start: string }[];
    expect(shifts[0]!.start).toBe('10:00');
  });

  it('deletes a draft once, however often it is pressed', async () => {
    const id = await begin('feje');
    for (const _ of [1, 2]) {
      const gone = await press(`/firma/opgaver/ny/${id}/slet`, {});
      expect(gone.location).toBe('/firma/opgaver?besked=slettet');
    }
    expect((await open(`/firma/opgaver/ny/${id}/uge`)).status).toBe(404);
  });

  it('makes one task of a double press, and leads an old window to it', async () => {
    const id = await whole();
    const before = (await town.get(town.keys.consultant, '/small-jobs?limit=500')).json.items.length;
    const both = await Promise.all(
      [1, 2].map(() => press(`/firma/opgaver/ny/${id}/vis`, {}, { once: 'same' })),
    );
    const again = await press(`/firma/opgaver/ny/${id}/vis`, {});
    expect(new Set([...both, again].map(({ location }) => location)).size).toBe(1);
    expect((await town.get(town.keys.consultant, '/small-jobs?limit=500')).json.items).toHaveLength(
      before + 1,
    );
    const task = `/firma/opgaver/${idOf(again.location.replace(id, ''))}?besked=allerede`;
    expect((await open(`/firma/opgaver/ny/${id}/uge`)).location).toBe(task);
    expect((await press(`/firma/opgaver/ny/${id}/uge`, week)).location).toBe(task);
    expect((await open(task)).text).toContain('Opgaven er allerede slået op.');
  });

  it('begins one draft of a double press', async () => {
    const fields = { sentence: 'pudse vinduer torsdag' };
    const both = await Promise.all(
      [1, 2].map(() => press('/firma/opgaver/ny', fields, { once: 'one-draft' })),
    );
    expect(new Set(both.map(({ location }) => location)).size).toBe(1);
  });
});

describe('what is missing', () => {
  it('stands in the preview with a link to each, and publishing says it on top', async () => {
    const id = await begin();
    await press(`/firma/opgaver/ny/${id}/kontakt`, { ...people, contact: '', gem: 'senere' });
    const preview = await open(`/firma/opgaver/ny/${id}/vis`);
    expect(preview.html).toContain(`href="/firma/opgaver/ny/${id}/kontakt?fra=vis"`);
    expect(preview.text).toContain('Vælg, hvem I vil ringe til hos kommunen.');
    const refused = await press(`/firma/opgaver/ny/${id}/vis`, {});
    expect([refused.status, refused.html.includes('id="fejl"')]).toEqual([422, true]);
    expect(refused.text).toContain('Løn og start');
  });

  it('leads back to the preview from a step that was opened there', async () => {
    const id = await whole();
    const { location } = await press(`/firma/opgaver/ny/${id}/loen?fra=vis`, { ...pay, wage: '180' });
    expect(location).toBe(`/firma/opgaver/ny/${id}/vis`);
  });
});

describe('beside the fields', () => {
  it('the hint follows what is typed, and gives no number', async () => {
    const id = await begin();
    const live = (fields: Record<string, string | string[]>) =>
      press(`/firma/opgaver/ny/${id}/uge/passer`, fields);
    const fits = await live({ ...week, days: ['1', '3', '5'] });
    expect(fits.html).toContain('<strong>flere</strong>');
    const early = await live({ ...week, days: ['1', '3', '5'], start: '05:00', end: '08:00' });
    expect(early.html).toContain('<strong>ingen endnu</strong>');
    expect(early.text).toMatch(
      /Starter I kl\. 7 i stedet for 5 ?: ?flere|Må starten være op til to timer senere ?: ?flere/,
    );
    const backwards = await live({ ...week, days: ['1'], start: '14:00', end: '13:00' });
    expect(backwards.text).toContain('6 timer om ugen');
    expect(early.html).not.toContain('<html');
    expect((await answersOf(id)).answers['weeklyShifts']).toHaveLength(2);
  });

  it('the pay is compared with the agreement, and stops nobody', async () => {
    const id = await begin();
    await press(`/firma/opgaver/ny/${id}/uge`, week);
    const first = await open(`/firma/opgaver/ny/${id}/loen`);
    expect(first.html).toContain('value="167,50"');
    expect(first.text).toContain(
      'Mindst 167,50 kr. i timen efter Serviceoverenskomsten (DI og 3F), fra den 15. marts 2026.',
    );
    const low = await press(`/firma/opgaver/ny/${id}/loen/passer`, { ...pay, wage: '150' });
    expect(low.text).toContain('Overenskomstens mindsteløn er 167,50 kr. i timen. I kan godt gå videre.');
    expect(low.text).toMatch(/Ca\. 1\.\d{3} kr\. om ugen/);
    expect((await press(`/firma/opgaver/ny/${id}/loen`, { ...pay, wage: '150' })).status).toBe(303);
  });
});

describe('a posted task', () => {
  const post = async (): Promise<string> => {
    const id = await whole();
    return `/firma/opgaver/${idOf((await press(`/firma/opgaver/ny/${id}/vis`, {})).location)}`;
  };

  it('is paused, taken up again, copied and closed with a reason', async () => {
    const task = await post();
    expect((await press(`${task}/pause`, {})).location).toBe(`${task}?besked=pause`);
    expect((await open(task)).text).toContain('På pause');
    const twice = await press(`${task}/pause`, {});
    expect([twice.status, twice.text]).toEqual([409, expect.stringContaining('et andet sted i forløbet')]);
    await press(`${task}/genoptag`, {});
    expect((await press(`${task}/kopi`, {})).location).toMatch(/^\/firma\/opgaver\/ny\/.*\/uge$/);
    const why = await press(`${task}/luk`, {});
    expect([why.status, why.text]).toEqual([422, expect.stringContaining('Udfyld »Hvorfor lukker I?«.')]);
    await press(`${task}/luk`, { reason: 'gone', note: 'Vi har bygget om' });
    expect((await open(task)).text).toContain('Grunden: Opgaven er der ikke mere. Vi har bygget om');
    expect((await open(`${task}/ret/uge`)).location).toBe(task);
  });

  it('is corrected part by part', async () => {
    const task = await post();
    const saved = await press(`${task}/ret/loen`, { ...pay, wage: '181,50', positions: '2' });
    expect(saved.location).toBe(`${task}?besked=rettet`);
    const { text } = await open(task);
    expect(text).toContain('181,50 kr. i timen');
    expect(text).toContain('0 af 2 pladser er taget');
    const wrong = await press(`${task}/ret/uge`, { ...week, days: [] });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Udfyld »Hvilke dage?«.')]);
  });

  it('holds what an open offer promised', async () => {
    const place = await vacancy(town);
    await openOffer(town, place);
    const [user] = await town.within((unit) => unit.companyUsers.list({ companyId: place.companyId }));
    const { app, municipalityId } = (town as unknown as { running: RunningApp }).running;
    const account = {
      kind: 'company-user',
      municipalityId,
      companyId: place.companyId,
      userId: user!.id,
    } as const;
    const as = await signInAs(app, account);
    const { status, text } = await press(
      `/firma/opgaver/${place.smallJobId}/ret/uge`,
      { ...week, days: ['2'] },
      { as },
    );
    expect([status, text]).toEqual([409, expect.stringContaining('En person har fået jobbet tilbudt')]);
  });

  it('is another company’s secret, and so is its draft', async () => {
    const task = await post();
    const draft = await begin();
    for (const path of [
      task,
      `${task}/nu`,
      `${task}/ret/uge`,
      `/firma/opgaver/ny/${draft}/uge`,
      `/firma/opgaver/ny/${draft}/vis`,
    ])
      expect([path, (await open(path, other)).status]).toEqual([path, 404]);
    for (const path of [
      `${task}/pause`,
      `${task}/kopi`,
      `/firma/opgaver/ny/${draft}/vis`,
      `/firma/opgaver/ny/${draft}/mail`,
    ])
      expect([path, (await press(path, {}, { as: other })).status]).toEqual([path, 404]);
    expect((await press(`${task}/ret/uge`, week, { as: other })).status).toBe(404);
    expect((await press(`/firma/opgaver/ny/${draft}/uge`, week, { as: other })).status).toBe(404);
  });
});

it('a company without tasks is taught what one can be', async () => {
  const { text } = await open('/firma/opgaver', other);
  expect(text).toContain('I har ingen opgaver endnu');
  expect(text).toContain('at tømme kasser, så trucken kan køre');
});
