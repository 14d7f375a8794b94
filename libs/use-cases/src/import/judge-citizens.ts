import {
  changesBetween,
  citizenInCells,
  firstName,
  localDateOf,
  plainEmail,
  type Address,
  type Citizen,
  type CitizenRow,
  type Import,
  type Position,
  type Staff,
  type Weekday,
} from '#domain';
import type { CitizenChange } from '../citizen/change-citizen.js';
import type { CitizenInput } from '../citizen/register-citizen.js';
import type { UnitOfWork } from '../ports/index.js';
import { positionOfTown } from '../small-job/position-of.js';
import { grouped, said, wrong, type JudgedRow, type Reading } from './judged-row.js';
import { staffNamed } from './staff-named.js';
import { plainName, spellingsOf } from './written-names.js';

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

const firstOf = (name: string): string => plainName(firstName({ name }));
const lives = (name: string, { street, postcode }: Address): string =>
  [name, street, postcode].map(plainName).join('|');

/** Which rows are somebody new, and which somebody who stands there: by case number, phone, e-mail, or name and address. */
export async function judgeCitizens(
  unit: UnitOfWork,
  file: Import,
  readings: readonly Reading<CitizenRow>[],
): Promise<JudgedRow[]> {
  const { there, isReferred } = await citizensThere(unit, readings);
  const staff = await unit.staff.list({ active: true });
  const everybody = await unit.staff.list();
  const names = new Map(everybody.map(({ id, name }) => [id, name]));
  const { settings, name: town } = await unit.municipality();
  const today = localDateOf(await unit.now());
  const middle = positionOfTown({ street: '', postcode: '', town });
  return readings.map((reading) => {
    const { row, said: who, faults } = reading;
    const known = there(reading);
    const brokerId = brokerOf(reading, staff);
    const position = who.address ? (positionOfTown(who.address) ?? middle) : middle;
    if (!position && !known) faults.push({ field: 'town', code: 'town' });
    if (faults.length > 0) return { ...wrong(reading), known: known ? named(known) : null };
    if (known) {
      const change = changeOf(who, position);
      const changes = changesBetween(
        citizenInCells(known, (id) => names.get(id) ?? ''),
        citizenInCells(changed(known, change), (id) => names.get(id) ?? ''),
      );
      const isSame = changes.length === 0;
      return {
        row,
        outcome: isSame || !file.updatesExisting ? 'known' : 'change',
        faults,
        known: named(known),
        changes,
        // Found by another key: from now on by the number that file calls her or him, also after a move.
        ...(who.reference !== undefined && !isReferred(who.reference) && { refers: who.reference }),
        work: isSame ? null : { do: 'change-citizen', citizenId: known.id, change, cprSealed: who.cprSealed },
      };
    }
    const input = inputOf(who, position!, { normal: settings.normalWeeklyHours, today });
    return {
      row,
      outcome: 'new',
      faults,
      known: null,
      changes: [],
      work: {
        do: 'register-citizen',
        input: { ...input, ...(brokerId !== undefined && { brokerId }) },
        cprSealed: who.cprSealed,
        reference: who.reference,
      },
    };
  });
}

const named = ({ id, name }: Citizen) => ({ id, name });

function brokerOf({ said: { broker }, faults }: Reading<CitizenRow>, staff: readonly Staff[]) {
  if (broker === undefined) return undefined;
  const hit = staffNamed(staff, broker);
  if (hit === undefined || hit === 'ambiguous') {
    faults.push({ field: 'broker', code: hit ?? 'staff', about: broker });
    return undefined;
  }
  return hit.id;
}

/** Looks everybody up at once. The first key that finds somebody decides; one that finds two is a fault. */
async function citizensThere(unit: UnitOfWork, readings: readonly Reading<CitizenRow>[]) {
  const rows = readings.map(({ said: who }) => who);
  const references = await unit.externalReferences.list({
    kind: 'citizens',
    reference: { in: said(rows.map(({ reference }) => reference)) },
  });
  const emails = said(rows.flatMap(({ email }) => [email, email && plainEmail(email)]));
  const found = [
    ...(await unit.citizens.list({ id: { in: references.map(({ subjectId }) => subjectId) } })),
    ...(await unit.citizens.list({ phone: { in: said(rows.map(({ phone }) => phone)) } })),
    ...(await unit.citizens.list({ email: { in: emails } })),
    ...(await unit.citizens.list({
      name: { in: said(rows.flatMap(({ name }) => name && spellingsOf(name))) },
    })),
  ];
  const citizens = [...new Map(found.map((citizen) => [citizen.id, citizen])).values()];
  const byId = new Map(citizens.map((citizen) => [citizen.id, citizen]));
  const byReference = new Map(references.map(({ reference, subjectId }) => [reference, byId.get(subjectId)]));
  const byPhone = grouped(citizens, ({ phone, sharedPhone }) => (sharedPhone ? null : phone));
  const byEmail = grouped(citizens, ({ email }) => email && plainEmail(email));
  const byPlace = grouped(citizens, ({ name, address }) => address && lives(name, address));

  const there = ({ said: who, faults }: Reading<CitizenRow>): Citizen | undefined => {
    const { reference, phone, email, name, address, sharedPhone = false } = who;
    const referred = reference === undefined ? undefined : byReference.get(reference);
    if (referred) return referred;
    const only = (field: string, hits: Citizen[] = []): Citizen | undefined => {
      if (hits.length > 1) faults.push({ field, code: 'ambiguous', about: hits[0]!.name });
      return hits[0];
    };
    const called = phone === undefined || sharedPhone ? undefined : only('phone', byPhone.get(phone));
    if (called && name !== undefined && plainName(called.name) !== plainName(name)) {
      faults.push({ field: 'phone', code: 'phone-of-other', about: called.name });
      return undefined;
    }
    if (called) return called;
    const written = email === undefined ? undefined : only('email', byEmail.get(plainEmail(email)));
    // A couple with one address are two people; somebody who has married has the same first name still.
    if (written && name !== undefined && firstOf(written.name) !== firstOf(name)) {
      faults.push({ field: 'email', code: 'email-of-other', about: written.name });
      return undefined;
    }
    return (
      written ??
      (name === undefined || !address ? undefined : only('name', byPlace.get(lives(name, address))))
    );
  };
  return { there, isReferred: (reference: string): boolean => byReference.has(reference) };
}

