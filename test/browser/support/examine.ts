import type { ConsoleMessage, Page, Request } from 'playwright-core';
import { Outside } from './outside.js';

export interface Wishes {
  /** Everything one presses is at least 44 px high. */
  thumbs: boolean;
  /** Of staff, who have a mouse where there is room for a list: there 24 px are enough (WCAG 2.5.8). */
  desk: boolean;
  /** All that is loaded for a first visit, over the wire. */
  mostBytes: number;
  widths: readonly number[];
  /** Where axe looks too; without it at every width. */
  axeAt?: readonly number[];
  /** The answer of the page itself. */
  status: number;
  /** Brings the page into the state that is to be examined. */
  prepare?: (page: Page) => Promise<void>;
}

const AT_A_DESK = 1024;

export const ordinary: Wishes = {
  thumbs: true,
  desk: false,
  mostBytes: 60_000,
  widths: [320, 1280],
  status: 200,
};

/**
 * Everything that is wrong with what `page` shows at an address, in words; none when it is as it should be. It is
 * loaded as a first visitor gets it, without what the browser kept from before, and with its content security policy:
 * axe is run from outside. The same page can be examined with again: it is left where it is, and as it was found.
 */
export async function examine(page: Page, address: string, wishes: Wishes = ordinary): Promise<string[]> {
  const faults = new Set<string>();
  const watched = watch(page, new URL(address).origin, faults);
  const outside = await Outside.of(page);
  try {
    await outside.forgetWhatWasLoaded();
    await page.setViewportSize({ width: wishes.widths[0]!, height: 740 });
    const answer = await page.goto(address, { waitUntil: 'load' });
    if (answer?.status() !== wishes.status) faults.add(`answers ${answer?.status()}`);
    const bytes = await watched.loaded();
    if (bytes > wishes.mostBytes) faults.add(`loads ${bytes} bytes`);
    await wishes.prepare?.(page);
    await page.waitForLoadState('load');
    await outside.evaluate(`for (const fold of document.querySelectorAll('main details')) fold.open = true`);
    for (const width of wishes.widths) await examineAt(page, outside, width, wishes, faults);
    await examineChosenColours(page, outside, faults);
    await examineMotion(page, outside, faults);
    await examineKeys(outside, faults);
    await examineLargeText(page, outside, wishes.widths[0]!, faults);
  } finally {
    watched.end();
    await page.emulateMedia({ forcedColors: null, reducedMotion: null });
    await outside.end();
  }
  return [...faults];
}

async function examineAt(
  page: Page,
  outside: Outside,
  width: number,
  { thumbs, desk, axeAt }: Wishes,
  faults: Set<string>,
): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  if (axeAt?.includes(width) ?? true)
    for (const violation of await outside.violations()) faults.add(`${violation} (${width} px)`);
  const over = await overflow(outside);
  if (over) faults.add(`is wider than ${width} px: ${over}`);
  if (!thumbs) return;
  const least = desk && width >= AT_A_DESK ? 24 : 44;
  for (const small of await smallTargets(outside, least))
    faults.add(`too small to press at ${width} px: ${small}`);
}

interface Watched {
  /** Over the wire, so far. */
  loaded(): Promise<number>;
  end(): void;
}

/** Sees what is wrong in the console, what leaves our address, and how much comes. */
function watch(page: Page, origin: string, faults: Set<string>): Watched {
  const requests: Promise<number>[] = [];
  const says = (message: ConsoleMessage) => {
    // A browser calls every refusal an error; whether a page may be one is known from its status.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.add(`console: ${message.text()}`);
  };
  const breaks = (error: Error) => faults.add(`script: ${error.message}`);
  const asks = (request: Request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol.startsWith('http')) faults.add(`asks ${url.origin}`);
  };
  const fails = (request: Request) => {
    // Leaving a page ends what it was still asking for.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      faults.add(`could not load ${new URL(request.url()).pathname}`);
  };
  const finishes = (request: Request) => {
    requests.push(
      request.sizes().then(
        (sizes) => sizes.responseHeadersSize + sizes.responseBodySize,
        () => 0,
      ),
    );
  };
  page
    .on('console', says)
    .on('pageerror', breaks)
    .on('request', asks)
    .on('requestfailed', fails)
    .on('requestfinished', finishes);
  return {
    loaded: async () => (await Promise.all(requests)).reduce((sum, one) => sum + one, 0),
    end: () =>
      void page
        .off('console', says)
        .off('pageerror', breaks)
        .off('request', asks)
        .off('requestfailed', fails)
        .off('requestfinished', finishes),
  };
}

