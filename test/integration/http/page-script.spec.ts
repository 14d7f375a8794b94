import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Post } from '@nestjs/common';
import type { Browser, Page as Tab } from 'playwright-core';
import { Public } from '../../../apps/api/src/http/roles.js';
import { AssetsController } from '../../../apps/api/src/pages/frame/assets.controller.js';
import { compileText } from '../../../apps/api/src/pages/frame/engine.js';
import { FormBody, typedText, type Typed } from '../../../apps/api/src/pages/frame/form/index.js';
import { Page } from '../../../apps/api/src/pages/frame/html-page.js';
import { seeOther, ShownFragment, ShownPage, type SeeOther } from '../../../apps/api/src/pages/frame/page.js';
import { launchChromium } from '../../support/chromium.js';
import { startSampleApp, type SampleApp } from './start-sample-app.js';

const everything = compileText(`{{#> page-layout}}<h1>Prøve</h1>
<p id="text">Den første linje.</p><p lang="en">The second line.</p><p data-silent>Ikke denne.</p>
<form method="post" action="/proeve" id="form"><label>Note <input name="note"></label><input type="hidden" name="_once" value="x">
<button class="first">Gem</button></form>
<div id="hint" aria-live="polite" data-live="/proeve/hint" data-live-form="#form">Skriv noget.</div>
<section id="fresh" data-refresh="1"><p>{{count}}</p><input id="typed" value=""></section>
<button type="button" data-print hidden>Udskriv</button>
{{> page-copy of="text"}}{{/page-layout}}`);
const hint = compileText('<strong>{{words}}</strong>');

let opened = 0;
let posted = 0;
const hints: Typed[] = [];

/** One page with everything that the script does. */
@Controller('proeve')
class TrialController {
  @Get()
  @Public()
  @Page()
  show(): ShownPage {
    opened += 1;
    const view = { title: 'Prøve', readAloud: true, count: `nr. ${opened}` };
    return new ShownPage('trial', everything, view);
  }

  @Post()
  @Public()
  @Page()
  async save(): Promise<SeeOther> {
    posted += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
    return seeOther('/proeve', 'gemt');
  }

  @Post('hint')
  @Public()
  @Page()
  hint(@FormBody() typed: Typed): ShownFragment {
    hints.push(typed);
    return new ShownFragment(hint, { words: `"${typedText(typed, 'note')}" <b>` });
  }
}

let sample: SampleApp;
let browser: Browser;
beforeAll(async () => {
  [sample, browser] = await Promise.all([
    startSampleApp({}, { controllers: [TrialController, AssetsController] }),
    launchChromium(),
  ]);
});
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
afterAll(async () => {
  await browser.close();
  await sample.stop();
});

/** A voice that says nothing and is done when it is told to: what was to be read is written down. */
const QUIET_VOICE = `
  const said = (window.said = []);
  const heard = new Promise((goOn) => (window.goOn = goOn));
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } };
  const voice = { speaking: false, getVoices: () => [{ lang: 'da-DK' }], cancel() {}, addEventListener() {},
    speak(words) { said.push(words.lang + ': ' + words.text); heard.then(() => words.onend()) } };
  Object.defineProperty(window, 'speechSynthesis', { value: voice });`;

async function open(before = ''): Promise<{ tab: Tab; complaints: string[] }> {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const tab = await context.newPage();
  const complaints: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(error.message));
  if (before !== '') await tab.addInitScript(before);
  await tab.goto(`${sample.url}/proeve`);
  return { tab, complaints };
}

describe('the script of the pages', () => {
  it('reads aloud piece by piece, each in its language, and can be stopped', async () => {
    const { tab, complaints } = await open(QUIET_VOICE);
    const button = tab.getByRole('button', { name: 'Hør det læst op' });
    await button.click();
    await tab.getByRole('button', { name: 'Stop oplæsning' }).waitFor();
    await tab.evaluate('window.goOn()');
    await button.waitFor();
    const said = await tab.evaluate<string[]>('window.said');
    expect(said.slice(0, 3)).toEqual(['da-DK: Prøve', 'da-DK: Den første linje.', 'en-GB: The second line.']);
    expect(said.join()).not.toContain('Ikke denne');
    expect(complaints).toEqual([]);
  });

  it('offers no reading where the browser has no voice for the language', async () => {
    const english = await open(QUIET_VOICE.replace('da-DK', 'en-GB'));
    expect(await english.tab.getByRole('button', { name: 'Hør det læst op' }).isVisible()).toBe(false);
    const none = await open(`Object.defineProperty(window, 'speechSynthesis', { value: undefined })`);
    expect(await none.tab.locator('.read-aloud').count()).toBe(0);
    expect(none.complaints).toEqual([]);
  });

  it('lets the second press wait for the first, and a press after coming back count', async () => {
    const { tab } = await open();
    const before = posted;
    await tab.getByRole('button', { name: 'Gem' }).dblclick();
    await tab.getByText('Det er gemt.').waitFor();
    expect(posted - before).toBe(1);
    await tab.goBack();
    await tab.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Det er gemt.').waitFor();
    expect(posted - before).toBe(2);
  });

  it('takes what happened off the address, so that nobody is told twice', async () => {
    const { tab } = await open();
    await tab.goto(`${sample.url}/proeve?dag=2&besked=gemt`);
    await tab.getByText('Det er gemt.').waitFor();
    expect(new URL(tab.url()).search).toBe('?dag=2');
    await tab.reload();
    expect(await tab.getByText('Det er gemt.').count()).toBe(0);
  });

  it('asks for a hint while somebody types, with what stands in the form and without its mark', async () => {
    const { tab, complaints } = await open();
    hints.length = 0;
    await tab.getByLabel('Note').pressSequentially('tomme kasser', { delay: 20 });
    await tab.getByText('"tomme kasser" <b>').waitFor();
    expect(hints).toEqual([{ note: 'tomme kasser' }]);
    expect(complaints).toEqual([]);
  });

  it('keeps a section fresh, but not while somebody is in the middle of it', async () => {
    const { tab } = await open();
    const count = () => tab.locator('#fresh p').textContent();
    const first = await count();
    await tab.locator('#fresh p', { hasNotText: first! }).waitFor();
    await tab.locator('#typed').fill('i gang');
    const before = await count();
    await tab.waitForTimeout(2_500);
    expect([await count(), await tab.locator('#typed').inputValue()]).toEqual([before, 'i gang']);
    await tab.locator('#typed').fill('');
    await tab.locator('#typed').blur();
    await tab.locator('#fresh p', { hasNotText: before! }).waitFor();
  });

  it('shows the buttons that only a script can serve', async () => {
    const { tab } = await open(`window.print = () => { window.printed = true }`);
    await tab.getByRole('button', { name: 'Udskriv' }).click();
    expect(await tab.evaluate('window.printed')).toBe(true);
    await tab.getByRole('button', { name: 'Kopiér' }).click();
    await tab.getByRole('button', { name: 'Kopieret' }).waitFor();
    expect(await tab.evaluate('navigator.clipboard.readText()')).toBe('Den første linje.');
  });

  it('is not needed: without it nothing is missing but what it adds', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const tab = await context.newPage();
    await tab.goto(`${sample.url}/proeve`);
    expect(await tab.locator('main button:visible').allTextContents()).toEqual(['Gem']);
    const before = posted;
    await tab.getByRole('button', { name: 'Gem' }).click();
    await tab.getByText('Det er gemt.').waitFor();
    expect(posted - before).toBe(1);
  });
});
