import { chromium, type Browser } from 'playwright-core';
import { installedProgram } from './installed-program.js';

/** The one without a window at all first: it takes a quarter less of the processors. */
export const chromiumProgram = (): string =>
  installedProgram(
    ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
    'chromium-headless-shell',
  );

/** A browser without a window. It speaks to nobody but the pages that a test opens. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumProgram(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
