import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OPTIONS = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  // What is well is not told, and what is wrong is told by its markup.
  resultTypes: ['violations'],
  selectors: false,
};

/** Looks at a page as a debugger does, whom no policy of the page keeps out: the policy stays on. */
export class Outside {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Outside> {
    return new Outside(await page.context().newCDPSession(page));
  }

  /** From now on nothing comes from the cache, as on a first visit. */
  async forgetWhatWasLoaded(): Promise<void> {
    await this.session.send('Network.enable');
    await this.session.send('Network.setCacheDisabled', { cacheDisabled: true });
  }

  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** What axe finds in the page as it stands. */
  async violations(): Promise<string[]> {
    // Half a megabyte to send and to read: once for a page.
    if (!(await this.evaluate<boolean>(`'axe' in window`))) await this.evaluate(`${axe}; 0`);
    return this.evaluate<string[]>(
      `axe.run(document, ${JSON.stringify(OPTIONS)}).then(({ violations }) =>
         violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`,
    );
  }

  async end(): Promise<void> {
    await this.session.detach();
  }
}
