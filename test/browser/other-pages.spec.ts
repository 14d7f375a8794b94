import { describe, expect, test } from '@jest/globals';
import { picture } from './support/pictures.js';
import { heading, press, visiting } from './support/visiting.js';

const visit = visiting();

describe('the citizen’s interest', () => {
  test('is asked for with exactly the card that the company would see', async () => {
    const { token, match } = await visit.scene.asked();
    const page = await visit.open(`/o/${token}`);
    await picture(page, 'interest-360');
    expect(await heading(page)).toBe('Må Mette fortælle firmaet om dig?');
    expect(await page.locator('.card .name').textContent()).toBe(match.pseudonym);
    const card = await page.locator('.card').textContent();
    await press(page, 'Ja, det er i orden');
    expect(await heading(page)).toBe('Tak. Du har sagt ja.');
    await picture(page, 'interest-answered-360');

    const company = await visit.open(`/e/${await visit.scene.companyToken(match.id)}`);
    expect(await company.locator('.card').textContent()).toBe(card);
  });

  test('waits when a call is wished for, and says so', async () => {
    const { token } = await visit.scene.asked();
    const page = await visit.open(`/o/${token}`);
    await press(page, 'Ring til mig først');
    expect(await heading(page)).toBe('Mette ringer til dig.');
    expect(await page.locator('.answers button').allTextContents()).toEqual([
      'Ja, det er i orden',
      'Nej tak',
    ]);
    await press(page, 'Nej tak');
    expect(await heading(page)).toBe('Tak. Firmaet hører ikke om dig.');
    expect(await page.locator('.card').count()).toBe(0);
  });
});

describe('a company', () => {
  test('says yes to a meeting in one tap', async () => {
    const { token, match } = await visit.scene.proposed();
    const page = await visit.open(`/e/${token}`);
    await picture(page, 'proposal-360');
    expect(await page.getByRole('button', { name: 'Ja, start uden møde' }).count()).toBe(0);
    await press(page, 'Ja, vi vil gerne møde personen');
    expect(await heading(page)).toBe('Tak. I har sagt ja.');
    await picture(page, 'confirmed-360');
    const [row] = await visit.scene.sql('SELECT state, start FROM matches WHERE id = $1', [match.id]);
    expect(row).toEqual({ state: 'confirmed', start: 'meet' });
  });

  test('may start without a meeting only where the citizen wants that', async () => {
    const { token, match } = await visit.scene.proposed({ interest: { startWithoutMeeting: true } });
    const page = await visit.open(`/e/${token}`);
    await press(page, 'Ja, start uden møde');
    const [row] = await visit.scene.sql('SELECT state, start FROM matches WHERE id = $1', [match.id]);
    expect(row).toEqual({ state: 'confirmed', start: 'direct' });
  });

  test('says no with a reason, and sees the card no more', async () => {
    const { token, match } = await visit.scene.proposed();
    const page = await visit.open(`/e/${token}`);
    await page.locator('summary').click();
    await page.getByLabel('Timerne passer ikke').check();
    await picture(page, 'proposal-no-360');
    await press(page, 'Send nej');
    expect(await heading(page)).toBe('Tak for jeres svar. I har sagt nej.');
    expect(await page.locator('.card').count()).toBe(0);
    const [row] = await visit.scene.sql('SELECT state, reject_reason FROM matches WHERE id = $1', [match.id]);
    expect(row).toEqual({ state: 'rejected', reject_reason: 'hours-do-not-fit' });
  });
});

test('the front page says what this is and that it is a demo', async () => {
  const page = await visit.open('/');
  expect(await heading(page)).toBe('Få timer om ugen. Rigtig løn. En fast person at ringe til.');
  expect(await page.locator('.demo').textContent()).toBe('Demo: alle personer er opdigtede.');
  await page.getByRole('link', { name: 'Læs om grænsefladen' }).click();
  expect(new URL(page.url()).pathname).toBe('/api/docs');
});
