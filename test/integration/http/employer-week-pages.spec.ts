import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDateOf, localTimeOf, Temporal, type Agreement, type Shift } from '#domain';
import { Acknowledge } from '#use-cases';
import { weekOf } from '../../../apps/api/src/pages/employer/week/week-of-year.js';
import { rowsOf } from '../../contracts/rows.js';
import { formOf, PlainBrowser, type PlainPage } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

let scene: Scene;
let ali: PlainBrowser;
let fatma: PlainBrowser;
let bo: PlainBrowser;
beforeAll(async () => {
  scene = await Scene.start();
  [ali, fatma, bo] = await Promise.all([
    userOf(scene.company.id, 'Ali Demir', 'ali@frugt.example'),
    userOf(scene.company.id, 'Fatma Demir', 'fatma@frugt.example'),
    otherCompany().then((id) => userOf(id, 'Bo Kaffe', 'bo@kaffe.example')),
  ]);
});
afterAll(() => scene.stop());

const otherCompany = async (): Promise<string> =>
  (await scene.within((unit) => unit.companies.first({ name: 'Kaffebaren' })))!.id;

async function userOf(companyId: string, name: string, email: string): Promise<PlainBrowser> {
  const userId = scene.newId();
  await scene.within(async (unit) =>
    unit.companyUsers.insert({
      id: userId,
      municipalityId: scene.municipalityId,
      companyId,
      name,
      email,
      phone: null,
      active: true,
      createdAt: await unit.now(),
      removedAt: null,
    }),
  );
  const { municipalityId } = scene;
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  return PlainBrowser.of(scene.app, url, { kind: 'company-user', municipalityId, companyId, userId });
}

const signed = (name = 'Jonas Prøvesen'): Promise<Agreement> => scene.signedAgreement({ citizen: { name } });
const now = async (shift: Shift): Promise<Shift> =>
  (await scene.within((unit) => unit.shifts.find(shift.id)))!;
const week = (who = ali): Promise<PlainPage> => who.open('/firma/uge');
/** What the row of a shift says. */
const row = (page: PlainPage, { id }: Shift): string =>
  new RegExp(`id="vagt-${id}"[\\s\\S]*?(?=<li class="shift"|</ul>)`).exec(page.html)?.[0] ?? '';

/** The buttons of a row, in their order; times are one. */
const labels = (page: PlainPage, { id }: Shift): string[] => [
  ...new Set(
    page.forms
      .filter(({ action }) => action.endsWith(id))
      .flatMap(({ buttons }) => buttons.map(({ label }) => label.split(/:| (?=\d)/)[0]!)),
  ),
];

