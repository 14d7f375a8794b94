import { made } from '../../e2e/placement.js';
import { askedForCode, signedInWithCode, type Door } from '../support/code-sign-in.js';
import { CookieJar } from '../support/cookie-jar.js';
import { stageOf, type LateForm } from './late-form.js';
import type { Place } from './place.js';

let number = 0;
/** Looks the same as for an address that somebody has, and reaches no limit of anybody's. */
const nobodys = (): string => `ingen.${Date.now()}.${number++}@virksomhed.example`;

const codeTo = (door: Door, action: string): LateForm => ({
  name: `late-code-${door}${action.replaceAll('/', '-')}`,
  make: async (place) => {
    const { header: cookie } = await askedForCode(place, door, nobodys());
    return { path: `/log-ind/${door}/kode`, action, cookie };
  },
});

/** Somebody who acts for two companies. */
async function choosing(place: Place): Promise<string> {
  const { consultant } = stageOf(place);
  const { items } = made(await consultant.get('/companies?limit=2'));
  const phone = '+4529139901';
  for (const { id } of items as { id: string }[])
    made(await consultant.post(`/companies/${id}/users`, { name: 'Eva Prøve', phone }));
  return (await signedInWithCode(place, 'virksomhed', phone)).header;
}

/** A form that was sent when the session was over, in the browser of who has come back. */
async function withKeptForm(place: Place): Promise<string> {
  const jar = new CookieJar(place.url);
  await jar.ask('/demo/log-ind/ali');
  const form = await jar.formOf('/firma/brugere');
  await jar.ask('/log-ud', new URLSearchParams());
  await jar.press(form);
  await jar.ask('/demo/log-ind/ali');
  return jar.header;
}

/** What stands in a cookie of the browser and not in the address. */
export const lateSignInForms: LateForm[] = [
  codeTo('borger', '/kode'),
  codeTo('borger', '/kode/igen'),
  codeTo('virksomhed', '/kode'),
  codeTo('virksomhed', '/kode/igen'),
  {
    name: 'late-choose-company',
    make: async (place) => ({
      path: '/log-ind/virksomhed/vaelg',
      action: '/vaelg',
      cookie: await choosing(place),
    }),
  },
  {
    name: 'late-kept-form',
    make: async (place) => ({
      path: '/log-ind/gemt',
      action: '/slet',
      cookie: await withKeptForm(place),
    }),
  },
];
