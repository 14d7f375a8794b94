import { describe, expect, it } from '@jest/globals';
import { aCitizen, type CitizenOverrides } from '../../../../test/builders/citizen.js';
import { rowsOf } from '../../../../test/contracts/rows.js';
import { personCard, pseudonymFor } from './card.js';
import { shareableFields } from './match.js';

const rows = rowsOf('0193c000-0000-7000-9000-000000000001');
const person: CitizenOverrides = {
  name: 'Kanariefugl Hemmelig',
  phone: '+4511112222',
  email: 'kanarie@borger.example',
  address: { street: 'Kanarievej 7', postcode: '9999', town: 'Hemmelby' },
  cprSealed: 'k1:iv:tag:kanarie',
  jobGoals: [
    { category: 'post', rank: 2, ownWords: 'gerne breve' },
    { category: 'lager', rank: 1, ownWords: 'noget med kasser' },
  ],
  dream: 'mit eget værksted',
  limits: { liftKg: 12, standing: 2, noise: 0, peopleContact: 2, other: ['trapper'] },
  certificates: ['truckkort'],
  needs: ['rolig-start'],
  hours: { min: 4, max: 11, wish: 9 },
  danishLevel: 3,
};
const card = (fields: string[] | null, over: CitizenOverrides = {}) => {
  const interest = fields && {
    how: 'phone' as const,
    at: '2026-11-30T08:00:00Z',
    fields,
    startWithoutMeeting: null,
  };
  return personCard(
    rows.match('job', 'citizen', { pseudonym: 'Svale 312', interest }),
    aCitizen({ ...person, ...over }),
  );
};
const empty = {
  pseudonym: 'Svale 312',
  wishes: [],
  abilities: [],
  accommodations: [],
  hours: null,
  danishLevel: null,
};

describe('what a company sees of a person', () => {
  it.each([
    ['without interest', null],
    ['with no field agreed', []],
    ['with fields that nobody knows', ['name', 'phone', 'cpr', 'address', '__proto__', 'constructor']],
    ['with the way to work, which stands on no card', ['travel']],
  ])('is a pseudonym and nothing else %s', (_what, fields) => {
    expect(card(fields)).toEqual(empty);
  });

  it.each([
    ['goals', { wishes: ['Lager', 'Post og pakker'] }],
    ['wishes', { wishes: ['noget med kasser', 'gerne breve'] }],
    ['dream', { wishes: ['mit eget værksted'] }],
    [
      'abilities',
      { abilities: ['kan løfte op til 12 kg', 'kan stå og gå meget', 'er god til at tale med mennesker'] },
    ],
    ['certificates', { abilities: ['truckkort'] }],
    ['accommodations', { accommodations: ['rolig-start'] }],
    ['hours', { hours: { min: 4, max: 11, wish: 9 } }],
    ['danishLevel', { danishLevel: 3 }],
    ['jobGoals', { wishes: ['Lager', 'Post og pakker'] }],
    ['needs', { accommodations: ['rolig-start'] }],
    ['limits', { accommodations: ['rolig-start'] }],
  ])('with "%s" agreed is that field alone', (field, shown) => {
    expect(card([field])).toEqual({ ...empty, ...shown });
  });

  it('is never a name, a number, an address or what a person cannot, whatever is agreed', () => {
    const all = JSON.stringify(card([...shareableFields, 'jobGoals', 'limits', 'needs', 'name', 'phone']));
    expect(all).not.toMatch(/Kanarie|Hemmel|11112222|9999|kanarie|trapper|noise|k1:/);
  });

  it('is abilities in positive words only', () => {
    const few = {
      limits: { liftKg: 0, standing: 1, noise: 0, peopleContact: 0, other: ['trapper'] },
    } as const;
    expect(
      card(['abilities'], { limits: { ...few.limits, other: [...few.limits.other] } }).abilities,
    ).toEqual([]);
  });

  it('is no empty wish', () => {
    expect(
      card(['wishes', 'dream'], { jobGoals: [{ category: 'lager', rank: 1, ownWords: '' }], dream: null })
        .wishes,
    ).toEqual([]);
  });
});

describe('a pseudonym', () => {
  const ids = Array.from({ length: 200 }, () => rows.match('job', 'citizen').id);

  it('is a bird and a number', () => {
    for (const id of ids) expect(pseudonymFor(id)).toMatch(/^[A-ZÆØÅ][a-zæøå]+ [1-9]\d\d$/);
  });

  it('is always the same for the same match', () => {
    for (const id of ids) expect(pseudonymFor(id)).toBe(pseudonymFor(id));
    expect(pseudonymFor('0193c000-0000-7000-8000-00000000002a')).toBe('Bogfinke 142');
  });

  it('is made from the match: another match of the same two has another', () => {
    expect(new Set(ids.map(pseudonymFor)).size).toBeGreaterThan(180);
  });
});
