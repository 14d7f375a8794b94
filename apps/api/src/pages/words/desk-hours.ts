import { monthWords, type MonthWords } from './employer-week.js';

/** Months to confirm, for the municipality. */
export const hoursWords = {
  tab: 'Timer',
  heading: 'Timer, der mangler at blive bekræftet',
  intro: 'Firmaet bekræfter selv. Ringer det i stedet, kan du skrive det ned for firmaet.',
  monthsLabel: 'Måneder',
  month: (name: string): string => name,
  columns: ['Firma', 'Vagter', 'Løn', 'Uden løn', 'Ring til'],
  caption: (month: string): string => `Firmaer, der mangler at bekræfte timer i ${month}`,
  shifts: (count: number, people: number): string =>
    `${count} ${count === 1 ? 'vagt' : 'vagter'}, ${people} ${people === 1 ? 'person' : 'personer'}`,
  since: (day: string): string => `siden ${day}`,
  none: 'Alle firmaer har bekræftet.',
  empty: (month: string): string => `Ingen firmaer mangler at bekræfte timer i ${month}.`,
  call: (who: string, phone: string): string => `${who}, ${phone}`,

  back: 'Timer',
  forCompany: (company: string): string => `Du skriver ned for ${company}. Hvordan fik du det at vide?`,
  callLabel: 'Ring til firmaet',
  companyPage: 'Firmaets side',
};

/** The month of a company in the words of somebody who writes it down for the company. */
export const staffMonthWords: MonthWords = {
  ...monthWords.da,
  intro: 'De planlagte timer er skrevet. Spørg firmaet, om de stemmer.',
  nothingYetHelp: 'Vælg en anden måned.',
  nothingToConfirm: 'Der er ikke noget at bekræfte i denne måned.',
  notWorked: 'Var der ikke. Tæller ikke med.',
  toConfirm: 'Venter på firmaet',
  missed: 'Var der ikke',
  wasNotHere: 'Var der ikke den dag',
  wasHere: 'Var der alligevel',
  standsAfter: (): string => 'Bagefter ligger timerne fast.',
  changed: 'Noget er ændret, siden du så listen. Se de vagter, der er mærket, og bekræft igen.',
  changedMark: 'Ændret, siden du så den',
  saidNotHere: 'Det er skrevet ned, at personen ikke var der.',
  alreadyConfirmed: 'Timerne for den vagt er allerede bekræftet.',
};
