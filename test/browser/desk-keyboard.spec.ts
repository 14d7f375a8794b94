import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { jonas } from '../../demo/src/story/demo-case.js';
import { Stage } from '../../demo/src/story/stage.js';
import { made } from '../e2e/placement.js';
import { Place } from './pages/index.js';
import { caseOf } from './pages/desk-urgent.js';
import { heading, plain } from './support/visiting.js';

/** A whole errand at the desk without a mouse: each press is a key, and what has the focus can always be seen. */
let place: Place;
beforeAll(async () => {
  place = await Place.open();
}, 120_000);
afterAll(() => place?.close());

const PERSON = 'Åse Bækgård Sønderby';

interface Focus {
  /** Its words, or its label. */
  name: string;
  tag: string;
  /** An outline, inside the window. */
  seen: boolean;
  /** Comes after what had the focus before, as one reads. */
  follows: boolean;
  inside: string;
}

/** What has the focus; remembers it for the next time. */
const FOCUS = `(() => {
  const one = document.activeElement;
  const before = window.focusedBefore;
  window.focusedBefore = one;
  const { outlineStyle, outlineWidth } = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const label = one.getAttribute('aria-label') || (one.labels && one.labels[0] && one.labels[0].innerText) || one.innerText || '';
  return {
    name: label.replaceAll('\\u00a0', ' ').replace(/\\s+/g, ' ').trim(),
    tag: one.tagName.toLowerCase(),
    seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    follows: !before || !before.isConnected || Boolean(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING),
    inside: one.closest('[data-line]')?.id || one.closest('dialog')?.id || '',
  };
})()`;

class Keys {
  pressed = 0;

  constructor(readonly page: Page) {}

  focus(): Promise<Focus> {
    return this.page.evaluate<Focus>(FOCUS);
  }

  async press(key: string): Promise<void> {
    this.pressed++;
    await this.page.keyboard.press(key);
  }

  /** A key that takes the focus somewhere: there it can be seen. */
  async to(key: string): Promise<Focus> {
    await this.press(key);
    const focus = await this.focus();
    expect({ key, ...focus, seen: true }).toEqual({ key, ...focus });
    return focus;
  }

  /** With Tab, in the order in which one reads, until this has the focus. */
  async tabTo(name: RegExp): Promise<Focus> {
    await this.focus();
    for (let tabs = 0; tabs < 80; tabs++) {
      const focus = await this.to('Tab');
      if (name.test(focus.name)) return focus;
      expect(focus).toEqual({ ...focus, follows: true });
    }
    throw new Error(`Tab does not lead to ${name.source}`);
  }

  async enter(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.press('Enter');
    await loaded;
  }

  async type(words: string): Promise<void> {
    this.pressed += words.length;
    await this.page.keyboard.type(words);
  }
}

/** Once through the whole page with Tab: everything is reached, once, in the order of the page, and it ends. */
async function goesRound(keys: Keys): Promise<void> {
  const all = await keys.page.evaluate<number>(
    `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')]
       .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0).length`,
  );
  await keys.page.evaluate(
    'document.activeElement.blur(), window.focusedBefore = undefined, getSelection().removeAllRanges()',
  );
  let reached = 0;
  for (; reached < all + 5; reached++) {
    await keys.press('Tab');
    const focus = await keys.focus();
    if (focus.tag === 'body' || (reached > 0 && !focus.follows)) break;
    expect(focus).toEqual({ ...focus, seen: true });
  }
  expect(reached).toBe(all);
}

test('signs in, takes somebody who is missing, closes the case, and finds a person', async () => {
  const casePath = await caseOf(place);
  const lineId = `l-escalation-${casePath.split('/').at(-1)!}`;
  const stage = new Stage(place.product.ready);
  made(
    await stage.consultant.post('/citizens', {
      ...jonas,
      name: PERSON,
      phone: '+4522612345',
      email: undefined,
      availableFrom: stage.today(),
    }),
  );
  const context = await place.visitor(undefined, { viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const keys = new Keys(page);
  const began = Date.now();

  await page.goto(place.url);
  await keys.tabTo(/^Mette Holm/);
  await keys.enter();
  await page.waitForURL('**/kommune');
  expect((await keys.to('Tab')).name).toBe('Gå til indholdet');
  await keys.press('Enter');
  expect((await keys.focus()).tag).toBe('main');

  // Along the list with n and f; what burns is first. From the line Tab leads to its buttons.
  expect((await keys.to('n')).inside).toBe(lineId);
  const second = await keys.to('n');
  expect(second.inside).not.toBe(lineId);
  expect((await keys.to('f')).inside).toBe(lineId);
  await keys.tabTo(/^Jeg ringer/);
  await keys.enter();
  expect(plain(await page.locator(`[id="${lineId}"]`).innerText())).toContain('Du ringer.');
  const back = await keys.to('Tab');
  expect(back.inside).toBe(lineId);
  await keys.enter();
  expect(new URL(page.url()).pathname).toBe(casePath);

  await keys.tabTo(/^Luk med et udfald/);
  await keys.press('Enter');
  await keys.tabTo(/^Hvad kom der ud af det/);
  await keys.type('Sov');
  await keys.tabTo(/^Note/);
  await keys.type('Vækkeuret var slukket');
  await keys.tabTo(/^Luk$/);
  await keys.enter();
  expect(plain(await page.locator('main').innerText())).toContain('Lukket: sov over sig.');

  await keys.to('/');
  await keys.type('åse bækgård');
  await keys.enter();
  expect((await keys.to('n')).name).toBe(PERSON);
  await keys.enter();
  expect(await heading(page)).toBe(PERSON);
  // What was posted is there again on the way back, and no page that asks whether to send it once more.
  await page.goBack();
  expect((await keys.to('n')).name).toBe(PERSON);

  const before = await keys.focus();
  await keys.press('Shift+?');
  await page.getByRole('dialog').waitFor();
  expect((await keys.focus()).inside).toBe('desk-help');
  for (let tabs = 0; tabs < 30; tabs++) await keys.press('Tab');
  await keys.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect((await keys.focus()).name).toBe(before.name);

  await keys.press('g');
  await keys.press('h');
  await page.waitForURL('**/kommune');
  await goesRound(keys);
  process.stderr.write(
    `Without a mouse, from the front page to a closed case and a person who was found: ${((Date.now() - began) / 1000).toFixed(1)} s, ${keys.pressed} keys.\n`,
  );
  await context.close();
}, 90_000);
