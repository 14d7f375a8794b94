import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const folder = join(import.meta.dirname, '../../../docs/screenshots');

/** `npm run screenshots` keeps what the tests see; a plain test run writes nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== 'on') return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
