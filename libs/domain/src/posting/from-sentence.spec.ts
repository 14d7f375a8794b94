import { describe, expect, it } from '@jest/globals';
import { fromSentence, type SentenceReading } from './from-sentence.js';

/** Category, title, days and hours in one row, as a person would check them. */
const inShort = ({ category, title, weekdays, start, end }: SentenceReading) => [
  category,
  title,
  weekdays.join(''),
  start,
  end,
];

describe('a sentence as an owner says it', () => {
  it.each<[string, ...ReturnType<typeof inShort>]>([
    [
      'vi skal have ryddet op på lageret hver morgen',
      'oprydning',
      'Rydde op på lageret',
      '12345',
      '08:00',
      '10:00',
    ],
    [
      'rengøring af skurvogne mandag, onsdag og fredag kl. 8-11',
      'skurvogne',
      'Rengøring af skurvogne',
      '135',
      '08:00',
      '11:00',
    ],
    ['hjælp i køkkenet efter frokost', 'koekken', 'Hjælp i køkkenet', '', '12:30', null],
    ['tømme kasser 2 timer om dagen fra tirsdag til torsdag', 'lager', 'Tømme kasser', '234', null, null],
    [
      'Vi mangler en til at feje på pladsen fredag kl. 14-16',
      'oprydning',
      'Feje på pladsen',
      '5',
      '14:00',
      '16:00',
    ],
    ['slå græs onsdage fra 9 til 12', 'gartner', 'Slå græs', '3', '09:00', '12:00'],
    ['Vi skal have kasserne tømt hver dag kl. 13', 'lager', 'Tømme kasserne', '12345', '13:00', '15:00'],
    ['rydde af efter frokost man-fre', 'afrydning', 'Rydde af', '12345', '12:30', '14:30'],
    [
      'gøre rent på kontoret tirsdag og torsdag 6.30-8.30',
      'rengoering',
      'Gøre rent på kontoret',
      '24',
      '06:30',
      '08:30',
    ],
    [
      'fylde varer på hylderne før kl. 9 mandag til lørdag',
      'butik',
      'Fylde varer på hylderne',
      '123456',
      '07:00',
      '09:00',
    ],
    [
      'hjælp på lageret alle hverdage mellem otte og ti',
      'lager',
      'Hjælp på lageret',
      '12345',
      '08:00',
      '10:00',
    ],
    ['luge ukrudt i weekenden halv ni', 'gartner', 'Luge ukrudt', '67', '08:30', '10:30'],
    ['opvask kl. halv et til to på hverdage', 'koekken', 'Opvask', '12345', '12:30', '14:00'],
    ['pakke ordrer om eftermiddagen to gange om ugen', 'lager', 'Pakke ordrer', '24', '13:00', '15:00'],
    [
      'vi har brug for hjælp til at sortere post en time hver morgen',
      'post',
      'Sortere post',
      '12345',
      '08:00',
      '09:00',
    ],
    ['6 timer om ugen i butikken man, ons og fre fra kl. 10', 'butik', 'I butikken', '135', '10:00', '12:00'],
    ['rydde op 10-11.30 hver dag', 'oprydning', 'Rydde op', '12345', '10:00', '11:30'],
    [
      'kaffe og mødelokaler 7:30–9:00 mandag + torsdag',
      'service',
      'Kaffe og mødelokaler',
      '14',
      '07:30',
      '09:00',
    ],
    [
      'We need someone to tidy the warehouse every morning',
      'oprydning',
      'Tidy the warehouse',
      '12345',
      '08:00',
      '10:00',
    ],
    ['cleaning Monday, Wednesday and Friday from 8 to 11', 'rengoering', 'Cleaning', '135', '08:00', '11:00'],
    [
      'help in the kitchen after lunch 2 hours a day from Tuesday to Thursday',
      'koekken',
      'Help in the kitchen',
      '234',
      '12:30',
      '14:30',
    ],
    ['kl. 1 til 3 torsdag: pudse vinduer', 'rengoering', 'Pudse vinduer', '4', '13:00', '15:00'],
    ['bage brød kl. 04-07 lørdag', null, 'Bage brød', '6', '04:00', '07:00'],
    ['søn-tirs kl. 20-22 på lageret', 'lager', 'På lageret', '127', '20:00', '22:00'],
    ['', null, null, '', null, null],
    ['?!', null, null, '', null, null],
    ['hjælp', null, 'Hjælp', '', null, null],
  ])('%s', (sentence, ...expected) => {
    expect(inShort(fromSentence(sentence))).toEqual(expected);
  });
});

