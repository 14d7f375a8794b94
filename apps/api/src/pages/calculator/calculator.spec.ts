import { describe, expect, test } from '@jest/globals';
import { rateGroups, type CitizenBenefit, type Language } from '#domain';
import { CalculateMoney, type OfferEstimate } from '#use-cases';
import { ratesOf2026 } from '../../../../../test/builders/rates.js';
import { htmlOf } from '../../../../../test/browser/support/html-of.js';
import { InMemoryRates } from '../../../../../test/fakes/index.js';
import { lix } from '../../../../../test/integration/notifications/lix.js';
import { RefusedForm } from '../frame/form/index.js';
import { calculatorWords } from '../words/calculator.js';
import { answerOfBeginning, showTyped } from './calculation.js';
import { showCalculator } from './calculator-page.js';
import type { MoneyAnswerView } from './money-answer.js';
import { offerMoney } from './offer-money.js';

const calculate = new CalculateMoney(new InMemoryRates(ratesOf2026()));
const benefit: CitizenBenefit = { rate: 'forhoejet', benefitBeforeOre: 1_334_500 };
const job = { title: 'Tomme kasser', hoursPerWeek: 12, hourlyWageOre: 15_845 };

const answered = async (
  over: Partial<CitizenBenefit> = {},
  hoursPerWeek = 12,
  language: Language = 'da',
): Promise<MoneyAnswerView> =>
  (await answerOfBeginning(
    calculate,
    {
      job: { ...job, hoursPerWeek },
      benefit: { ...benefit, ...over },
      municipality: '0630',
      on: '2026-12-07',
    },
    language,
  ))!;
const shown = (answer: MoneyAnswerView | null, language: Language = 'da'): string =>
  htmlOf(showCalculator({ language, path: '/beregn', answer }), { language }).replaceAll('\u00a0', ' ');

/** Every cell, item and line a sentence of its own; municipalities and figures of the table are no text to read. */
const readable = (html: string): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replace(/<select.*?<\/select>/gs, '')
    .replace(/<details data-silent>.*?<\/details>/gs, '')
    .replace(/<[^>]+>/g, '\n\n');

describe('what a citizen reads of money', () => {
  test('the empty calculator: LIX at most 30', () => {
    expect(lix(readable(shown(null)))).toBeLessThanOrEqual(30);
  });

  test.each([...rateGroups])('the answer for %s: LIX at most 30', async (rate) => {
    for (const hours of [2, 12, 30, 37]) {
      const html = shown(await answered({ rate, benefitBeforeOre: 900_000 }, hours));
      expect(lix(readable(html))).toBeLessThanOrEqual(30);
    }
  });

  test('is there in both languages, word for word', () => {
    const keysOf = (words: object): string[] =>
      Object.entries(words).flatMap(([key, value]) =>
        typeof value === 'object' ? keysOf(value as object).map((inner) => `${key}.${inner}`) : [key],
      );
    expect(keysOf(calculatorWords.en)).toEqual(keysOf(calculatorWords.da));
    for (const [key, text] of Object.entries(calculatorWords.da)) {
      if (typeof text === 'string' && text.includes(' '))
        expect(calculatorWords.en[key as 'title']).not.toBe(text);
    }
  });

  test('blames nobody and shouts at nobody', async () => {
    const html = readable(shown(await answered()));
    expect(html).not.toMatch(/!|sanktion|aktivering|\bsag(?:en|s)?\b/i);
  });
});

