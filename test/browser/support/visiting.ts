import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../../support/chromium.js';
import type { AnswerScene } from './answer-scene.js';
import { RunningApi } from './running-api.js';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

export interface Visit {
  readonly api: RunningApi;
  readonly scene: AnswerScene;
  /** A browser of its own without JavaScript, as on an old phone, unless `options` say otherwise. */
  open(address: string, options?: BrowserContextOptions): Promise<Page>;
  /** The same, given time to prepare the page before it is opened. */
  blank(options?: BrowserContextOptions): Promise<Page>;
}

/** One API, told `env`, and one Chromium for the tests of a file; every visit ends with its test. */
export function visiting(env: NodeJS.ProcessEnv = {}): Visit {
  let api: RunningApi;
  let browser: Browser;
  beforeAll(async () => {
    [api, browser] = await Promise.all([RunningApi.start(env), launchChromium()]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });
  const blank: Visit['blank'] = async (options = {}) => {
    const context = await browser.newContext({
      viewport: PHONE,
      deviceScaleFactor: 2,
      javaScriptEnabled: false,
      ...options,
    });
    return context.newPage();
  };
  return {
    get api() {
      return api;
    },
    get scene() {
      return api.scene;
    },
    blank,
    open: async (address, options) => {
      const page = await blank(options);
      await page.goto(api.url + address);
      return page;
    },
  };
}

/** The heading as it is read, with plain spaces. */
export const heading = async (page: Page): Promise<string> => plain(await page.locator('h1').textContent());

export const plain = (text: string | null): string => (text ?? '').replaceAll('\u00a0', ' ').trim();

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

export async function answersTo(scene: AnswerScene, offerId: string): Promise<string[]> {
  const [offer] = await scene.sql('SELECT answers FROM offers WHERE id = $1', [offerId]);
  return (offer!['answers'] as { answer: string }[]).map(({ answer }) => answer);
}
