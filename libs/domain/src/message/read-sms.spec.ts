import { describe, expect, it } from '@jest/globals';
import { readSms } from './read-sms.js';

describe('an SMS', () => {
  it.each([
    ['1', { place: 1, word: null }],
    [' 2. ', { place: 2, word: null }],
    ['Nr. 2', { place: 2, word: null }],
    ['nummer 1', { place: 1, word: null }],
    ['Hej Mette, 1', { place: 1, word: null }],
    ['1 tak', { place: 1, word: null }],
    ['1 ja', { place: 1, word: 'yes' }],
    ['2: NEJ', { place: 2, word: 'no' }],
  ])('%j names a place on a list', (text, choice) => {
    expect(readSms(text)).toEqual({ kind: 'choice', ...choice });
  });

  it.each(['12', '1 2', '1 eller 2', '1 syg', 'begge', '1 ja nej'])('%j names none', (text) => {
    expect(readSms(text)).toEqual({ kind: 'unclear' });
  });

  it.each([
    'Tak',
    'TAK!',
    'mange tak',
    'Tak for beskeden 😊',
    'Tak Mette',
    'Hej Mette, tak',
    '🙏',
    '❤️',
    'Thanks',
  ])('%j is thanks', (text) => {
    expect(readSms(text)).toEqual({ kind: 'polite', how: 'thanks' });
  });

  it.each(['ok', 'Okay', '👍', '👍🏽', 'Fint tak', 'Det er i orden', 'Vi ses i morgen', 'Ok Mette'])(
    '%j is fine, which might be a yes',
    (text) => {
      expect(readSms(text)).toEqual({ kind: 'polite', how: 'fine' });
    },
  );

  it.each(['START', 'Tilmeld', 'start igen', 'Start sms'])('%j turns SMS on', (text) => {
    expect(readSms(text)).toEqual({ kind: 'start' });
  });

  it.each([
    'Forkert nummer',
    'Du har fået forkert nummer.',
    'hej, I har det forkerte nummer',
    'Wrong number',
  ])('%j is the wrong number', (text) => {
    expect(readSms(text)).toEqual({ kind: 'wrong-number' });
  });

  it.each([
    'start mandag?',
    'det er ikke forkert nummer',
    'tak gerne',
    'Tak Gerne',
    'tak men nej',
    '👎',
    '🤒',
    '😡',
    '',
    ' \n ',
    'Hej Mette',
  ])('%j is for a person', (text) => {
    expect(readSms(text)).toEqual({ kind: 'unclear' });
  });

  it('keeps a word and its minutes', () => {
    expect(readSms('Hej Mette, forsinket 20 min')).toEqual({
      kind: 'reply',
      reply: { word: 'later', minutes: 20 },
    });
  });
});
