import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExpireOffer, WithdrawOffer } from '#use-cases';
import { servePages, type ServedPages } from '../../browser/support/served-pages.js';

let pages: ServedPages;
beforeAll(async () => {
  pages = await servePages();
});
afterAll(() => pages.stop());

const offered = () => pages.scene.offered();
const answer = (token: string, fields: Record<string, string>) => pages.post(`/o/${token}`, fields);
const show = (token: string) => pages.get(`/o/${token}`);

async function offerRow(id: string): Promise<Record<string, unknown>> {
  const [row] = await pages.scene.sql('SELECT state, answers FROM offers WHERE id = $1', [id]);
  return row!;
}
const count = async (table: string, column: string, id: string, more = ''): Promise<number> =>
  Number(
    (await pages.scene.sql(`SELECT count(*) FROM ${table} WHERE ${column} = $1 ${more}`, [id]))[0]!['count'],
  );
const past = (column: string, id: string) =>
  pages.scene.sql(`UPDATE offers SET ${column} = now() - interval '1 minute' WHERE id = $1`, [id]);

describe('opening the link of an offer', () => {
  it('changes nothing, however it is done and how often', async () => {
    const { token } = await offered();
    const before = await pages.scene.rows();
    // Uncompressed: a HEAD tells the length of the page as it is.
    const opened = await pages.get(`/o/${token}`, { headers: { 'accept-encoding': 'identity' } });
    const peeked = await pages.get(`/o/${token}`, { method: 'HEAD' });
    await pages.get(`/o/${token}`, { method: 'OPTIONS' });
    await Promise.all(Array.from({ length: 20 }, () => show(token)));
    expect([opened.status, peeked.status, peeked.html]).toEqual([200, 200, '']);
    expect(peeked.headers.get('content-length')).toBe(opened.headers.get('content-length'));
    expect(await pages.scene.rows()).toBe(before);
  });

  it('shows what, when, where, pay, why, whom to call and what a no means', async () => {
    const { html, heading } = await show((await offered()).token);
    expect(heading).toBe('Fjerne tomme kasser på frugtlageret');
    for (const text of [
      'Hej Jonas',
      'Mette har fundet et job, som måske er noget for dig.',
      'Man, ons og fre kl. 8-12',
      'Møder du først kl. 10 en dag, er det også fint.',
      'Havnegade 12, 7100 Vejle',
      '158,45 kr. i timen',
      '<q lang="da">Jeg vil gerne bruge kroppen</q>',
      'Mette er din kontakt hele vejen.',
      'Vis vej',
      'href="tel:+4520123456"',
      'Siger du nej: Et nej betyder kun, at vi leder videre sammen.',
    ]) {
      expect(html).toContain(text);
    }
    expect(html.match(/value="(yes|no|visit|call)"/g)).toHaveLength(4);
  });
});

describe('an answer', () => {
  it.each([
    ['yes', 'accepted', 'Tak. Du har sagt ja.'],
    ['no', 'declined', 'Tak for dit svar. Du har sagt nej tak.'],
    ['visit', 'visiting', 'Du ser stedet først.'],
    ['call', 'sent', 'Mette ringer til dig.'],
  ])('%s leaves the offer %s, and the page says so', async (word, state, heading) => {
    const { token, offer } = await offered();
    const posted = await answer(token, { answer: word });
    expect([posted.status, posted.headers.get('location')]).toEqual([303, `/o/${token}`]);
    const row = await offerRow(offer.id);
    expect(row['state']).toBe(state);
    expect(row['answers']).toMatchObject([{ answer: word, how: 'page' }]);
    const page = await show(token);
    expect([page.status, page.heading]).toEqual([200, heading]);
    expect(page.html.match(/<ol>.*<\/ol>/)![0].match(/<li>/g)).toHaveLength(3);
  });

  it('may come as JSON', async () => {
    const { token, offer } = await offered();
    expect((await pages.post(`/o/${token}`, { answer: 'yes' }, 'json')).status).toBe(303);
    expect((await offerRow(offer.id))['state']).toBe('accepted');
  });

  it('is one when a hundred come at once, and all hundred see the same friendly page', async () => {
    const { token, offer } = await offered();
    const posted = await Promise.all(Array.from({ length: 100 }, () => answer(token, { answer: 'yes' })));
    expect(new Set(posted.map(({ status }) => status))).toEqual(new Set([303]));
    const seen = await Promise.all(posted.map(({ headers }) => pages.get(headers.get('location')!)));
    expect(new Set(seen.map(({ heading }) => heading))).toEqual(new Set(['Tak. Du har sagt ja.']));
    expect((await offerRow(offer.id))['answers']).toHaveLength(1);
    expect(await count('events', "payload->>'offerId'", offer.id, "AND type = 'OfferAccepted'")).toBe(1);
  });

  it.each([
    ['call', 'call-citizen'],
    ['visit', 'visit-workplace'],
  ])('%s that is pressed many times makes one task', async (word, kind) => {
    const { token, offer } = await offered();
    await Promise.all(Array.from({ length: 10 }, () => answer(token, { answer: word })));
    expect(await count('tasks', 'offer_id', offer.id, `AND kind = '${kind}'`)).toBe(1);
    expect((await offerRow(offer.id))['answers']).toHaveLength(1);
  });

  it('says truthfully when the phone rings', async () => {
    const { token, offer } = await offered();
    await answer(token, { answer: 'call' });
    await pages.scene.sql(`UPDATE tasks SET due_at = '2030-05-06T06:15:00Z' WHERE offer_id = $1`, [offer.id]);
    expect((await show(token)).html).toContain('Mette ringer mandag den 6. maj kl. 8.15.');
    await pages.scene.sql('UPDATE tasks SET done_at = now() WHERE offer_id = $1', [offer.id]);
    expect((await show(token)).heading).toBe('Fjerne tomme kasser på frugtlageret');
  });
});

