import { chromium, type Browser } from 'playwright-core';
import { installedProgram } from './installed-program.js';

/** A browser without a window. It speaks to nobody but the pages that a test opens. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: installedProgram(['chromium', 'chromium-browser', 'google-chrome'], 'chromium'),
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
