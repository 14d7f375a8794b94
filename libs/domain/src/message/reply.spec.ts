import { describe, expect, it } from '@jest/globals';
import { readReply, type ReplyWord } from './reply.js';

const wordOf = (text: string): ReplyWord | undefined => readReply(text)?.word;

describe('a clear answer', () => {
  const words: Record<ReplyWord, string[]> = {
    yes: [
      'ja',
      'JA',
      'Ja.',
      'ja!',
      'Jo',
      'ja tak',
      'JA TAK',
      'ja, tak!',
      'yes',
      'Yes please',
      'ja det vil jeg gerne',
    ],
    no: ['nej', 'NEJ', 'Nej.', 'nej tak', 'Nej, tak', 'no', 'No thanks', 'nej det går desværre dårligt'],
    visit: ['BESØG', 'besøg', 'Besøg!', 'besog', 'BESOEG', 'besoeg tak', 'visit'],
    call: ['RING', 'ring', 'Ring!', 'ring til mig', 'Ring venligst i morgen', 'call', 'call me please'],
    here: ['HER', 'her', 'her!', 'Jeg er her', 'JEG ER HER!', 'here', 'I am here'],
    'on-the-way': [
      'PÅ VEJ',
      'på vej',
      'På vej!',
      'pa vej',
      'PAA VEJ',
      'påvej',
      'paavej',
      'pavej',
      'on my way',
      'On the way',
      'OMW',
    ],
    later: ['SENERE', 'senere', 'Forsinket', 'FORSINKET!', 'later', 'late', 'delayed'],
    cannot: [
      'KAN IKKE',
      'kan ikke',
      'Kan ikke.',
      'kanikke',
      'SYG',
      'syg',
      'Syg!',
      'syg i dag',
      'cannot',
      "can't",
      'can’t',
      'Can not',
      'sick',
    ],
    stop: ['STOP', 'stop', 'Afmeld', 'stop tak'],
  };

  it.each(Object.entries(words).flatMap(([word, texts]) => texts.map((text) => [text, word])))(
    '"%s" is %s',
    (text, word) => {
      expect(readReply(text)).toEqual({ word, minutes: null });
    },
  );

  it.each(['  ja  ', '\nja\n', '"ja"', '(ja)', '...ja', 'ja 👍', 'Ja :-)', 'ja\u00a0', '\u2018ja\u2019'])(
    'is yes with noise around it: %j',
    (text) => {
      expect(wordOf(text)).toBe('yes');
    },
  );

  it('is the same whether å, ø are one character or two', () => {
    expect(wordOf('PA\u030a VEJ')).toBe('on-the-way');
    expect(wordOf('BES\u00d8G')).toBe('visit');
    expect(wordOf('besøg'.normalize('NFD'))).toBe('visit');
  });
});

describe('minutes', () => {
  it.each([
    ['forsinket 30', 'later', 30],
    ['FORSINKET 5 MIN', 'later', 5],
    ['Senere, 45 minutter.', 'later', 45],
    ['på vej 20', 'on-the-way', 20],
    ['PÅ VEJ 20 m', 'on-the-way', 20],
    ['på vej 20min', 'on-the-way', 20],
    ['på vej om 15 min', 'on-the-way', 15],
    ['forsinket ca. 40 minutter', 'later', 40],
    ['delayed 20 minutes', 'later', 20],
    ['omw 120', 'on-the-way', 120],
    ['forsinket 1 time', 'later', 60],
    ['senere 2 timer', 'later', 120],
  ])('"%s" says them', (text, word, minutes) => {
    expect(readReply(text)).toEqual({ word, minutes });
  });

  it.each(['ja 30', 'nej 5', 'her 10 min', 'syg 3', 'senere 900', 'forsinket 24 timer'])(
    '"%s" makes no sense and is not guessed at',
    (text) => {
      expect(readReply(text)).toBeUndefined();
    },
  );
});

describe('a doubtful answer is for a person', () => {
  it.each([
    'ja men ikke mandag',
    'ja, men kun om formiddagen',
    'ja hvis jeg kan få fri kl. 11',
    'ja ikke',
    'Ja eller nej?',
    'ja ring',
    'nej ja',
    'ja ja',
    'yes but not on Monday',
    'nej ikke i dag',
    'måske',
    'ja måske',
    'ja maaske',
    'ja ik i dag',
    "yes but I can't",
    'yes I don’t know',
    'her er ikke nogen',
    'kan ikke sige ja',
    'besøg eller ring',
    'ja og så er der lige en hel masse andet',
    'senere men ikke i dag',
  ])('"%s"', (text) => {
    expect(readReply(text)).toBeUndefined();
  });

  it.each([
    ['', 'nothing'],
    ['   ', 'spaces'],
    ['?', 'a sign'],
    ['👍', 'a picture'],
    ['okay', 'another word'],
    ['jaja', 'no word of ours'],
    ['jamen', 'a word that begins like one'],
    ['nejmen', 'a word that begins like one'],
    ['herre', 'a word that begins like one'],
    ['ringer du?', 'a word that begins like one'],
    ['ikke ja', 'a word later on'],
    ['det er et ja', 'a word later on'],
    ['jeg er syg', 'a sentence'],
    ['30', 'a number alone'],
  ])('"%s" is not understood: %s', (text) => {
    expect(readReply(text)).toBeUndefined();
  });

  it.each(['не ja', 'ja не хочу', 'لا ja', 'ja weiß', 'ني her'])(
    '"%s" has words in it that nobody here can read',
    (text) => {
      expect(readReply(text)).toBeUndefined();
    },
  );
});
