import { describe, expect, it } from '@jest/globals';
import { checkWording, wordingWarnings, type TextDemands } from './check-wording.js';
import { textOn, type OwnText } from './own-text.js';
import { fieldsIn, fillIn, hasLooseBraces } from './text-fields.js';

const version = (number: number, from: string, text: string | null): OwnText => ({
  id: String(number),
  municipalityId: 'vejle',
  name: 'shift-reminder',
  language: 'da',
  channel: 'sms',
  version: number,
  from,
  wording: text === null ? null : { subject: null, text },
  byStaffId: 'birgitte',
  madeAt: null as never,
});

describe('which text holds', () => {
  const rows = [version(1, '2026-11-01', 'A'), version(2, '2026-12-01', 'B'), version(3, '2026-11-20', null)];

  it.each([
    ['2026-10-31', undefined],
    ['2026-11-01', 1],
    ['2026-11-20', 3],
    ['2026-12-01', 2],
  ])('on %s: version %s', (day, expected) => {
    expect(textOn(rows, day)?.version).toBe(expected);
  });

  it('of two from one day, the later made', () => {
    expect(
      textOn([version(2, '2026-11-01', 'B'), version(1, '2026-11-01', 'A')], '2026-11-02')?.version,
    ).toBe(2);
  });
});

describe('the fields of a text', () => {
  it('are filled in once: what a value holds is never read again', () => {
    const values: Record<string, string> = { firstName: '{link}', title: '{{> layout}}', link: 'https://x' };
    expect(fillIn('Hej {fornavn}: {job}', (field) => values[field] ?? '')).toBe('Hej {link}: {{> layout}}');
  });

  it('leave a line out that has nothing to say', () => {
    const values: Record<string, string> = { firstName: 'Jonas', callAgreement: '' };
    const text = 'Hej {fornavn}.\nDu har sagt: {ring-aftale}\nVi ses.';
    expect(fillIn(text, (field) => values[field] ?? '')).toBe('Hej Jonas.\nVi ses.');
  });

  it('are told apart from braces that mean nothing', () => {
    expect(fieldsIn('{fornavn} {job} {fornavn}')).toEqual(['firstName', 'title']);
    for (const text of [
      '{ fornavn}',
      '{{fornavn}}',
      '{{{fornavn}}}',
      '{>layout}',
      '{#if x}',
      'a } b',
      '{FORNAVN}',
    ])
      expect([text, hasLooseBraces(text)]).toEqual([text, true]);
    expect(hasLooseBraces('{fornavn} {hvad-et-nej-betyder}')).toBe(false);
  });
});

const demands: TextDemands = {
  receiver: 'citizen',
  channel: 'sms',
  fields: ['firstName', 'day', 'contact', 'contactPhone'],
  needed: ['day', 'contactPhone'],
  replyWords: ['JA', 'PÅ VEJ'],
};
const good = 'Hej {fornavn}. Vi ses {dag}. Svar JA eller PÅ VEJ. {kontakt-telefon}';
const check =
  (text: string, over: Partial<TextDemands> = {}, subject: string | null = null) =>
  () =>
    checkWording({ subject, text }, { ...demands, ...over });
const refused = (code: string, details: object = {}) =>
  expect.objectContaining({ code, details: expect.objectContaining(details) });

describe('a text that may be saved', () => {
  it('has what it needs', () => {
    expect(check(good)).not.toThrow();
  });

  it.each([
    ['an unknown field', `${good} {cpr}`, 'text.unknown-field', { fields: ['cpr'] }],
    ['a field of another message', `${good} {løn}`, 'text.unknown-field', { fields: ['løn'] }],
    ['a loose brace', `${good} {{#each}}`, 'text.unknown-field', {}],
    [
      'no number to call',
      'Vi ses {dag}. Svar JA eller PÅ VEJ.',
      'text.field-missing',
      { fields: ['kontakt-telefon'] },
    ],
    [
      'no way to answer',
      'Vi ses {dag}. {kontakt-telefon}. JAs',
      'text.reply-words-missing',
      { words: ['JA', 'PÅ VEJ'] },
    ],
    ['a link of its own', `${good} www.eksempel.dk`, 'text.other-link', {}],
    [
      'a word of the house',
      `${good} Din sag om aktivering.`,
      'text.forbidden-words',
      { words: ['sag', 'aktivering'] },
    ],
    ['a threat', `${good} Ellers mister du din ydelse.`, 'text.forbidden-words', { words: ['ydelse'] }],
  ])('has not %s', (_what, text, code, details) => {
    expect(check(text)).toThrow(refused(code, { place: 'text', ...details }));
  });

  it('has a subject when it is an e-mail', () => {
    const email = { channel: 'email', replyWords: [] } as const;
    expect(check(good, email, ' ')).toThrow(refused('text.subject-missing', { place: 'subject' }));
    expect(check(good, email, 'Vi ses {løn}')).toThrow(refused('text.unknown-field', { place: 'subject' }));
    expect(check(good, email, 'Vi ses')).not.toThrow();
  });

  it('may say "Du har sagt", and colleagues may read any word', () => {
    expect(check(`${good} Du har sagt det.`)).not.toThrow();
    expect(check(`${good} Sagen om match.`, { receiver: 'staff' })).not.toThrow();
  });
});

describe('a text that deserves a second look', () => {
  it('is heavy, presses or shouts', () => {
    const heavy =
      'Arbejdsmarkedskontoret orienterer omstændeligt vedrørende forestående beskæftigelsesmuligheder i kommunen.';
    expect(wordingWarnings(heavy, 'citizen')).toEqual([{ code: 'heavy', lix: expect.any(Number) }]);
    expect(wordingWarnings('Du skal komme nu!', 'citizen')).toEqual([
      { code: 'pressing', words: ['du skal'] },
      { code: 'exclamation' },
    ]);
    expect(wordingWarnings('Hej Jonas. Vi ses i morgen.', 'citizen')).toEqual([]);
    expect(wordingWarnings('Du skal ringe!', 'staff')).toEqual([]);
  });
});
