import type { Citizen, Weekday } from '#domain';
import { staffIdOf } from './staff.js';

const mornings = (days: readonly Weekday[], from: string, to: string): Citizen['windows'] =>
  days.map((weekday) => ({ weekday, from, to }));

const all = [1, 2, 3, 4, 5] as const;
const nothingInTheWay: Citizen['limits'] = { liftKg: 15, standing: 2, noise: 2, peopleContact: 1, other: [] };

/** What everybody below has in common: nothing that chance put in the way of the story. */
const known = (name: string, at: Citizen['position'], street: string): Partial<Citizen> => ({
  name,
  preferredChannel: 'sms',
  sharedPhone: false,
  language: 'da',
  email: null,
  address: { street, postcode: '7100', town: 'Vejle' },
  protectedAddress: false,
  position: at,
  reach: { bike: 25, bus: 45 },
  limits: nothingInTheWay,
  danishLevel: 4,
  ruledOutCompanyIds: [],
  saidYes: true,
  brokerId: staffIdOf('vejle', 'Mette'),
});

const sharedHome = { lat: 55.7259, lon: 9.5271 };

/** Those whom the manual, the screens and the talks about the product call by name, by number. */
export const familiarFaces: Readonly<Record<number, Partial<Citizen>>> = {
  /** Fits the fruit warehouse and is free. */
  1: {
    ...known('Jonas Hansen', { lat: 55.7113, lon: 9.5365 }, 'Skovgade 20'),
    jobGoals: [
      {
        category: 'lager',
        rank: 1,
        ownWords: 'Jeg vil gerne bruge kroppen og have noget fast at stå op til.',
      },
      { category: 'oprydning', rank: 2, ownWords: 'Jeg er god til at få ting på plads.' },
    ],
    dream: 'At køre truck på et stort lager',
    hours: { min: 8, max: 20, wish: 12 },
    windows: mornings(all, '07:00', '15:00'),
    needs: ['fixed-buddy'],
    contactLevel: 'normal',
    benefit: { rate: 'forhoejet', benefitBeforeOre: 1_334_500, churchMember: false },
  },
  /** "Start kl. 9, og Karin kan": an hour later and she fits too (practice.md). */
  2: {
    ...known('Karin Madsen', { lat: 55.7071, lon: 9.5312 }, 'Søndergade 31'),
    jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Jeg kan godt lide at sætte ting i system.' }],
    dream: null,
    hours: { min: 6, max: 15, wish: 10 },
    windows: mornings(all, '09:00', '14:00'),
    needs: ['calm-start'],
    contactLevel: 'normal',
  },
  /** Began with 12 hours among the boxes and has 20 now (R65). */
  3: {
    ...known('Samir Haddad', { lat: 55.6989, lon: 9.5234 }, 'Parkvej 9'),
    jobGoals: [{ category: 'lager', rank: 1, ownWords: 'Kasser og paller er lige mig.' }],
    dream: 'At komme op på fuld tid en dag',
    hours: { min: 10, max: 25, wish: 20 },
    windows: mornings(all, '07:00', '16:00'),
    needs: ['fixed-buddy'],
    contactLevel: 'low',
  },
  /** Brother and sister who answer one phone: an SMS may never say what it is about. */
  4: {
    ...known('Nadia Rahimi', sharedHome, 'Nørremarksvej 74'),
    jobGoals: [{ category: 'koekken', rank: 1, ownWords: 'Jeg har lavet mad til min familie i mange år.' }],
    sharedPhone: true,
    contactLevel: 'close',
  },
  5: {
    ...known('Amir Rahimi', sharedHome, 'Nørremarksvej 74'),
    jobGoals: [{ category: 'vicevaert', rank: 1, ownWords: 'Jeg er god med en skruetrækker.' }],
    sharedPhone: true,
    contactLevel: 'normal',
  },
  /** Up before everybody else: sorts parcels at six. */
  6: {
    ...known('Preben Friis', { lat: 55.6921, lon: 9.5468 }, 'Lindevej 12'),
    jobGoals: [
      { category: 'post', rank: 1, ownWords: 'Jeg er vant til at stå tidligt op, så post passer mig fint.' },
    ],
    dream: null,
    hours: { min: 6, max: 18, wish: 12 },
    windows: mornings(all, '05:30', '12:00'),
    needs: [],
    brokerId: staffIdOf('vejle', 'Lars'),
    contactLevel: 'low',
  },
  /** Has been offered the sweeping at the fruit warehouse, and has not answered yet. */
  7: {
    ...known('Sanne Toftegaard', { lat: 55.7096, lon: 9.5442 }, 'Gormsgade 8'),
    jobGoals: [
      { category: 'oprydning', rank: 1, ownWords: 'Jeg kan godt lide, når der er pænt efter mig.' },
      { category: 'rengoering', rank: 2, ownWords: 'Rengøring om eftermiddagen passer mig fint.' },
    ],
    dream: null,
    hours: { min: 5, max: 12, wish: 8 },
    windows: mornings(all, '10:00', '16:00'),
    needs: ['written-plan'],
    contactLevel: 'normal',
  },
};

/** The number of the other one in the home. */
export const answersPhoneOf: Readonly<Record<number, number>> = { 5: 4 };
