import { PostBox } from '../../../demo/src/story/post-box.js';
import type { Place } from '../pages/place.js';
import { CookieJar } from './cookie-jar.js';

export type Door = 'borger' | 'virksomhed';

/** A browser that has asked for a code; nobody need have the address. */
export async function askedForCode(place: Place, door: Door, address: string): Promise<CookieJar> {
  const jar = new CookieJar(place.url);
  const { to } = await jar.press(await jar.formOf(`/log-ind/${door}`), { adresse: address });
  if (!to?.startsWith(`/log-ind/${door}/kode`)) throw new Error(`${address} was asked for again: ${to}`);
  return jar;
}

/** And has typed the one that came: signed in, or to choose for whom. */
export async function signedInWithCode(place: Place, door: Door, phone: string): Promise<CookieJar> {
  const jar = await askedForCode(place, door, phone);
  const { text } = await new PostBox(place.product.ready.outbox).next(phone, 'sms', /\b\d{6}\b/);
  const kode = /\b\d{6}\b/.exec(text)![0];
  await jar.press(await jar.formOf(`/log-ind/${door}/kode`), { kode });
  return jar;
}
