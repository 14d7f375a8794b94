import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

export interface Wishes {
  /** Of citizens' and employers' pages: everything one presses is at least 44 px high. */
  thumbs: boolean;
  /** All that is loaded for a first visit, over the wire. */
  mostBytes: number;
  widths: readonly number[];
  /** The answer of the page itself. */
  status: number;
  /** Brings the page into the state that is to be examined. */
  prepare?: (page: Page) => Promise<void>;
}

export const ordinary: Wishes = { thumbs: true, mostBytes: 60_000, widths: [320, 1280], status: 200 };

/**
 * Everything that is wrong with a page, in words; none when it is as it should be. The page is loaded as a visitor
 * gets it, with its content security policy: axe is run from outside.
 */
export async function examine(
  context: BrowserContext,
  address: string,
  wishes: Wishes = ordinary,
): Promise<string[]> {
  const page = await context.newPage();
  const faults = new Set<string>();
  const loaded = watch(page, new URL(address).origin, faults);
  try {
    await page.setViewportSize({ width: wishes.widths[0]!, height: 740 });
    const answer = await page.goto(address, { waitUntil: 'load' });
    if (answer?.status() !== wishes.status) faults.add(`answers ${answer?.status()}`);
    const bytes = await loaded();
    if (bytes > wishes.mostBytes) faults.add(`loads ${bytes} bytes`);
    await wishes.prepare?.(page);
    for (const fold of await page.locator('main summary:visible').all()) await fold.click();
    for (const width of wishes.widths) await examineAt(page, width, wishes, faults);
    await examineChosenColours(page, faults);
    await examineMotion(page, faults);
    await examineLargeText(page, wishes.widths[0]!, faults);
  } finally {
    await page.close();
  }
  return [...faults];
}

async function examineAt(page: Page, width: number, { thumbs }: Wishes, faults: Set<string>): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  for (const violation of await violations(page)) faults.add(`${violation} (${width} px)`);
  if ((await overflow(page)) > 0) faults.add(`is wider than ${width} px`);
  if (!thumbs) return;
  for (const small of await smallTargets(page)) faults.add(`too small to press at ${width} px: ${small}`);
}

/** What is wrong in the console, what leaves our address; and how much has come when asked. */
function watch(page: Page, origin: string, faults: Set<string>): () => Promise<number> {
  const requests: Promise<number>[] = [];
  page.on('console', (message) => {
    // A browser calls every refusal an error; whether a page may be one is known from its status.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.add(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.add(`script: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol.startsWith('http')) faults.add(`asks ${url.origin}`);
  });
  page.on('requestfailed', (request) => {
    // Leaving a page ends what it was still asking for.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      faults.add(`could not load ${new URL(request.url()).pathname}`);
  });
  page.on('requestfinished', (request) => {
    requests.push(
      request.sizes().then(
        (sizes) => sizes.responseHeadersSize + sizes.responseBodySize,
        () => 0,
      ),
    );
  });
  return async () => (await Promise.all(requests)).reduce((sum, one) => sum + one, 0);
}

/** Evaluated by the debugger, which no policy of a page keeps out: the policy stays on. */
async function outside<T>(page: Page, expression: string): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}

export async function violations(page: Page): Promise<string[]> {
  await outside(page, `if (!window.axe) { ${axe} } 0`);
  return outside<string[]>(
    page,
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then(({ violations }) =>
       violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
  );
}

export const overflow = (page: Page): Promise<number> =>
  outside(page, 'document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Links within a sentence may be as high as the sentence (WCAG 2.5.8). */
const smallTargets = (page: Page): Promise<string[]> =>
  outside(
    page,
    `[...document.querySelectorAll('a, button, summary, select, textarea, input:not([type=hidden])')]
       .filter((one) => one.checkVisibility() && getComputedStyle(one).display !== 'inline' && !one.matches('.skipnav'))
       .map((one) => ({ one, box: one.getBoundingClientRect() }))
       .filter(({ box }) => box.height < 43.9 || box.width < 24)
       .map(({ one, box }) => one.outerHTML.slice(0, 120) + ' ' + Math.round(box.width) + 'x' + Math.round(box.height))`,
  );

async function examineChosenColours(page: Page, faults: Set<string>): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' });
  const without = await outside<string[]>(
    page,
    `[...document.querySelectorAll('button:not(.link), input[type=text], textarea, select')]
       .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1)
       .map((one) => one.outerHTML.slice(0, 120))`,
  );
  for (const one of without) faults.add(`has no edge in chosen colours: ${one}`);
  await page.emulateMedia({ forcedColors: 'none' });
}

async function examineMotion(page: Page, faults: Set<string>): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await outside<string[]>(
    page,
    `[...document.querySelectorAll('*')]
       .filter((one) => ['transitionDuration', 'animationDuration'].some((kind) => /[1-9]/.test(getComputedStyle(one)[kind])))
       .map((one) => one.outerHTML.slice(0, 120))`,
  );
  for (const one of moving) faults.add(`moves although asked not to: ${one}`);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
}

/** As a person who has set the letters of the browser twice as large. */
async function examineLargeText(page: Page, width: number, faults: Set<string>): Promise<void> {
  await page.setViewportSize({ width, height: 740 });
  await outside(page, `document.documentElement.style.setProperty('font-size', '125%', 'important')`);
  if ((await overflow(page)) > 0) faults.add(`is wider than ${width} px with text twice as large`);
  await outside(page, `document.documentElement.style.removeProperty('font-size')`);
}
