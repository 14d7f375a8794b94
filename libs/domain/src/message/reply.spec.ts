import { describe, expect, it } from '@jest/globals';
import type { ReplyWord } from './reply-word.js';
import { readReply } from './reply.js';

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

describe('an answer as people write it', () => {
  it.each([
    ['Ja tak 😊', 'yes'],
    ['Jep', 'yes'],
    ['JATAK', 'yes'],
    ['hej mette, ja', 'yes'],
    ['Hej Mette. Ja tak, mvh Jonas', 'yes'],
    ['Hej\nJa tak\n\nMvh\nJonas', 'yes'],
    ['Kære Mette, ja det vil jeg gerne', 'yes'],
    ['Ja punktum', 'yes'],
    ['ja\nSendt fra min iPhone', 'yes'],
    ['Nej desværre', 'no'],
    ['Hej med dig, nej', 'no'],
    ['niks', 'no'],
    ['SYG', 'cannot'],
    ['Jeg er syg', 'cannot'],
    ['Jeg kan ikke komme i dag, desværre', 'cannot'],
    ['kan ikke komme på arbejde i dag', 'cannot'],
    ['Jeg er på vej', 'on-the-way'],
    ['på vej i bussen', 'on-the-way'],
    ['jeg bliver forsinket', 'later'],
    ['Kommer for sent', 'later'],
    ['Jeg er fremme', 'here'],
    ['her nu', 'here'],
    ['Kan du ringe til mig?', 'call'],
    ['Stop med at skrive til mig', 'stop'],
  ])('%j is %s', (text, word) => {
    expect(readReply(text)).toEqual({ word, minutes: null });
  });

  it.each([
    ['kommer 10 min senere', 10],
    ['Jeg kommer ca. 20 minutter for sent', 20],
    ['10 min forsinket', 10],
    ['1 time forsinket', 60],
  ])('%j says how much later', (text, minutes) => {
    expect(readReply(text)).toEqual({ word: 'later', minutes });
  });

  it.each([
    'ja nej',
    'hej ikke ja',
    'hej vist ja',
    'her er lukket',
    'her er ingen hjemme',
    'på vej hjem',
    'på vej til lægen',
    'kan ikke finde stedet',
    'kan ikke i morgen',
    'kommer 900 min senere',
    'ja, jeg vil gerne se stedet',
    'ja, ring først',
    'ja lad os snakke om det',
    'stop jobbet',
    'tak gerne',
    'mvh Jonas',
    'Hej Mette',
  ])('%j is for a person', (text) => {
    expect(readReply(text)).toBeUndefined();
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
    ['jonas er syg', 'somebody else'],
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