describe('what was said and what we propose', () => {
  const how = (sentence: string) =>
    Object.fromEntries(
      fromSentence(sentence).understood.map(({ what, how: is, words }) => [what, [is, words]]),
    );

  it('tells a day that was named from a day that we chose', () => {
    expect(how('feje mandag')['weekdays']).toEqual(['said', 'mandag']);
    expect(how('feje hver morgen')['weekdays']).toEqual(['guessed', 'hver morgen']);
    expect(how('feje to gange om ugen')['weekdays']).toEqual(['guessed', 'to gange om ugen']);
  });

  it('proposes an end when days and start are there, and says that it does', () => {
    const { start, end } = how('feje mandag kl. 8');
    expect([start, end]).toEqual([
      ['said', 'kl. 8'],
      ['guessed', ''],
    ]);
  });

  it('reads no end from nothing: without days nothing is proposed', () => {
    expect(fromSentence('feje kl. 8')).toMatchObject({ start: '08:00', end: null, weeklyShifts: [] });
  });

  it('turns an afternoon hour round and says so', () => {
    expect(how('feje fredag kl. 2 til 4')).toMatchObject({ start: ['guessed', 'kl. 2 til 4'] });
  });

  it('makes no shift of half a week', () => {
    expect(fromSentence('feje mandag').weeklyShifts).toEqual([]);
    expect(fromSentence('feje mandag og onsdag kl. 9-10').weeklyShifts).toEqual([
      { weekday: 1, start: '09:00', end: '10:00' },
      { weekday: 3, start: '09:00', end: '10:00' },
    ]);
  });

  it('says that every other week cannot be planned', () => {
    expect(fromSentence('feje hver anden mandag kl. 9-10').everyOtherWeek).toBe(true);
    expect(fromSentence('feje hver mandag kl. 9-10').everyOtherWeek).toBe(false);
  });
});

describe('what the work asks', () => {
  it.each([
    ['stable tunge paller', { liftKg: 15 }],
    ['løfte sække op til 20 kg', { liftKg: 20 }],
    ['løfte tunge sække på 12 kg', { liftKg: 12 }],
    ['løfte 500 kg', {}],
    ['arbejde i kølerum alene', { other: ['alone', 'cold'] }],
    ['siddende arbejde, roligt', { standing: 0, noise: 0 }],
    ['hjælpe kunder', { peopleContact: 1 }],
    ['feje', {}],
  ])('%s', (sentence, demands) => {
    expect(fromSentence(sentence).demands).toEqual(demands);
  });

  it('counts people and not boxes', () => {
    expect(fromSentence('to personer til at feje').positions).toBe(2);
    expect(fromSentence('tømme 200 kasser').positions).toBeNull();
    expect(fromSentence('400 personer til at feje').positions).toBeNull();
  });
});

describe('numbers that are no hours', () => {
  it.each([
    'løfte 10-15 kg',
    'tømme 10-20 kasser',
    'arbejde 2-3 timer',
    'fra 1. til 24. december',
    'man skal feje',
  ])('%s', (sentence) => {
    const { weekdays, start, end } = fromSentence(sentence);
    expect([weekdays, start, end]).toEqual([[], null, null]);
  });
});

it('keeps a long sentence short and whole words whole', () => {
  const { title } = fromSentence(`rydde op ${'og feje '.repeat(60)}`);
  expect(title!.length).toBeLessThanOrEqual(80);
  expect(title).toMatch(/feje$/);
});
