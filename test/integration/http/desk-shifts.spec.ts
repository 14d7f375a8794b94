import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, localDateOf, localTimeOf, Temporal, type Shift } from '#domain';
import { weekOf } from '../../../apps/api/src/pages/employer/week/week-of-year.js';
import { PlainBrowser, type PlainPage } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

let scene: Scene;
let mette: PlainBrowser;
let lene: PlainBrowser;
beforeAll(async () => {
  scene = await Scene.start();
  mette = await staffUser(scene.mette.id);
  lene = await staffUser(scene.lene.id);
});
afterAll(() => scene.stop());

async function staffUser(staffId: string): Promise<PlainBrowser> {
  const { municipalityId } = scene;
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  return PlainBrowser.of(scene.app, url, { kind: 'staff', municipalityId, staffId });
}

const today = localDateOf(Temporal.Now.instant());
const of = async (name: string, over: Partial<Shift> & { startsIn?: number; lasts?: number } = {}) =>
  scene.shift({ agreement: await scene.signedAgreement({ citizen: { name } }), ...over });
const stored = async ({ id }: Shift): Promise<Shift> => (await scene.within((unit) => unit.shifts.find(id)))!;
const open = (shift: Shift, query = ''): Promise<PlainPage> =>
  mette.open(`/kommune/vagter/${shift.id}${query}`);
const heard = (act: string, from = 'workplace', how = 'phone') => ({
  [`${act}.fra`]: from,
  [`${act}.hvordan`]: how,
});

