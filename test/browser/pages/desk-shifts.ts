import type { KnownPage } from './known-page.js';
import type { Place } from './place.js';
import { lastMonth } from '../../support/last-month.js';

const ours = (
  name: string,
  path: KnownPage['path'],
  prepare?: NonNullable<KnownPage['prepare']>,
): KnownPage => ({ name, of: 'staff', as: 'mette', languages: ['da'], path, ...(prepare && { prepare }) });

/** Where the first row of a list leads. */
const firstOf =
  (list: string) =>
  async (place: Place): Promise<string> => {
    const headers = { cookie: await place.cookieHeader('mette') };
    const html = await (await fetch(place.url + list, { headers })).text();
    const href = /<tr role="row" id="r-[^>]*>\s*<td[^>]*><a href="([^"]+)"/.exec(html)?.[1];
    if (href === undefined) throw new Error(`${list} has no row`);
    return href.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=');
  };

/** One that is still to come: everything can be done with it. */
async function shift(place: Place): Promise<string> {
  const day = (later: number): string => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
  const answer = await fetch(`${place.url}/api/v1/shifts?from=${day(1)}&to=${day(14)}&limit=1`, {
    headers: { authorization: `Bearer ${place.product.ready.keys.consultant}` },
  });
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return `/kommune/vagter/${items[0]!.id}`;
}
const opened: NonNullable<KnownPage['prepare']> = (page) =>
  page.locator('details.desk-act').evaluateAll((acts) => {
    for (const act of acts) act.setAttribute('open', '');
  });

/** Shifts, the week, hours and messages, as a consultant sees them. */
export const deskShiftsPages: KnownPage[] = [
  ours('desk-shifts', '/kommune/vagter'),
  ours('desk-shifts-all', '/kommune/vagter?vis=alle&status=unconfirmed'),
  ours('desk-shifts-none', '/kommune/vagter?vis=alle&fra=2035-01-01'),
  ours('desk-shift', shift),
  ours('desk-shift-open', shift, opened),
  ours('desk-shift-refused', shift, async (page) => {
    await page.locator('#handling-aflys > summary').click();
    await page.locator('#handling-aflys button').click();
    await page.locator('#fejl').waitFor();
  }),
  ours('desk-week', '/kommune/uge?hvis=kommunen'),
  ours('desk-week-mine', '/kommune/uge'),
  ours('desk-week-empty', '/kommune/uge?uge=2035-W10'),
  ours('desk-hours', '/kommune/timer'),
  ours('desk-hours-company', firstOf(`/kommune/timer?maaned=${lastMonth()}`)),
  ours('desk-hours-none', '/kommune/timer?maaned=2035-03'),
  ours('desk-messages', '/kommune/beskeder?vis=alle'),
  ours('desk-messages-lost', '/kommune/beskeder'),
  ours('desk-message', firstOf('/kommune/beskeder')),
  ours('desk-inbound', '/kommune/beskeder/ind'),
];
