import type { ContactHours, Staff, Team } from '#domain';
import { demoId } from './demo-ids.js';
import { demoPhone, mailName, type TownKey } from './phones.js';
import { municipalityId } from './town.js';

interface StaffPlan {
  name: string;
  role: Staff['role'];
  team: number;
  /** First name of the colleague who takes over. */
  deputy: string;
  from: string;
  to: string;
  /** Weekdays off, for those who do not work all five. */
  off?: number[];
}

const person = (
  name: string,
  role: Staff['role'],
  team: number,
  deputy: string,
  [from, to]: [string, string],
  off?: number[],
): StaffPlan => ({ name, role, team, deputy, from, to, off });

/** Two teams of four: citizens know the faces of a small team (R33). */
const plans: Record<TownKey, StaffPlan[]> = {
  vejle: [
    person('Mette Holm', 'consultant', 1, 'Lars', ['07:15', '15:30']),
    person('Lars Bek', 'consultant', 1, 'Sofie', ['07:30', '15:30']),
    person('Sofie Lauritsen', 'consultant', 1, 'Mette', ['08:00', '15:00'], [5]),
    person('Birgitte Lund', 'leader', 1, 'Anders', ['08:00', '16:00']),
    person('Nabil Aziz', 'consultant', 2, 'Pia', ['07:00', '15:00']),
    person('Pia Krogh', 'consultant', 2, 'Thomas', ['08:30', '15:30']),
    person('Thomas Vad', 'consultant', 2, 'Nabil', ['07:15', '16:00'], [3]),
    person('Anders Skov', 'leader', 2, 'Birgitte', ['08:00', '16:00']),
  ],
  samsoe: [
    person('Karen Ballegaard', 'consultant', 1, 'Jørgen', ['08:00', '15:00']),
    person('Jørgen Onsbjerg', 'leader', 1, 'Karen', ['08:00', '15:30']),
  ],
};

const contactHours = ({ from, to, off = [] }: StaffPlan): ContactHours => ({
  weekdays: ([1, 2, 3, 4, 5] as const).filter((weekday) => !off.includes(weekday)),
  from,
  to,
});

/** By first name, as colleagues say it. */
export function staffIdOf(town: TownKey, first: string): string {
  const at = plans[town].findIndex(({ name }) => name.startsWith(`${first} `));
  if (at < 0) throw new Error(`Nobody in ${town} is called ${first}`);
  return demoId(`${town} staff`, at + 1);
}

/** A small municipality has one. */
export const teamsOf = (town: TownKey): Team[] =>
  [...new Set(plans[town].map(({ team }) => team))].map((team) => ({
    id: demoId(`${town} team`, team),
    municipalityId: municipalityId(town),
    name: teamNames[team - 1]!,
  }));
const teamNames = ['Team Vest', 'Team Øst'];

export const staffOf = (town: TownKey): Staff[] =>
  plans[town].map((plan, at) => ({
    id: demoId(`${town} staff`, at + 1),
    municipalityId: municipalityId(town),
    name: plan.name,
    role: plan.role,
    phone: demoPhone(town, 'staff', at + 1),
    email: `${mailName(plan.name)}@${town}.example`,
    teamId: demoId(`${town} team`, plan.team),
    deputyId: staffIdOf(town, plan.deputy),
    busyUntil: null,
    busyDeputyId: null,
    contactHours: contactHours(plan),
    active: true,
  }));