/** What reaches furthest beyond the edge, as markup; nothing when the page is as wide as the window. */
const overflow = (outside: Outside): Promise<string | null> =>
  outside.evaluate(
    `(() => {
       const { scrollWidth, clientWidth } = document.documentElement;
       if (scrollWidth <= clientWidth) return null;
       const reach = (one) => one.getBoundingClientRect().right;
       const all = [...document.body.querySelectorAll('*')].filter((one) => one.checkVisibility());
       const [widest] = all.sort((a, b) => reach(b) - reach(a) || (a.contains(b) ? 1 : -1));
       return (scrollWidth - clientWidth) + ' px too many: ' + (widest?.outerHTML.slice(0, 120) ?? '');
     })()`,
  );

/** Links within a sentence may be as high as the sentence (WCAG 2.5.8). */
const smallTargets = (outside: Outside, least: number): Promise<string[]> =>
  outside.evaluate(
    `[...document.querySelectorAll('a, button, summary, select, textarea, input:not([type=hidden])')]
       .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline' && !one.matches('.skipnav'))
       .map((one) => ({ one, box: one.getBoundingClientRect() }))
       .filter(({ box }) => box.height < ${least - 0.1} || box.width < 24)
       .map(({ one, box }) => one.outerHTML.slice(0, 120) + ' ' + Math.round(box.width) + 'x' + Math.round(box.height))`,
  );

async function examineChosenColours(page: Page, outside: Outside, faults: Set<string>): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const without = await outside.evaluate<string[]>(
    `[...document.querySelectorAll('button:not(.link), input[type=text], textarea, select')]
       .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1)
       .map((one) => one.outerHTML.slice(0, 120))`,
  );
  for (const one of without) faults.add(`has no edge in chosen colours: ${one}`);
  await page.emulateMedia({ forcedColors: 'none' });
}

async function examineMotion(page: Page, outside: Outside, faults: Set<string>): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await outside.evaluate<string[]>(
    `[...document.querySelectorAll('*')]
       .filter((one) => ['transitionDuration', 'animationDuration'].some((kind) => /[1-9]/.test(getComputedStyle(one)[kind])))
       .map((one) => one.outerHTML.slice(0, 120))`,
  );
  for (const one of moving) faults.add(`moves although asked not to: ${one}`);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
}

/**
 * Everything that a mouse can press is reached by keys, in the order in which it stands, and shows that it is: by an edge
 * of its own or, of a box that is drawn beside it, by that of the drawing. (Whole journeys by keys are in other specs.)
 */
async function examineKeys(outside: Outside, faults: Set<string>): Promise<void> {
  const wrong = await outside.evaluate<string[]>(
    `(() => {
       const shows = (style) => (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
       const looks = (one) => [one, ...(one.labels ?? [])].flatMap((each) => [null, '::before', '::after'].map((part) => getComputedStyle(each, part)));
       const told = (fault, one) => fault + ': ' + one.outerHTML.slice(0, 120);
       const faults = [];
       for (const one of document.querySelectorAll('[tabindex]'))
         if (one.tabIndex > 0) faults.push(told('is reached out of its turn', one));
       for (const one of document.querySelectorAll('a[href], button, summary, select, textarea, input:not([type=hidden])')) {
         if (!one.checkVisibility() || one.disabled) continue;
         one.focus({ focusVisible: true, preventScroll: true });
         if (document.activeElement !== one || one.tabIndex < 0) faults.push(told('is not reached by keys', one));
         else if (!looks(one).some(shows)) faults.push(told('does not show that it is reached', one));
       }
       document.activeElement?.blur();
       return faults;
     })()`,
  );
  for (const one of wrong) faults.add(one);
}

/** As a person who has set the letters of the browser twice as large. */
async function examineLargeText(
  page: Page,
  outside: Outside,
  width: number,
  faults: Set<string>,
): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  await outside.evaluate(`document.documentElement.style.setProperty('font-size', '125%', 'important')`);
  const over = await overflow(outside);
  if (over) faults.add(`is wider than ${width} px with text twice as large: ${over}`);
  await outside.evaluate(`document.documentElement.style.removeProperty('font-size')`);
}