interface Usual {
  normal: { min: number; max: number };
  today: string;
}

/** A new citizen with what `assumptionsOf` says about the columns that are not there. */
function inputOf(who: CitizenRow, position: Position, { normal, today }: Usual): Omit<CitizenInput, 'cpr'> {
  const hasReach = Object.keys(who.reach).length > 0;
  return {
    name: who.name!,
    preferredChannel: who.preferredChannel ?? (who.phone ? 'sms' : who.email ? 'email' : 'letter'),
    position,
    jobGoals: who.jobGoals,
    hours: hoursOf(who.hours, normal),
    windows: who.windows ?? WEEKDAYS.map((weekday) => ({ weekday, from: '08:00', to: '16:00' })),
    reach: hasReach ? who.reach : { walk: 30, bike: 30, bus: 30 },
    limits: { liftKg: 5, standing: 1, noise: 1, peopleContact: 1, other: [], ...who.limits },
    danishLevel: who.danishLevel ?? 3,
    certificates: [],
    ruledOutCompanyIds: [],
    saidYes: who.saidYes ?? false,
    availableFrom: who.availableFrom ?? today,
    ...(who.phone !== undefined && { phone: who.phone }),
    ...(who.email !== undefined && { email: who.email }),
    ...(who.address && { address: who.address }),
    ...(who.sharedPhone !== undefined && { sharedPhone: who.sharedPhone }),
    ...(who.protectedAddress !== undefined && { protectedAddress: who.protectedAddress }),
    ...(who.language !== undefined && { language: who.language }),
  };
}

/** What the row says stands; what it does not say is as near to the usual as that allows. */
function hoursOf(said: CitizenRow['hours'], normal: { min: number; max: number }): Citizen['hours'] {
  const min = said.min ?? Math.min(normal.min, said.wish ?? Infinity, said.max ?? Infinity);
  const max = said.max ?? Math.max(normal.max, said.wish ?? 0, min);
  return { min, max, wish: said.wish ?? Math.max(min, Math.min(max, normal.min)) };
}

/**
 * What the row says and nothing else. Who follows a citizen is not changed by a file: that is a handover, with a reason,
 * on the citizen's page.
 */
function changeOf(who: CitizenRow, position: Position | undefined): CitizenChange {
  const hours = Object.fromEntries(Object.entries(who.hours).filter(([, value]) => value !== undefined));
  return {
    ...(who.name !== undefined && { name: who.name }),
    ...(who.phone !== undefined && { phone: who.phone }),
    ...(who.email !== undefined && { email: who.email }),
    ...(who.preferredChannel !== undefined && { preferredChannel: who.preferredChannel }),
    ...(who.sharedPhone !== undefined && { sharedPhone: who.sharedPhone }),
    ...(who.language !== undefined && { language: who.language }),
    ...(who.address && { address: who.address, ...(position && { position }) }),
    ...(who.protectedAddress !== undefined && { protectedAddress: who.protectedAddress }),
    ...(who.jobGoals.length > 0 && { jobGoals: who.jobGoals }),
    ...(Object.keys(hours).length > 0 && { hours }),
    ...(who.windows && { windows: who.windows }),
    ...(Object.keys(who.reach).length > 0 && { reach: who.reach }),
    ...(Object.keys(who.limits).length > 0 && { limits: who.limits }),
    ...(who.danishLevel !== undefined && { danishLevel: who.danishLevel }),
    ...(who.saidYes !== undefined && { saidYes: who.saidYes }),
    ...(who.availableFrom !== undefined && { availableFrom: who.availableFrom }),
  };
}

const changed = (citizen: Citizen, { cpr: _, hours, reach, limits, ...fields }: CitizenChange): Citizen => ({
  ...citizen,
  ...fields,
  hours: { ...citizen.hours, ...hours },
  reach: { ...citizen.reach, ...reach } as Citizen['reach'],
  limits: { ...citizen.limits, ...limits },
});
