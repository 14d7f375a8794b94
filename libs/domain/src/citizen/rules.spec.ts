import { describe, expect, it } from '@jest/globals';
import { aCitizen, type CitizenOverrides } from '../../../../test/builders/citizen.js';
import { firstName } from './citizen.js';
import { checkCitizen } from './rules.js';

const check = (over: CitizenOverrides) => () => checkCitizen(aCitizen(over));
const goal = (category: string, rank: number) => ({ category, rank, ownWords: '' });

describe('a record of a citizen', () => {
  it.each([
    ['an ordinary one', {}],
    ['the least, the wish and the most alike', { hours: { min: 8, max: 8, wish: 8 } }],
    ['no hours yet', { hours: { min: 0, max: 0, wish: 0 } }],
    ['no goal yet', { jobGoals: [] }],
    ['a window over midnight', { windows: [{ weekday: 5, from: '22:00', to: '06:00' }] }],
    ['a window until midnight', { windows: [{ weekday: 5, from: '00:00', to: '24:00' }] }],
    ['no phone, when letters are what is wanted', { preferredChannel: 'letter', phone: null }],
    [
      'no phone, when a call in person is what is wanted',
      { preferredChannel: 'in-person', phone: null, email: null },
    ],
  ] satisfies [string, CitizenOverrides][])('holds %s', (_what, over) => {
    expect(check(over)).not.toThrow();
  });

  it.each([
    ['a wish below the least', { hours: { min: 6, wish: 5, max: 10 } }, 'citizen.hours-invalid'],
    ['a wish above the most', { hours: { min: 6, wish: 11, max: 10 } }, 'citizen.hours-invalid'],
    ['the least above the most', { hours: { min: 12, wish: 11, max: 10 } }, 'citizen.hours-invalid'],
    [
      'a window without length',
      { windows: [{ weekday: 1, from: '08:00', to: '08:00' }] },
      'citizen.window-invalid',
    ],
    ['a goal that nobody knows', { jobGoals: [goal('lager', 1), goal('astronaut', 2)] }, 'category.unknown'],
    ['two goals of one rank', { jobGoals: [goal('lager', 1), goal('post', 1)] }, 'citizen.goals-invalid'],
    ['SMS without a number', { preferredChannel: 'sms', phone: null }, 'citizen.channel-unreachable'],
    ['e-mail without an address', { preferredChannel: 'email', email: null }, 'citizen.channel-unreachable'],
  ] satisfies [string, CitizenOverrides, string][])('is refused with %s', (_what, over, code) => {
    expect(check(over)).toThrow(expect.objectContaining({ code }));
  });

  it('says which channel and which category', () => {
    expect(check({ preferredChannel: 'email' })).toThrow(
      expect.objectContaining({ details: { channel: 'email' } }),
    );
    expect(check({ jobGoals: [goal('astronaut', 1)] })).toThrow(
      expect.objectContaining({ details: { category: 'astronaut' } }),
    );
  });
});

describe('the first name', () => {
  it.each([
    ['Jonas Hansen', 'Jonas'],
    ['  Anne Marie  Holm ', 'Anne'],
    ['Åse', 'Åse'],
    ['Jens-Peter Bak', 'Jens-Peter'],
  ])('of "%s" is %s', (name, expected) => {
    expect(firstName({ name })).toBe(expected);
  });
});