describe('the answer', () => {
  test('begins with one figure, rounded down to hundreds, and says that it is a guide', async () => {
    const view = await answered();
    expect(view.about).toBe('ca. 3.000 kr.');
    expect(view.total.amount).toMatch(/^3\.0\d\d,\d\d kr\.$/);
    expect(shown(view)).toContain('Tallet er vejledende.');
    expect((await answered({}, 12, 'en')).about).toBe('about DKK 3,000');
  });

  test.each([
    [0, '0 kr.'],
    [0.1, 'under 100 kr.'],
    [37, expect.stringMatching(/^ca\. 7\.\d00 kr\.$/)],
  ])('with %d hours says %s', async (hours, about) => {
    expect((await answered({}, hours)).about).toEqual(about);
  });

  test('says who has looked at the figures', async () => {
    const confirmed = await answered({ confirmedBy: 'Hanne Bro', confirmedAt: '2026-11-20' });
    expect(confirmed.facts).toContain('Hanne Bro har set på tallene fredag den 20. november.');
    expect((await answered({ confirmedBy: 'Hanne Bro' })).facts).toContain('Hanne Bro har set på tallene.');
  });

  test('has a line for each step, with where its figures come from and how sure they are', async () => {
    const { lines, sources, notIncluded } = await answered();
    expect(lines.map(({ amount }) => amount)[2]).toBe('−656,51 kr.');
    expect(sources.map(({ sure }) => sure)).toContain('Ikke bekræftet endnu.');
    expect(sources.every(({ source }) => source !== '')).toBe(true);
    expect(notIncluded.length).toBeGreaterThan(5);
  });

  test('draws the same figures as its table shows', async () => {
    const { chart } = await answered();
    const points = chart.line.split(' ');
    expect(points).toHaveLength(chart.table.rows.length);
    expect(chart.table.rows[0]).toEqual({ hours: '0', gain: '0,00 kr.' });
    expect(chart.here.label).toMatch(/^12 timer: 3\.0\d\d kr\.$/);
    const heights = points.map((point) => Number(point.split(',')[1]));
    expect(heights.every((height) => height >= 34 && height <= 190)).toBe(true);
    expect(points[12]).toBe(`${chart.here.x},${chart.here.y}`);
    expect(chart.bends.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  test('is nothing while something is missing, or no rates are there', async () => {
    const ask = (over: object) =>
      answerOfBeginning(calculate, { job, benefit, municipality: '0630', on: '2026-12-07', ...over }, 'da');
    expect(await ask({})).not.toBeNull();
    for (const over of [{ job: null }, { benefit: null }, { municipality: '0999' }, { on: '2031-01-01' }])
      expect(await ask(over)).toBeNull();
  });
});

/** The frame shows the page of a form that was refused (pages/frame/page.filter.ts). */
const again = (error: unknown) => {
  if (error instanceof RefusedForm) return error.again();
  throw error;
};

describe('the form', () => {
  const typed = { rate: 'forhoejet', hours: '7,5', wage: '158,45', municipality: '0630', on: '2026-12-07' };
  const sent = async (over: Record<string, string> = {}, language: Language = 'da') => {
    const page = await showTyped(calculate, { ...typed, ...over }, { language, path: '/beregn' }).catch(
      again,
    );
    if (!('rendered' in page)) throw new Error('led elsewhere');
    return { status: page.view.status, html: htmlOf(page, { language }).replaceAll('\u00a0', ' ') };
  };

  test('takes the amount of the rate when nothing is typed, and says so', async () => {
    const { html, status } = await sent();
    expect(status).toBeUndefined();
    expect(html).toContain('Vi har regnet med, at du får 13.345 kr. om måneden før skat.');
    expect((await sent({ benefit: '12.000' })).html).not.toContain('Vi har regnet med');
  });

  test('asks for it where the rate is not known', async () => {
    const { html, status } = await sent({ rate: 'hjemmeboende' });
    expect(status).toBe(422);
    expect(html).toContain('Vi kender ikke den sats. Skriv, hvad du får om måneden.');
    expect((await sent({ rate: 'hjemmeboende', benefit: '3000' })).status).toBeUndefined();
  });

  test.each([
    [{ rate: '' }, 'Udfyld »Din sats«.'],
    [{ rate: 'rig' }, 'Udfyld »Din sats«.'],
    [{ hours: '38' }, 'skal være et tal fra 0 til 37'],
    [{ hours: 'mange' }, 'skal være et tal fra 0 til 37'],
    [{ wage: '0' }, 'skal være fra 1 til 2000 kr.'],
    [{ wage: '158,455' }, 'skal være et beløb'],
    [{ municipality: '' }, 'Udfyld »Kommune«.'],
    [{ pension: '31' }, 'skal være et tal fra 0 til 30'],
    [{ on: '2031-01-01' }, 'Vi har ikke alle satser for den dag.'],
  ] as [Record<string, string>, string][])(
    'with %j says "%s" and keeps what was typed',
    async (over, text) => {
      const { html, status } = await sent(over);
      expect(status).toBe(422);
      expect(html).toContain(text);
      if (!('wage' in over)) expect(html).toContain('value="158,45"');
    },
  );

  test('opens what was folded away when there is something in it', async () => {
    expect((await sent({ pension: '2' })).html).toContain('<details open>');
    expect((await sent()).html).not.toContain('<details open>');
  });
});

describe('money on the page of an offer', () => {
  const none: OfferEstimate = { kind: 'none', why: 'no-figures' };

  test('without figures of the citizen is no number but a way to the calculator', () => {
    expect(offerMoney(none, 'abc', 'da')).toMatchObject({
      about: '',
      none: 'Skriv dine egne tal, så kan du se det.',
      see: 'Regn det ud',
      href: '/o/abc/penge',
    });
  });
});