describe('the list of shifts', () => {
  it('answers questions, with how many there are of each', async () => {
    const missed = await of('Vera Væksønde', { state: 'missed', startsIn: -300 });
    const silent = await of('Bo Byvang', { state: 'unconfirmed', startsIn: -24 * 60 });
    const page = await mette.open('/kommune/vagter?vis=ikke-set');
    expect([page.status, page.heading]).toEqual([200, 'Vagter']);
    expect(page.html).toContain(`/kommune/vagter/${missed.id}`);
    expect(page.html).not.toContain(`/kommune/vagter/${silent.id}`);
    expect(page.text).toContain('Vera Væksønde');
    const quiet = await mette.open('/kommune/vagter?vis=ubekraeftet');
    expect(quiet.text).toContain('Bo Byvang');
    expect(quiet.text).not.toContain('Vera Væksønde');
    const { json } = await scene.get('/desk/shifts?view=not-seen');
    const counts = (json as unknown as { counts: Record<string, number> }).counts;
    expect(counts).toMatchObject({ notSeen: 1, unconfirmed: 1 });
    expect(page.text).toMatch(/Ikke set 1/);
  });

  it('is narrowed by days, company, small job, citizen and state, and says so in the address', async () => {
    const far = await of('Frida Fjordbo', { startsIn: 60 * 24 * 20 });
    const path = `/kommune/vagter?fra=${far.date}&til=${far.date}&firma=${far.companyId}&status=planned`;
    const page = await mette.open(path);
    expect(page.html).toContain(`/kommune/vagter/${far.id}`);
    expect(page.text).not.toContain('Vera Væksønde');
    const own = await mette.open(`/kommune/vagter?borger=${far.citizenId}`);
    expect(own.html).toContain(`/kommune/vagter/${far.id}`);
    expect(own.html.match(/id="r-/g)).toHaveLength(1);
    const job = await mette.open(`/kommune/vagter?job=${far.smallJobId}&status=cancelled`);
    expect(job.text).toContain('Ingen vagter her.');
  });

  it('is sorted by when they start, and goes on where it ended', async () => {
    for (const day of [40, 41, 42]) await of(`Ordens Prøvesen ${day}`, { startsIn: 60 * 24 * day });
    const from = addDays(today, 39);
    const first = (await scene.get(`/desk/shifts?view=all&from=${from}&limit=2`)).json;
    const rest = (await scene.get(`/desk/shifts?view=all&from=${from}&limit=2&cursor=${first.nextCursor}`))
      .json;
    const dates = [...first.items, ...rest.items].map(({ startsAt }) => startsAt);
    expect(dates).toHaveLength(3);
    expect(dates).toEqual(dates.toSorted());
    expect(rest.nextCursor).toBeNull();
  });

  it('writes down whom somebody was shown, and shows nothing to a company or another municipality', async () => {
    const shift = await of('Lagt Loggesen', { startsIn: 60 * 24 * 30 });
    await mette.open(`/kommune/vagter?borger=${shift.citizenId}`);
    const seen = await scene.within((unit) => unit.accessTo(shift.citizenId, 10));
    expect(seen.map(({ who, purpose }) => [who, purpose])).toContainEqual(['Mette Holm', 'shift.list']);
    expect((await scene.get('/desk/shifts', 'employer')).status).toBe(403);
    expect((await scene.get(`/desk/shifts/${shift.id}`, 'otherMunicipality')).json.code).toBe(
      'shift.not-found',
    );
  });
});

describe('the page of a shift', () => {
  it('tells all that is known of it: evidence with its strength and source, messages, case and journal', async () => {
    const shift = await of('Jonas Jordbær', { startsIn: -30, state: 'unconfirmed' });
    const told = await mette.press(await open(shift), '/ikke-set', '', heard('ikke-set', 'workplace', 'sms'));
    expect(told.text).toContain('Det er skrevet ned: ikke set endnu.');
    expect(told.text).toContain('Trinene er i gang');
    expect(told.text).toContain('Arbejdspladsen siger: er ikke set');
    expect(told.text).toMatch(/vejer mest · på sms, skrevet ned af Mette Holm/);
    expect(told.text).toContain('Se sagen, der er i gang');
    const { evidence, state } = await stored(shift);
    expect([state, evidence.at(-1)]).toEqual([
      'missed',
      expect.objectContaining({ by: 'workplace', how: 'sms', writtenByStaffId: scene.mette.id }),
    ]);
    const journal = /<pre id="journal"[^>]*>([\s\S]*?)<\/pre>/.exec(told.html)?.[1] ?? '';
    expect(journal).toContain('Jonas Jordbær');
    expect(journal).toContain('er ikke set');
  });

  it('says after each tap what it stopped and whom it told, and a second tap changes nothing', async () => {
    const shift = await of('Karla Kirsebær', { startsIn: -30, state: 'unconfirmed' });
    await mette.press(await open(shift), '/ikke-set', '', heard('ikke-set'));
    const here = await mette.press(await open(shift), '/er-her', '', heard('er-her', 'citizen'));
    expect(here.text).toContain('Sagen er lukket, og trinene er stoppet.');
    expect((await stored(shift)).evidence.at(-1)).toMatchObject({
      by: 'citizen',
      how: 'phone',
      says: 'here',
    });
    const once = (await stored(shift)).evidence.length;
    const again = await mette.open(`/kommune/vagter/${shift.id}/er-her`, {
      method: 'POST',
      body: new URLSearchParams({
        ...here.forms.find(({ action }) => action.endsWith('/godt-gaaet'))!.fields,
        ...heard('er-her'),
      }),
    });
    expect(again.status).toBe(200);
    expect((await stored(shift)).evidence).toHaveLength(once);
  });

  it('writes down when somebody came and left, an absence with its cause, and praise', async () => {
    const worked = await of('Tina Tranebær', { startsIn: -300, lasts: 240 });
    const times = {
      'kom-og-gik.kom': localTimeOf(worked.startsAt),
      'kom-og-gik.gik': localTimeOf(worked.endsAt),
    };
    const saved = await mette.press(await open(worked), '/kom-og-gik', '', {
      ...heard('kom-og-gik'),
      ...times,
    });
    expect(saved.text).toContain('Tiderne er gemt.');
    const praised = await mette.press(saved, '/godt-gaaet', '', heard('godt-gaaet'));
    expect(praised.text).toContain('Borgeren får besked.');
    expect((await stored(worked)).wellDoneAt).not.toBeNull();
    const ill = await of('Uffe Udeblå', { startsIn: 60 * 24 });
    const cause = { 'kan-ikke.hvorfor': 'sick', 'kan-ikke.note': 'Ringer i morgen' };
    const absent = await mette.press(await open(ill), '/kan-ikke', '', {
      ...heard('kan-ikke', 'citizen'),
      ...cause,
    });
    expect(absent.text).toMatch(/Der er meldt fra\. .*irmaet får besked\./);
    expect(absent.text).toContain('Syg. Meldt af borgeren.');
    expect((await stored(ill)).absence).toMatchObject({
      cause: 'sick',
      by: 'citizen',
      note: 'Ringer i morgen',
    });
  });

  it('moves and cancels it, and both sides are told', async () => {
    const shift = await of('Mona Mirabel', { startsIn: 60 * 48 });
    const day = addDays(shift.date, 7);
    const moved = await mette.press(await open(shift), '/flyt', '', {
      'flyt.dag': day,
      'flyt.start': '09:00',
      'flyt.slut': '13:00',
    });
    expect(moved.text).toContain('Vagten er flyttet. Borgeren og firmaet får besked.');
    expect(await stored(shift)).toMatchObject({ date: day, start: '09:00', end: '13:00' });
    const off = await mette.press(moved, '/aflys', '', { 'aflys.grund': 'Ingen varer' });
    expect(off.text).toContain('Grunden: Ingen varer');
    expect(off.text).toContain('Der er ikke mere at gøre ved denne vagt.');
  });

  it('keeps what was typed and says in Danish at the field what is wrong', async () => {
    const shift = await of('Fejl Fejlsen', { startsIn: 60 * 48 });
    const page = await open(shift);
    const empty = await mette.press(page, '/aflys', '', { 'aflys.grund': '' });
    expect(empty.status).toBe(422);
    expect(empty.html).toMatch(/<details[^>]*id="handling-aflys" open>/);
    expect(empty.html).toContain('href="#felt-aflys-grund"');
    const past = await mette.press(page, '/flyt', '', {
      'flyt.dag': '2020-01-06',
      'flyt.start': '09:00',
      'flyt.slut': '13:00',
    });
    expect([past.status, past.text]).toEqual([
      422,
      expect.stringContaining('Tiderne passer ikke med vagten.'),
    ]);
    expect(past.html).toContain('value="2020-01-06"');
    expect((await stored(shift)).date).toBe(shift.date);
  });

  it('tells who acts on a page that is old: nothing is done, and the shift is shown as it is', async () => {
    const shift = await of('Gammel Sidesen', { startsIn: 60 * 48 });
    const page = await open(shift);
    await mette.press(await open(shift), '/aflys', '', { 'aflys.grund': 'Lukket' });
    const own = await mette.press(page, '/flyt', '', {
      'flyt.dag': addDays(shift.date, 1),
      'flyt.start': '09:00',
      'flyt.slut': '13:00',
    });
    expect(own.status).toBe(409);
    expect(own.text).toContain('Vagten er ændret, siden du åbnede siden.');
    expect((await stored(shift)).date).toBe(shift.date);
  });

  it('is not there for what is no shift, and for what cannot be done to one', async () => {
    expect((await mette.open(`/kommune/vagter/${scene.newId()}`)).status).toBe(404);
    const shift = await of('Ingen Handling', { startsIn: 60 * 48 });
    const page = await open(shift);
    const form = page.forms.find(({ action }) => action.endsWith('/aflys'))!;
    expect((await mette.send({ ...form, action: `/kommune/vagter/${shift.id}/spis` })).status).toBe(404);
  });
});

describe('what staff write down for others', () => {
  it('is refused when a company speaks for somebody else', async () => {
    const shift = await of('Ord Andens', { startsIn: -10 });
    const said = { heardFrom: 'citizen', how: 'phone' };
    expect((await scene.post(`/shifts/${shift.id}/check-in`, said, 'employer')).status).toBe(403);
    expect((await scene.post(`/shifts/${shift.id}/check-in`, said)).status).toBe(200);
    expect((await stored(shift)).evidence.at(-1)).toMatchObject({ by: 'citizen', how: 'phone' });
  });
});

describe('the week', () => {
  it('has a list for each day with closing days, holidays and who is on duty', async () => {
    const monday = addDays(weekOf(today).from, 70);
    const on = (day: number, name: string, start: string) =>
      scene.signedAgreement({ citizen: { name } }).then((agreement) =>
        scene.shiftOn(0, {
          agreement,
          date: addDays(monday, day),
          start,
          end: '20:00',
          ...instants(addDays(monday, day), start),
        }),
      );
    const morning = await on(1, 'Uge Tidligsen', '08:00');
    const evening = await on(1, 'Uge Sensen', '18:00');
    await scene.within((unit) =>
      unit.closingDays.insert({
        id: scene.newId(),
        municipalityId: scene.municipalityId,
        companyId: scene.company.id,
        from: addDays(monday, 2),
        to: addDays(monday, 2),
        reason: 'Optælling',
        cancelledShiftIds: [],
      }),
    );
    const page = await mette.open(`/kommune/uge?uge=${weekOf(monday).key}`);
    expect(page.status).toBe(200);
    for (const shift of [morning, evening]) expect(page.html).toContain(`/kommune/vagter/${shift.id}"`);
    expect(page.text).toContain('På vagt: Mette');
    expect(page.text).toContain('1 vagt uden vagt');
    expect(page.text).toContain('Lukket: Frugtlageret');
    const { json } = await scene.get(`/desk/week?week=${weekOf(monday).key}&scope=mine`);
    const days = (json as unknown as { days: { date: string; withoutDuty: number; shifts: unknown[] }[] })
      .days;
    expect(days.map(({ shifts }) => shifts.length)).toEqual([0, 2, 0, 0, 0, 0, 0]);
    expect(days[1]!.withoutDuty).toBe(1);
    const others = await lene.open(`/kommune/uge?uge=${weekOf(monday).key}`);
    expect(others.text).toContain('Du svarer ikke for nogen vagter i denne uge.');
    expect((await lene.open(`/kommune/uge?uge=${weekOf(monday).key}&hvis=kommunen`)).text).toContain(
      'Uge Tidligsen',
    );
    expect((await scene.get('/desk/week?week=2026-W60')).status).toBe(400);
  });

  const instants = (date: string, start: string) => {
    const at = (time: string) =>
      Temporal.PlainDate.from(date)
        .toZonedDateTime({ timeZone: 'Europe/Copenhagen', plainTime: time })
        .toInstant();
    return { startsAt: at(start), endsAt: at('20:00') };
  };
});

describe('months to confirm', () => {
  it('are confirmed and corrected for a company, with how it was heard', async () => {
    const agreement = await scene.signedAgreement({ citizen: { name: 'Maj Månedsen' } });
    const right = await scene.shift({ agreement, startsIn: -60 * 30, lasts: 180 });
    const wrong = await scene.shift({ agreement, startsIn: -60 * 26, lasts: 180 });
    const month = right.date.slice(0, 7);
    const list = await mette.open(`/kommune/timer?maaned=${month}`);
    expect(list.text).toContain('Frugtlageret');
    const { json } = await scene.get(`/months-to-confirm?month=${month}`);
    expect(json.items[0]).toMatchObject({ company: 'Frugtlageret', unpaidMinutes: expect.any(Number) });
    const page = await mette.open(`/kommune/timer/${scene.company.id}?maaned=${month}&hvordan=in-person`);
    expect(page.text).toContain('Du skriver ned for Frugtlageret.');
    const done = await mette.press(page, `${right.id}/stemmer`);
    expect(done.text).toContain('Timerne er bekræftet.');
    expect(await stored(right)).toMatchObject({
      confirmedMinutes: 180,
      evidence: [expect.objectContaining({ by: 'workplace', how: 'in-person' })],
    });
    const from = localTimeOf(wrong.startsAt.add({ minutes: 30 }));
    const times = (form: PlainPage['forms'][number]) =>
      Object.fromEntries(
        Object.keys(form.fields)
          .filter((name) => name.startsWith('arrived'))
          .map((name) => [name, from]),
      );
    const form = done.forms.find(({ action }) => action.endsWith(`${wrong.id}/ret`))!;
    const corrected = await mette.send(form, '', times(form));
    expect(corrected.status).toBe(200);
    expect((await stored(wrong)).confirmedMinutes).toBe(150);
    const stale = await mette.press(page, `${wrong.id}/ret`, '', times(form));
    expect(stale.status).toBe(200);
    expect((await stored(wrong)).confirmedMinutes).toBe(150);
    expect((await mette.open(`/kommune/timer/${scene.newId()}`)).status).toBe(404);
  });
});
