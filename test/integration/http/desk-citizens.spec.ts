import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CitizenOverrides } from '../../builders/citizen.js';
import { aCitizen } from '../../builders/citizen.js';
import { PlainBrowser, type PlainPage } from '../../support/plain-browser.js';
import { Scene } from './agreements-scene.js';

let scene: Scene;
let mette: PlainBrowser;
beforeAll(async () => {
  scene = await Scene.start();
  const url = (await scene.app.getUrl()).replace(/\/$/, '');
  const { municipalityId } = scene;
  mette = await PlainBrowser.of(scene.app, url, { kind: 'staff', municipalityId, staffId: scene.mette.id });
});
afterAll(() => scene.stop());

const moveIn = async (over: CitizenOverrides): Promise<string> => {
  const id = scene.newId();
  await scene.within((unit) =>
    unit.citizens.insert(
      aCitizen({ id, municipalityId: scene.municipalityId, brokerId: scene.mette.id, ...over }),
    ),
  );
  return id;
};

/** All that stands in the selects of the form when it is opened: a plain browser reads inputs only. */
const choices = {
  kanal: 'sms',
  sprog: 'da',
  loeft: '15',
  staa: '2',
  larm: '2',
  mennesker: '2',
  dansk: '5',
  sats: 'none',
};
const jonas = {
  navn: 'Jonas Ny Hansen',
  telefon: '22 22 99 01',
  by: 'Vejle',
  'maal.0.slags': 'lager',
  'maal.0.ord': 'Jeg vil gerne bruge kroppen',
  fra1: '8',
  til1: '16.00',
  ...choices,
};

describe('the list of citizens', () => {
  it('has its views with figures, and what was chosen in the address', async () => {
    const id = await moveIn({ name: 'Åse Ånd', contactLevel: 'close' });
    const page = await mette.open('/kommune/borgere?niveau=close');
    expect(page.status).toBe(200);
    expect(page.html).toContain(`href="/kommune/borgere/${id}"`);
    for (const view of ['Mine', 'Uden forslag i 30 dage', 'Uden mål', 'I job', 'Sagt ja – klar nu'])
      expect(page.text).toContain(view);
    expect((await mette.open('/kommune/borgere?niveau=low')).html).not.toContain(id);
    const { json } = await scene.get('/desk/citizens?view=mine&contactLevel=close');
    expect(json.items.map((item: { id: string }) => item.id)).toContain(id);
  });
});