describe('a yes', () => {
  it('can be taken back until it is binding', async () => {
    const { token, offer } = await offered();
    await answer(token, { answer: 'yes' });
    expect((await show(token)).html).toContain('Fortryd mit ja');
    expect((await answer(token, { answer: 'no' })).status).toBe(303);
    expect((await offerRow(offer.id))['state']).toBe('declined');
    expect((await show(token)).heading).toBe('Tak for dit svar. Du har sagt nej tak.');
  });

  it('stands after that, and the page says whom to call', async () => {
    const { token, offer } = await offered();
    await answer(token, { answer: 'yes' });
    await past('binding_at', offer.id);
    expect((await answer(token, { answer: 'no' })).status).toBe(303);
    const { html, heading } = await show(token);
    expect((await offerRow(offer.id))['state']).toBe('accepted');
    expect(heading).toBe('Tak. Du har sagt ja.');
    expect(html).toContain('Firmaet har dit navn og nummer.');
    expect(html).toContain('Vil du ændre noget, så ring til Mette.');
    expect(html).not.toContain('<button');
  });
});

describe('a no', () => {
  it('is final at once; why may be said afterwards, and once', async () => {
    const { token, offer } = await offered();
    await answer(token, { answer: 'no' });
    const asked = await show(token);
    expect(asked.html.match(/name="reason"/g)).toHaveLength(6);
    await answer(token, { answer: 'no', reason: 'hours' });
    await answer(token, { answer: 'no', reason: 'task' });
    expect((await offerRow(offer.id))['answers']).toMatchObject([{ answer: 'no', reason: 'hours' }]);
    const thanked = await show(token);
    expect(thanked.html).toContain('Tak, fordi du sagde hvorfor.');
    expect(thanked.html).not.toContain('<button');
    expect((await answer(token, { answer: 'yes' })).status).toBe(303);
    expect((await offerRow(offer.id))['state']).toBe('declined');
  });
});

describe('an offer that is over', () => {
  it('says so when the time has passed, even before anybody has counted', async () => {
    const { token, offer, smallJob } = await offered();
    await past('expires_at', offer.id);
    for (const expire of [false, true]) {
      if (expire) await pages.scene.make(ExpireOffer).execute(smallJob.municipalityId, offer.id);
      expect((await answer(token, { answer: 'yes' })).status).toBe(303);
      const { html, heading } = await show(token);
      expect(heading).toBe('Tiden til at svare er gået.');
      expect(html).toContain(expire ? 'Mette ringer snart.' : 'Vil du gerne have jobbet, så ring til Mette.');
      expect(html).toContain('tel:+4520123456');
      expect(html).not.toContain('<button');
    }
    expect((await offerRow(offer.id))['answers']).toEqual([]);
  });

  it('says so when it was withdrawn, and that it is nobody’s fault', async () => {
    const { token, offer } = await offered();
    await pages.scene.make(WithdrawOffer).execute(offer.id, pages.scene.consultant);
    expect((await answer(token, { answer: 'yes' })).status).toBe(303);
    const { html, heading } = await show(token);
    expect(heading).toBe('Jobbet er der desværre ikke mere.');
    expect(html).toContain('Det er ikke på grund af dig.');
    expect(html).not.toContain('<button');
  });
});
