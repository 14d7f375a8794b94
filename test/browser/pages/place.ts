import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { PostBox } from '../../../demo/src/story/post-box.js';
import { launchChromium } from '../../support/chromium.js';
import { offered, type Placement } from '../../e2e/placement.js';
import { RunningProduct } from '../../support/running-product.js';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** The demo, running, with a browser: where all known pages are. */
export class Place {
  private readonly cookies = new Map<string, Promise<Cookies>>();
  private placement: Promise<Placement> | undefined;
  private readonly shared = new Map<boolean, Promise<Page>>();

  private constructor(
    readonly product: RunningProduct,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<Place> {
    const product = await RunningProduct.start();
    try {
      return new Place(product, await launchChromium());
    } catch (error) {
      await product.remove();
      throw error;
    }
  }

  get url(): string {
    return this.product.url;
  }

  /** A browser of its own, signed in as a person of the demo when one is named. */
  async visitor(as?: string, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      locale: 'da-DK',
      timezoneId: 'Europe/Copenhagen',
      ...options,
    });
    if (as !== undefined) await context.addCookies(await this.cookiesOf(as));
    return context;
  }

  /**
   * The same window for one visitor after the other, each of whom finds it empty and without the cookies of the one
   * before: to open a new one takes longer than most looks at a page.
   */
  async window(as?: string, { scripted = true } = {}): Promise<Page> {
    const known = this.shared.get(scripted) ?? this.firstWindow(scripted);
    this.shared.set(scripted, known);
    const page = await known;
    await page.context().clearCookies();
    if (as !== undefined) await page.context().addCookies(await this.cookiesOf(as));
    return page;
  }

  /** At an address of ours from the start, or the browser would begin a new process for the first page. */
  private async firstWindow(javaScriptEnabled: boolean): Promise<Page> {
    const page = await (await this.visitor(undefined, { javaScriptEnabled })).newPage();
    await page.goto(`${this.url}/live`);
    return page;
  }

  /** For what is no browser: `{ cookie }`. */
  async cookieHeader(as: string): Promise<string> {
    return (await this.cookiesOf(as)).map(({ name, value }) => `${name}=${value}`).join('; ');
  }

  /** A citizen with an open offer, of a company of its own. Made once: pages that only look share it. */
  offered(): Promise<Placement> {
    return (this.placement ??= offered(this.product));
  }

  /** The path of a link in the newest message to somebody, as `/o/…`. */
  async linkTo(receiver: string, words: RegExp): Promise<string> {
    const post = new PostBox(this.product.ready.outbox);
    const message = await post.next(receiver, 'sms', words);
    return new URL(message.links[0]!).pathname;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.product.remove();
  }

  private cookiesOf(as: string): Promise<Cookies> {
    const known = this.cookies.get(as) ?? this.signIn(as);
    this.cookies.set(as, known);
    return known;
  }

  private async signIn(as: string): Promise<Cookies> {
    const context = await this.browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${this.url}/demo/log-ind/${as}`);
      const button = page.getByRole('button', { name: /log ind|fortsæt/i });
      if ((await button.count()) > 0) await button.first().click();
      const cookies = await context.cookies();
      if (!cookies.some(({ name }) => name === '__Host-fodfaeste'))
        throw new Error(`The demo did not let ${as} in: ${page.url()}`);
      return cookies;
    } finally {
      await context.close();
    }
  }
}
