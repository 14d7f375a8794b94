import type { Locator, Page } from 'playwright-core';

/** Whoever goes a journey, with a thumb or a mouse: what is pressed and what is filled in is counted. */
export class Somebody {
  taps = 0;
  fields = 0;

  constructor(readonly page: Page) {}

  async press(what: Locator): Promise<void> {
    this.taps += 1;
    await what.click();
  }

  /** Waits for the page with this heading. */
  async isAt(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }
}