describe('the week', () => {
  it('has a row per shift with the buttons that make sense now', async () => {
    const running = await scene.shift({ startsIn: -10, agreement: await signed() });
    const coming = await scene.shift({ startsIn: 60 * 24 * 30, agreement: await signed('Karla Prøvesen') });
    const page = await week();
    expect(page.status).toBe(200);
    expect(labels(page, running)).toEqual([
      'Er her',
      'kl.',
      'Gem tidspunktet',
      'Ikke set endnu',
      'Godt gået',
    ]);
    expect(row(page, running)).toContain('Kommer senere');
    const later = await ali.open(`/firma/uge?uge=${weekOf(coming.date).key}`);
    expect(row(later, coming)).toContain('Karla');
    expect(later.forms.filter(({ action }) => action.endsWith(coming.id))).toEqual([]);
  });

  it('tells what happened after each tap, and a second tap changes nothing', async () => {
    const shift = await scene.shift({ startsIn: -5, agreement: await signed('Sofus Prøvesen') });
    const page = await week();
    const here = await ali.press(page, shift.id, 'Er her');
    expect([here.status, here.path]).toEqual([
      200,
      `/firma/uge?uge=${weekOf(shift.date).key}#vagt-${shift.id}`,
    ]);
    expect(row(here, shift)).toContain('Sofus er her.');
    const again = await ali.press(page, shift.id, 'Er her');
    expect(row(again, shift)).toContain('Sofus er her.');
    const praised = await ali.press(here, shift.id, 'Godt gået');
    expect(row(praised, shift)).toMatch(/Sofus får jeres »Godt gået« i (dag|morgen)/);
    await ali.press(here, shift.id, 'Godt gået');
    const told = await scene.within((unit) =>
      unit.messages.list({ template: 'well-done', subjectId: shift.id }),
    );
    expect(told).toHaveLength(1);
    expect(told[0]!.data['sender']).toBe('Ali');
  });

  it('Ikke set endnu says at once who has been told, and when that person calls', async () => {
    const shift = await scene.shift({ startsIn: -20, agreement: await signed('Vera Prøvesen') });
    const told = await ali.press(await week(), shift.id, 'Ikke set endnu');
    expect(row(told, shift)).toContain('Mette har fået besked.');
    expect(row(told, shift)).toContain('href="tel:+4520123456"');
    const open = await scene.within((unit) => unit.escalations.first({ shiftId: shift.id }));
    await scene.make(Acknowledge).execute(open!.id, 'call', {
      role: 'consultant',
      municipalityId: scene.municipalityId,
      staffId: scene.mette.id,
      name: 'Mette Holm',
      holder: 'test',
    });
    expect(row(await week(), shift)).toMatch(
      /Mette taler med Vera nu\.[\s\S]*Mette ringer til jer inden kl\. \d/,
    );
    const here = await ali.press(told, shift.id, 'Er her');
    expect(row(here, shift)).toMatch(/Vera (kom kl\.|er her)/);
  });

  it('Kommer senere takes minutes or a time; a time that is over is told beside the field', async () => {
    const shift = await scene.shift({ startsIn: -3, lasts: 300, agreement: await signed('Otto Prøvesen') });
    const page = await week();
    const minutes = await ali.press(page, shift.id, 'kl.');
    expect(row(minutes, shift)).toMatch(/Otto ventes kl\. \d/);
    const longAgo = localTimeOf(shift.startsAt.subtract({ hours: 1 }));
    for (const at of ['', longAgo]) {
      const wrong = await ali.press(page, shift.id, 'Gem', { at });
      expect([wrong.status, wrong.path]).toEqual([422, `/firma/uge/${shift.id}`]);
      expect(wrong.html).toContain('href="#felt-at"');
      expect(row(wrong, shift)).toContain('Vælg et tidspunkt fra nu');
      expect(row(wrong, shift)).toContain(`value="${at}"`);
    }
  });

  it('a button of an old page tells calmly that the shift has changed', async () => {
    const shift = await scene.shift({ startsIn: -5, agreement: await signed('Alba Prøvesen') });
    const old = await week();
    await scene.post(`/shifts/${shift.id}/report-absence`, { cause: 'sick', by: 'citizen' });
    const tapped = await ali.press(old, shift.id, 'Ikke set endnu');
    expect(tapped.status).toBe(409);
    expect(tapped.text).toContain('Vagten er ændret, siden I så den');
    expect(row(tapped, shift)).toContain('Alba kan ikke komme.');
    expect(tapped.text).not.toMatch(/syg|sick/i);
  });

  it('shows two of the same name apart, and nothing of another company', async () => {
    const one = await scene.shift({ startsIn: -5, agreement: await signed('Ib Hansen') });
    const two = await scene.shift({ startsIn: -5, agreement: await signed('Ib Poulsen') });
    const page = await week();
    expect(row(page, one)).toContain('Ib H.');
    expect(row(page, two)).toContain('Ib P.');
    const others = await week(bo);
    expect(others.text).toContain('Ingen vagter i denne uge.');
    const stolen = await bo.send(
      { ...formOf(page, one.id), fields: { ...formOf(others, '/log-ud').fields } },
      'Er her',
    );
    expect(stolen.status).toBe(404);
    expect((await now(one)).state).toBe('planned');
  });

  it.each(['2026-W60', 'nonsense', '1999-W01', '../../x'])('of %p is this week', async (text) => {
    const page = await ali.open(`/firma/uge?uge=${encodeURIComponent(text)}`);
    expect(page.heading).toBe(`Uge ${weekOf(localDateOf(Temporal.Now.instant())).number}`);
  });

  it('speaks English, and needs somebody who is signed in', async () => {
    expect((await ali.open('/firma/uge?sprog=en')).status).toBe(200);
    const url = (await scene.app.getUrl()).replace(/\/$/, '');
    const answer = await fetch(`${url}/firma/uge`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/log-ind?til=%2Ffirma%2Fuge']);
  });
});

describe('the month', () => {
  const past = (agreement: Agreement, date: string, over: Partial<Shift> = {}): Promise<Shift> =>
    scene.shift({
      agreement,
      date,
      start: '08:00',
      end: '12:00',
      startsAt: Temporal.Instant.from(`${date}T08:00:00+02:00`),
      endsAt: Temporal.Instant.from(`${date}T12:00:00+02:00`),
      ...over,
    });
  const open = (month: string, who = ali): Promise<PlainPage> => who.open(`/firma/timer?maaned=${month}`);

  it('is confirmed as a whole, once, by whoever is first', async () => {
    const agreement = await signed('Rosa Prøvesen');
    const shifts = [await past(agreement, '2024-06-03'), await past(agreement, '2024-06-05')];
    const page = await open('2024-06');
    expect(page.heading).toBe('Timer i juni 2024');
    expect(page.text).toContain('2 vagter venter på »Stemmer« eller »Ret«.');
    const done = await ali.press(page, '/2024-06', 'Alle 2 vagter stemmer');
    expect(done.text).toContain('Timerne er bekræftet.');
    expect(done.text).toContain('Alle timer i måneden er bekræftet.');
    expect(done.path).toBe('/firma/timer?maaned=2024-06&besked=stemmer');
    for (const shift of shifts) expect((await now(shift)).confirmedMinutes).toBe(240);
    const again = await ali.press(page, '/2024-06', 'Alle 2 vagter stemmer');
    expect([again.status, again.text.includes('Timerne er bekræftet.')]).toEqual([200, true]);
  });

  it('is corrected row by row; what was typed stays when it is wrong', async () => {
    const agreement = await signed('Viggo Prøvesen');
    const shift = await past(agreement, '2024-05-06');
    const page = await open('2024-05');
    const name = Object.keys(formOf(page, `${shift.id}/ret`).fields).find((key) =>
      key.startsWith('arrived-'),
    )!;
    const suffix = name.slice('arrived'.length);
    const wrong = await ali.press(page, `${shift.id}/ret`, 'Gem', {
      [name]: '11:00',
      [`left${suffix}`]: '10:00',
      [`breakMinutes${suffix}`]: 'en halv time',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(`href="#felt-breakMinutes${suffix}"`);
    expect(wrong.html).toMatch(/<details class="correct" open>/);
    expect(formOf(wrong, `${shift.id}/ret`).fields[`breakMinutes${suffix}`]).toBe('en halv time');
    const right = await ali.press(wrong, `${shift.id}/ret`, 'Gem', {
      [name]: '08:30',
      [`left${suffix}`]: '12:15',
      [`breakMinutes${suffix}`]: '15',
    });
    expect(right.path).toBe(`/firma/timer?maaned=2024-05#vagt-${shift.id}`);
    expect(right.text).toMatch(/3 t\. 30 min\.\s+Bekræftet/);
    expect((await now(shift)).confirmedMinutes).toBe(210);
  });

  it('is not confirmed when it has changed: the shifts are marked', async () => {
    const agreement = await signed('Ebba Prøvesen');
    const shift = await past(agreement, '2024-04-08');
    const other = await past(agreement, '2024-04-10');
    const page = await open('2024-04');
    const said = await fatma.press(await open('2024-04', fatma), `${shift.id}/ikke`, 'Var her ikke');
    expect(said.text).toContain('Det er noteret, at personen ikke var her.');
    const stale = await ali.press(page, '/2024-04', 'Alle 2 vagter stemmer');
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Noget er ændret, siden I så listen.');
    expect(stale.html).toMatch(new RegExp(`id="vagt-${shift.id}"[^>]*class="changed"`));
    expect(stale.html).not.toMatch(new RegExp(`id="vagt-${other.id}"[^>]*class="changed"`));
    expect((await now(other)).confirmedAt).toBeNull();
    expect((await ali.press(stale, '/2024-04', 'Vagten stemmer')).status).toBe(200);
    expect((await now(other)).confirmedMinutes).toBe(240);
  });

  it('keeps paid and unpaid apart, and those who were not there count nothing', async () => {
    const agreement = await signed('Storm Prøvesen');
    await past(agreement, '2024-03-04');
    await past(agreement, '2024-03-05', { paid: false, task: 'Følge med' });
    await past(agreement, '2024-03-06', {
      state: 'absent-reported',
      absence: { cause: 'sick', by: 'citizen', note: 'feber', at: '2024-03-06T06:00:00Z' },
    });
    const page = await open('2024-03');
    expect(page.text).toMatch(
      /Løn[\s\S]*I alt 4 t\.[\s\S]*Uden løn[\s\S]*I alt 4 t\.[\s\S]*Var her ikke\. Tæller ikke med\./,
    );
    expect(page.text).not.toMatch(/feber|syg/i);
  });

  it('is a file for the payroll that no spreadsheet runs', async () => {
    const agreement = await signed('=HYPERLINK("x");Hansen');
    await past(agreement, '2024-02-05');
    const file = await ali.open('/firma/timer/2024-02/fil');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="timer-2024-02.csv"');
    const bytes = new Uint8Array(await rawFile());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = file.html.replace('\uFEFF', '').split('\r\n');
    expect(lines[0]).toBe('Navn;Opgave;Dato;Planlagt fra;Planlagt til;Slags;Timer;Minutter;Status');
    expect(lines[1]).toMatch(
      /^"'=HYPERLINK\(""x""\);Hansen";[^;]+;2024-02-05;08:00;12:00;Løn;4,00;240;Venter på jer$/,
    );
    expect(lines[2]).toBe('');
  });
  const rawFile = async (): Promise<ArrayBuffer> => {
    const url = (await scene.app.getUrl()).replace(/\/$/, '');
    const key = scene.keys.employer;
    return (
      await fetch(`${url}/firma/timer/2024-02/fil`, { headers: { authorization: `Bearer ${key}` } })
    ).arrayBuffer();
  };

  it('teaches when there is nothing, also of another company, and of a month there is none', async () => {
    const page = await open('2024-06', bo);
    expect(page.text).toContain('Ingen vagter i denne måned.');
    expect(page.forms.filter(({ action }) => action.includes('/firma/timer'))).toEqual([]);
    expect((await ali.open('/firma/timer?maaned=2024-13')).status).toBe(200);
    expect((await ali.open('/firma/timer/2024-13/fil')).status).toBe(400);
  });
});

describe('closing days', () => {
  it('say what they mean before they are done, are done once, and can be taken back', async () => {
    const year = Temporal.Now.plainDateISO().year + 1;
    const agreement = await signed('Liva Prøvesen');
    const shift = await scene.shift({
      agreement,
      date: `${year}-09-13`,
      startsAt: Temporal.Instant.from(`${year}-09-13T08:00:00Z`),
      endsAt: Temporal.Instant.from(`${year}-09-13T10:00:00Z`),
    });
    const page = await ali.open('/firma/lukkedage');
    expect(page.text).toContain('Helligdage');
    const sure = await ali.press(page, '/firma/lukkedage/ny', 'Se, hvad det betyder', {
      from: `${year}-09-13`,
      to: `${year}-09-15`,
      reason: 'Optælling',
    });
    expect(sure.heading).toBe('Hold lukket fra den 13. til den 15. september?');
    expect(sure.text).toContain('Én vagt bliver aflyst.');
    expect((await now(shift)).state).toBe('planned');
    const done = await ali.press(sure, '/firma/lukkedage', 'Ja, hold lukket');
    expect(done.text).toContain('I holder lukket.');
    expect([(await now(shift)).state, (await now(shift)).cancelReason]).toEqual(['cancelled', 'Optælling']);
    await fatma.press(await fatma.open(sure.path), '/firma/lukkedage', 'Ja, hold lukket');
    const rows = await scene.within((unit) => unit.closingDays.list({ companyId: scene.company.id }));
    expect(rows.filter(({ reason }) => reason === 'Optælling')).toHaveLength(1);
    const seenByFatma = await fatma.open('/firma/lukkedage');
    const back = await ali.press(done, '/fortryd', 'Fortryd');
    expect(back.text).toContain('I holder ikke lukket alligevel.');
    const again = await fatma.press(seenByFatma, '/fortryd', 'Fortryd');
    expect(again.text).toContain('Lukkedagene var allerede fjernet.');
  });

  it('has a calendar that speaks to the company', async () => {
    const made = await ali.press(await ali.open('/firma/kalender'), '/firma/kalender', 'Lav en adresse');
    expect(made.text).toContain('Jeres adresse');
    expect(made.text).not.toMatch(/\b(?:din|dine)\b (?:adresse|kalender|tider)/i);
  });

  it.each([
    ['no dates', {}, 'Udfyld »Første dag«.'],
    [
      'the wrong way round',
      { from: '2099-02-02', to: '2099-02-01' },
      'Den sidste dag ligger før den første.',
    ],
    ['days that have been', { from: '2020-02-02', to: '2020-02-03' }, 'Den første dag er allerede gået.'],
    ['years', { from: '2098-02-02', to: '2099-12-31' }, 'Det er mere end et år.'],
    ['no day', { from: '2099-02-30', to: 'i morgen' }, 'skal være en dag'],
  ])('refuse %s kindly, and keep what was typed', async (_, typed, words) => {
    const page = await ali.press(await ali.open('/firma/lukkedage'), '/firma/lukkedage/ny', 'Se', typed);
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(formOf(page, '/firma/lukkedage/ny').fields).toMatchObject(typed);
  });
});

describe('colleagues', () => {
  it('are let in and out; the last one stays', async () => {
    const company = await otherCompany();
    const page = await bo.open('/firma/brugere');
    expect(page.text).toContain('Bo Kaffe');
    expect(page.text).toContain('Det er dig');
    const none = await bo.press(page, '/firma/brugere', 'Tilføj', { name: 'Ida Kaffe' });
    expect([none.status, none.text.includes('Skriv en e-mailadresse eller et mobilnummer.')]).toEqual([
      422,
      true,
    ]);
    expect(formOf(none, '/firma/brugere').fields['name']).toBe('Ida Kaffe');
    const added = await bo.press(page, '/firma/brugere', 'Tilføj', {
      name: 'Ida Kaffe',
      email: 'ida@kaffe.example',
    });
    expect(added.text).toContain('Kollegaen kan logge ind nu.');
    const twice = await bo.press(await bo.open('/firma/brugere'), '/firma/brugere', 'Tilføj', {
      name: 'Ida igen',
      email: 'IDA@kaffe.example',
    });
    expect(twice.status).toBe(409);
    const ida = (await scene.within((unit) =>
      unit.companyUsers.first({ companyId: company, email: 'ida@kaffe.example' }),
    ))!;
    const sure = await bo.open(`/firma/brugere/${ida.id}/fjern`);
    expect(sure.heading).toBe('Fjern Ida Kaffe?');
    const removed = await bo.press(sure, '/fjern', 'Ja, fjern');
    expect(removed.text).toContain('Brugeren er fjernet.');
    expect((await bo.press(sure, '/fjern', 'Ja, fjern')).text).toMatch(/fjernet/);
    const users = await scene.within((unit) => unit.companyUsers.list({ companyId: company, active: true }));
    for (const { id } of users.slice(1))
      await bo.press(await bo.open(`/firma/brugere/${id}/fjern`), '/fjern', 'Ja, fjern');
    const left = await scene.within((unit) => unit.companyUsers.list({ companyId: company, active: true }));
    if (left.length === 1) {
      const last = await bo.press(
        await bo.open(`/firma/brugere/${left[0]!.id}/fjern`),
        '/fjern',
        'Ja, fjern',
      );
      expect([last.status, last.text.includes('Du er den eneste bruger.')]).toEqual([409, true]);
    }
  });
});

describe('the overview', () => {
  it('asks who has come only where the row asks too', async () => {
    const workplaceAskedAt = Temporal.Now.instant();
    const asked = { state: 'unconfirmed', workplaceAskedAt } as const;
    const open = await scene.shift({ startsIn: -25, agreement: await signed('Asta Prøvesen'), ...asked });
    const taken = await scene.shift({ startsIn: -25, agreement: await signed('Bodil Prøvesen'), ...asked });
    const snoozedUntil = workplaceAskedAt.add({ minutes: 20 });
    const { escalation } = rowsOf(scene.municipalityId);
    await scene.within((unit) =>
      unit.escalations.insert(escalation(taken, { state: 'snoozed', snoozedUntil })),
    );
    const page = await ali.open('/firma');
    expect(page.text).toContain('Er Asta kommet?');
    expect(row(page, open)).toContain('Er Asta her?');
    expect(row(page, taken)).toContain('Mette tager sig af det nu.');
    expect(page.text).not.toContain('Er Bodil kommet?');
  });

  it('puts first what waits, and teaches a company that has nothing yet', async () => {
    const page = await ali.open('/firma');
    expect(page.heading).toBe('Overblik');
    const empty = await bo.open('/firma').catch(() => undefined);
    expect(empty?.text).toContain('Slå den første opgave op');
  });
});