describe('a citizen is made and corrected', () => {
  const submit = (page: PlainPage, button: string, typed: Record<string, string>): Promise<PlainPage> =>
    mette.press(page, page.path, button, typed);

  it('with a week, goals and limits in words; the number is locked away', async () => {
    const made = await submit(await mette.open('/kommune/borgere/ny'), 'Opret', {
      ...jonas,
      cpr: '010180-1234',
      ja: 'ja',
    });
    expect(made.text).toContain('Borgeren er oprettet.');
    expect(made.heading).toBe('Jonas Ny Hansen');
    expect(made.html).toContain('Jeg vil gerne bruge kroppen');
    const id = /borgere\/([0-9a-f-]{36})/.exec(made.path)![1]!;
    const row = await scene.within((unit) => unit.citizens.find(id));
    expect(row).toMatchObject({
      phone: '+4522229901',
      windows: [{ weekday: 1, from: '08:00', to: '16:00' }],
      jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Jeg vil gerne bruge kroppen' }],
      saidYes: true,
      brokerId: scene.mette.id,
    });
    expect(row!.cprSealed).not.toBeNull();
    const form = await mette.open(`/kommune/borgere/${id}/ret`);
    expect(form.html).not.toMatch(/010180|0101801234/);
    const company = scene.company.id;
    const saved = await submit(form, 'Gem', {
      ...jonas,
      navn: 'Jonas Ny Hansen',
      droem: 'At køre truck',
      bike: '20',
      nejFlere: company,
      praktikFlere: company,
    });
    expect(saved.text).toContain('Oplysningerne er gemt.');
    expect(saved.text).toContain('At køre truck');
    expect(await scene.within((unit) => unit.citizens.find(id))).toMatchObject({
      ruledOutCompanyIds: [company],
      placementUsedCompanyIds: [company],
      reach: { bike: 20 },
      saidYes: true,
    });
  });

  it('keeps what the form has no room for, and says so of a day with one time', async () => {
    const id = await moveIn({
      name: 'Ida To Tider',
      windows: [
        { weekday: 1, from: '08:00', to: '10:00' },
        { weekday: 1, from: '12:00', to: '15:00' },
      ],
    });
    const form = await mette.open(`/kommune/borgere/${id}/ret`);
    expect(form.text).toContain('og kl. 12-15');
    const half = await submit(form, 'Gem', { ...jonas, navn: 'Ida To Tider', til1: '' });
    expect(half.status).toBe(422);
    expect(half.html).toMatch(/id="felt-til1-error"|href="#felt-til1/);
    const saved = await submit(form, 'Gem', { ...jonas, navn: 'Ida To Tider' });
    expect(saved.text).toContain('Oplysningerne er gemt.');
    expect((await scene.within((unit) => unit.citizens.find(id)))!.windows).toEqual([
      { weekday: 1, from: '08:00', to: '16:00' },
      { weekday: 1, from: '12:00', to: '15:00' },
    ]);
  });

  it('is not written over by a page from before a colleague was there', async () => {
    const id = await moveIn({ name: 'Per Prøvesen', phone: '+4522229987' });
    const old = await mette.open(`/kommune/borgere/${id}/ret`);
    await scene.within(async (unit) => {
      const per = (await unit.citizens.lock(id))!;
      await unit.citizens.update({ ...per, phone: '+4522229988' });
    });
    const mine = { ...jonas, navn: 'Per Prøvesen', telefon: '22 22 99 87', droem: 'At køre truck' };
    const stale = await submit(old, 'Gem', mine);
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('En kollega har rettet oplysningerne');
    expect(stale.text).toContain('At køre truck');
    expect((await scene.within((unit) => unit.citizens.find(id)))!.phone).toBe('+4522229988');
    expect((await submit(stale, 'Gem', mine)).text).toContain('Oplysningerne er gemt.');
  });

  it('keeps the place of somebody whose address nobody knows, and asks a new one for a town', async () => {
    const place = { lat: 55.7, lon: 9.5 };
    const id = await moveIn({ name: 'Eva Uden Adresse', address: null, position: place });
    const { by: _, ...rest } = jonas;
    const form = await mette.open(`/kommune/borgere/${id}/ret`);
    const saved = await submit(form, 'Gem', { ...rest, navn: 'Eva Uden Adresse', by: '' });
    expect(saved.text).toContain('Oplysningerne er gemt.');
    const row = await scene.within((unit) => unit.citizens.find(id));
    expect([row!.address, row!.position]).toEqual([null, place]);
    const fresh = await submit(await mette.open('/kommune/borgere/ny'), 'Opret', { ...rest, by: '' });
    expect([fresh.status, fresh.text.includes('Skriv en by.')]).toEqual([422, true]);
  });

  it.each([
    [{ navn: '' }, /Skriv|mangler|Navn/],
    [{ by: 'Atlantis' }, /Byen kendes ikke/],
    [{ helst: '30' }, /ønsket skal ligge mellem/],
    [{ telefon: '' }, /kan ikke nås/],
    [{ sats: 'grundsats' }, /Skriv beløbet/],
    [{ cpr: '310280-1234' }, /CPR/],
  ] as [Record<string, string>, RegExp][])('not with %j: it says so in place', async (wrong, text) => {
    const page = await submit(await mette.open('/kommune/borgere/ny'), 'Opret', { ...jonas, ...wrong });
    expect(page.status).toBe(422);
    expect(page.text).toMatch(text);
    // Everything that was typed stands there still, but the number.
    expect(page.html).toContain('Jeg vil gerne bruge kroppen');
    expect(page.html).not.toContain('310280');
  });

  it('is not there when nobody is', async () => {
    for (const path of ['', '/ret', '/notat', '/notater', '/kontakt', '/talt'])
      expect((await mette.open(`/kommune/borgere/${scene.newId()}${path}`)).status).toBe(404);
  });
});

describe('the page of a citizen', () => {
  it('is for staff, says what comes next, and has what was written down', async () => {
    const id = await moveIn({ name: 'Bent Bak', jobGoals: [], saidYes: false });
    const page = await mette.open(`/kommune/borgere/${id}`);
    expect(page.text).toContain('Der er ikke skrevet et mål endnu');
    expect(page.html).toContain(`href="/kommune/borgere/${id}/ret#maal"`);
    const written = await mette.press(await mette.open(`/kommune/borgere/${id}/notat`), '/notat', 'Gem', {
      formaal: 'Hvordan går det?',
      aftalt: 'Bent ringer fredag',
      foelgOp: '2099-01-05',
    });
    expect(written.text).toContain('opfølgningen står på din liste');
    expect(written.text).toContain('Bent ringer fredag');
    expect(written.text).toContain('Mette skrev et notat: Hvordan går det?');
    const task = written.forms.find(({ action }) => action.includes('/opgaver/'))!;
    const done = await mette.send(task, 'Gjort', { udfald: 'Alt er i orden' });
    expect(done.text).toContain('Opgaven er klaret');
    const refused = await mette.send(task, 'Gjort', { udfald: 'Igen' });
    expect(refused.status).toBe(409);
    const { json } = await scene.get(`/citizens/${id}/notes`);
    expect(json.items).toMatchObject([{ purpose: 'Hvordan går det?', isCorrected: false }]);
  });

  it('a note needs both its lines, and a correction is a new note', async () => {
    const id = await moveIn({ name: 'Lise Lund' });
    const empty = await mette.press(await mette.open(`/kommune/borgere/${id}/notat`), '/notat', 'Gem', {
      formaal: '',
      aftalt: '',
    });
    expect(empty.status).toBe(422);
    const { json: note } = await scene.post(`/citizens/${id}/notes`, { purpose: 'A', agreed: 'Forkert' });
    const form = await mette.open(`/kommune/borgere/${id}/notat?ret=${note.id}`);
    const corrected = await mette.press(form, `/notat?ret=${note.id}`, 'Gem', {
      formaal: 'A',
      aftalt: 'Rigtigt',
    });
    expect(corrected.text).toContain('rettet senere');
    expect(
      (await scene.post(`/citizens/${id}/notes`, { purpose: 'A', agreed: 'B', correctsNoteId: note.id }))
        .status,
    ).toBe(409);
  });

  it('hands over with a reason, and says what a change costs', async () => {
    const id = await moveIn({ name: 'Karin Kjær' });
    const form = await mette.open(`/kommune/borgere/${id}/kontakt`);
    expect(form.text).toContain('22 %');
    const without = await mette.press(form, '/kontakt', 'Skift', { hvem: scene.lene.id });
    expect(without.status).toBe(422);
    const done = await mette.press(form, '/kontakt', 'Skift', { hvem: scene.lene.id, hvorfor: 'leave' });
    expect(done.text).toContain('Borgeren har fået en anden kontakt');
    const again = await scene.post(`/citizens/${id}/broker`, { toStaffId: scene.lene.id, reason: 'leave' });
    expect([again.status, again.json.code]).toEqual([409, 'contact.same-person']);
  });

  it('makes a code to be read aloud, shown on no other page', async () => {
    const id = await moveIn({ name: 'Ole Olsen', phone: '+4522229955' });
    const page = await mette.open(`/kommune/borgere/${id}`);
    const code = await mette.press(page, '/kode', 'Lav en kode');
    const spoken = /\d{3} \d{3}/.exec(code.text)?.[0] ?? '';
    expect(spoken).not.toBe('');
    expect(code.path).not.toContain(spoken.replace(' ', ''));
  });
});

describe('what was said on the phone', () => {
  it('is written down: an offer, and one that is answered already', async () => {
    const offer = await scene.acceptedOffer({
      citizen: { name: 'Amira Karim', phone: '+4522229966' },
      offer: { state: 'sent', acceptedAt: null, bindingAt: null, answers: [] },
    });
    const page = await mette.open(`/kommune/borgere/${offer.citizenId}/talt`);
    expect(page.heading).toBe('Har du talt med Amira?');
    const unsaid = await mette.press(page, offer.id, 'Skriv svaret ind', {});
    expect(unsaid.status).toBe(422);
    const answered = await mette.press(page, offer.id, 'Skriv svaret ind', { svar: 'no', grund: 'hours' });
    expect(answered.text).toContain('Svaret er skrevet ind');
    expect(answered.text).toContain('Mette ringede til Amira og fik et nej tak: timerne passer ikke');
    const stale = await mette.press(page, offer.id, 'Skriv svaret ind', { svar: 'yes' });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain('Ingen spørgsmål venter på svar');
  });

  it('is a signature that somebody gave, and nothing when nobody did', async () => {
    const agreement = await scene.signedAgreement(
      { citizen: { name: 'Tina Bach' } },
      { state: 'draft', signedAt: null },
    );
    const page = await mette.open(`/kommune/borgere/${agreement.citizenId}/talt`);
    expect((await mette.press(page, agreement.id, 'Skriv under', {})).status).toBe(422);
    await scene.within(async (unit) => {
      const draft = (await unit.agreements.lock(agreement.id))!;
      await unit.agreements.update({ ...draft, callAgreement: 'Ring til mig kl. 7' });
    });
    const changed = await mette.press(page, agreement.id, 'Skriv under', { ja: 'ja' });
    expect(changed.status).toBe(409);
    expect(changed.text).toContain('Aftalen er ændret');
    const signed = await mette.press(changed, agreement.id, 'Skriv under', { ja: 'ja' });
    expect(signed.text).toContain('Svaret er skrevet ind');
    const row = await scene.within((unit) => unit.agreements.find(agreement.id));
    expect(row!.signatures).toMatchObject([{ party: 'citizen', onBehalf: true }]);
  });
});

describe('search', () => {
  it('is posted, finds whatever way it is spelled, and is logged', async () => {
    const id = await moveIn({ name: 'Søren Østergaard', phone: '+4522229977' });
    const page = await mette.open('/kommune/soeg');
    const found = await mette.press(page, '/kommune/soeg', 'Søg', { q: 'ostergard soren' });
    // Sealed: *back* leads to the list again, and nobody reads who was searched for.
    expect(found.path).toMatch(/^\/kommune\/soeg\?s=/);
    expect(decodeURIComponent(found.path)).not.toMatch(/ostergard/i);
    expect((await mette.open(found.path)).html).toContain(`href="/kommune/borgere/${id}"`);
    expect((await mette.open(`${found.path.slice(0, -8)}AAAAAAAA`)).html).not.toContain(id);
    expect((await mette.open('/kommune/soeg?s=a&s=b')).status).toBe(200);
    expect(found.html).toContain(`href="/kommune/borgere/${id}"`);
    const nothing = await mette.press(page, '/kommune/soeg', 'Søg', { q: 'qqqqqq' });
    expect(nothing.text).toContain('Intet fundet');
    const { json } = await scene.get('/search?q=22%2022%2099%2077');
    expect(json.items).toEqual([{ kind: 'citizen', id, name: 'Søren Østergaard' }]);
    expect((await scene.get('/search?q=ostergaard', 'otherMunicipality')).json.items).toEqual([]);
    const seen = await scene.within((unit) => unit.accessTo(id, 10, { purpose: 'citizen.search' }));
    expect(seen.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the timeline in the interface', () => {
  it('is of one thing, and goes on where it ended', async () => {
    const { citizenId } = await scene.signedAgreement({ citizen: { name: 'Erik Eriksen' } });
    const whole = await scene.get(`/timeline?citizenId=${citizenId}`);
    expect(whole.json.items[0]).toMatchObject({ citizenId, text: expect.any(String) });
    const first = await scene.get(`/timeline?citizenId=${citizenId}&limit=1`);
    const { nextBefore } = first.json as unknown as { nextBefore: string | null };
    const next = encodeURIComponent(nextBefore ?? new Date().toISOString());
    expect((await scene.get(`/timeline?citizenId=${citizenId}&before=${next}`)).status).toBe(200);
    expect((await scene.get('/timeline')).json.code).toBe('timeline.of-one-thing');
    expect((await scene.get(`/timeline?citizenId=${citizenId}`, 'employer')).status).toBe(403);
  });
});
