import { named } from './named.js';

/** What stands on the pages of both sides: who asks, whom to call, and the card. */
export const bothDa = {
  municipality: (name: string): string => (/kommune/i.test(name) ? name : named(name, 'Kommune')),

  wants: 'Vil gerne',
  goodAt: 'Er god til',
  needs: 'Har brug for',
  hoursAWeek: 'Timer om ugen',
  danish: 'Dansk',
  hours: (min: number, max: number, wish: number): string => `${min} til ${max} timer, helst ${wish}`,

  notSaved: 'Svaret blev ikke gemt.',
  somethingChanged: 'Noget har ændret sig, siden linket blev sendt.',
  findAWay: (c: string): string => `Ring til ${c}, så finder vi ud af det sammen.`,
};
