import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';

const submit = (page: Page): Promise<void> => page.locator('main button.first').first().click();

let numbers = 0;
/** An address that nobody has: what is shown is the same, and no limit of a real one is reached. */
const somebody = (): string => `nogen.${Date.now()}.${numbers++}@virksomhed.example`;

async function askForCode(page: Page, address = somebody()): Promise<void> {
  await page.fill('[name=adresse]', address);
  await submit(page);
}

/** Where codes arrive: what is done before looking knows only the page. */
let demo: Place | undefined;

async function companiesDoor(place: Place): Promise<string> {
  demo = place;
  return '/log-ind/virksomhed';
}

/** Somebody new each time who acts for two companies, since a number gets one code a minute. */
async function chooseAmongTwo(page: Page): Promise<void> {
  const place = demo!;
  const key = place.product.ready.keys['consultant']!;
  const call = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    return (await fetch(`${place.url}/api/v1${path}`, { ...init, headers })).json();
  };
  const { items } = (await call('/companies?limit=2')) as { items: { id: string }[] };
  const phone = `+45291299${String(10 + numbers++)}`;
  for (const { id } of items)
    await call(`/companies/${id}/users`, {
      method: 'POST',
      body: JSON.stringify({ name: 'Eva Friis', phone }),
    });
  await askForCode(page, phone);
  await page.fill('[name=kode]', await codeSentTo(place, phone));
  await submit(page);
}

async function codeSentTo(place: Place, phone: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++, await sleep(200)) {
    const { items } = (await (await fetch(place.product.ready.outbox)).json()) as {
      items: { to: string; text: string }[];
    };
    const code = items
      .filter(({ to }) => to.endsWith(phone.slice(3)))
      .map(({ text }) => /\b\d{6}\b/.exec(text)?.[0])
      .findLast(Boolean);
    if (code) return code;
  }
  throw new Error(`No code came to ${phone}`);
}

/** Sends a form after the session has gone, and signs in again. */
async function keepAForm(page: Page): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/demo/log-ind/ali`);
  await page.goto(`${origin}/firma/brugere`);
  // The session ends in another tab.
  const other = await page.context().newPage();
  await other.goto(`${origin}/firma`);
  await other.getByRole('button', { name: /log ud|sign out/i }).click();
  await other.waitForURL(/\/log-ud/);
  await other.close();
  await page
    .locator('main form')
    .filter({ has: page.locator('input[type=text], input[type=email]') })
    .locator('button')
    .first()
    .click();
  await page.waitForURL(/\/log-ind/);
  await page.goto(`${origin}/demo/log-ind/ali`);
  await page.goto(`${origin}/log-ind/gemt`);
}

/** Signing in and out, as far as one gets without an identity provider. */
export const signIn: KnownPage[] = [
  { name: 'sign-in', of: 'everybody', path: '/log-ind' },
  { name: 'sign-in-company', of: 'employer', path: '/log-ind/virksomhed' },
  {
    name: 'sign-in-company-refused',
    of: 'employer',
    path: '/log-ind/virksomhed',
    languages: ['da'],
    prepare: (page) => askForCode(page, 'ingen mail'),
  },
  { name: 'sign-in-citizen', of: 'citizen', path: '/log-ind/borger' },
  { name: 'sign-in-code', of: 'employer', path: '/log-ind/virksomhed', prepare: (page) => askForCode(page) },
  {
    name: 'sign-in-code-wrong',
    of: 'citizen',
    path: '/log-ind/borger',
    languages: ['da'],
    prepare: async (page) => {
      await askForCode(page);
      await page.fill('[name=kode]', '000 000');
      await submit(page);
    },
  },
  {
    name: 'sign-in-choose-company',
    of: 'employer',
    path: companiesDoor,
    languages: ['da'],
    prepare: chooseAmongTwo,
  },
  { name: 'sign-in-staff', of: 'staff', path: '/log-ind/kommune' },
  { name: 'sign-in-failed', of: 'everybody', path: '/log-ind/oidc/retur', status: 400 },
  {
    name: 'kept-form',
    of: 'employer',
    path: '/log-ind',
    languages: ['da'],
    prepare: keepAForm,
  },
  { name: 'nothing-kept', of: 'employer', as: 'ali', path: '/log-ind/gemt', status: 404 },
  { name: 'signed-out', of: 'everybody', path: '/log-ud/farvel' },
];
