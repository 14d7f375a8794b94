import type { ShiftScope } from '#use-cases';

const scopes: Record<string, ShiftScope> = { mine: 'mine', team: 'team', kommunen: 'municipality' };

/** The week of shifts, for the municipality. */
export const weekWords = {
  tab: 'Ugen',
  heading: (number: string): string => `Uge ${number}`,
  span: (from: string, to: string): string => `${from} til ${to}`,
  scopes,
  scopesLabel: 'Hvis vagter',
  scopeLabels: { mine: 'Mine', team: 'Teamet', kommunen: 'Kommunen' } as Record<string, string>,
  weeksLabel: 'Uger',
  previous: 'Ugen før',
  thisWeek: 'Denne uge',
  toToday: 'Til i dag',
  following: 'Ugen efter',
  today: 'i dag',
  none: 'Ingen vagter.',
  noneInWeek: {
    mine: 'Du svarer ikke for nogen vagter i denne uge. Se teamets eller kommunens.',
    team: 'Teamet har ingen vagter i denne uge.',
    kommunen: 'Der er ingen vagter i denne uge.',
  } as Record<string, string>,
  holiday: (name: string): string => `${name}: helligdag`,
  closed: (companies: string): string => `Lukket: ${companies}`,
  duty: (names: string): string => `På vagt: ${names}`,
  cover: (name: string): string => `${name} (vikar)`,
  withoutDuty: (count: number): string => (count === 1 ? '1 vagt uden vagt' : `${count} vagter uden vagt`),
  time: (from: string, to: string): string => `${from}–${to}`,
  unpaid: 'uden løn',
  noDuty: 'uden vagt',
  all: (count: number): string => `Se alle ${count} vagter den dag`,
  print: 'Udskriv ugen',
  list: 'Vagter som liste',
  hint: 'Vælg en vagt for at flytte den, aflyse den eller skrive ned, hvad der er sket.',
};
