import type { Citizen } from '#domain';
import {
  citizenInputs,
  parts,
  pickCitizenInputs,
  pickSmallJobInputs,
  smallJobInputs,
  type CandidateCitizen,
  type CandidateSmallJob,
} from '#matching';
import { describe, expect, it, test } from '@jest/globals';
import { aCitizen } from '../builders/citizen.js';
import { aSmallJob } from '../builders/small-job.js';
import { mayNeverDecide } from '../support/never-an-input.js';

/** `true` only when both are the same set of names; anything else is no type that `true` has. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

// Checked by the compiler (`npm run check:types`): a further field of either type is an error here.
const citizenHasNoOtherField: Same<keyof CandidateCitizen, (typeof citizenInputs)[number] | 'agreedSlots'> =
  true;
const smallJobHasNoOtherField: Same<
  keyof CandidateSmallJob,
  (typeof smallJobInputs)[number] | 'workplace' | 'ruledOutCitizenIds' | 'fixedContactId' | 'unpaidPlacement'
> = true;
const ofTheWorkplaceOnlyThePosition: Same<keyof CandidateSmallJob['workplace'], 'position'> = true;
/** What the municipality keeps of a person and no ranking may know. */
const isNoInput: Same<
  Exclude<keyof Citizen, keyof CandidateCitizen>,
  | 'municipalityId'
  | 'name'
  | 'phone'
  | 'email'
  | 'preferredChannel'
  | 'sharedPhone'
  | 'language'
  | 'address'
  | 'protectedAddress'
  | 'contactLevel'
  | 'cprSealed'
  | 'mondayReminder'
  | 'phoneVerifiedAt'
  | 'benefit'
> = true;

/** Every name in a value, to the bottom. */
function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (value === null || typeof value !== 'object' || 'epochMilliseconds' in value) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)]);
}

const canary = 'KANARIEFUGL';
/** A person with something in every field that is no input, and in one that a later migration might add. */
const kept = {
  ...aCitizen({
    name: canary,
    phone: canary,
    email: canary,
    address: { street: canary, postcode: canary, town: canary },
    cprSealed: canary,
    benefit: { rate: 'forhoejet', benefitBeforeOre: 1, confirmedBy: canary },
    needs: ['rolig-start'],
    certificates: ['truck'],
    ruledOutCompanyIds: ['company'],
    placementUsedCompanyIds: ['company'],
    dream: 'lager',
    triedJobs: [
      { smallJobId: 'a', category: 'lager', weeklyMinutes: 1, noise: 1, peopleContact: 1, wentWell: true },
    ],
  }),
  language: canary as 'da',
  contactLevel: canary as 'low',
  preferredChannel: canary as 'sms',
  municipalityId: canary,
  age: canary,
  noShows: canary,
};
const job = {
  ...aSmallJob({
    title: canary,
    description: canary,
    companyContact: { name: canary, phone: canary },
    workplace: { street: canary, postcode: canary, town: canary, position: { lat: 55.7, lon: 9.5 } },
  }),
  wantsGender: canary,
};

describe('what the engine is told', () => {
  const slots = [{ weekday: 1, start: '08:00', end: '12:00' } as const];
  const citizen = pickCitizenInputs(kept, slots);
  const smallJob = pickSmallJobInputs(job, { ruledOutCitizenIds: ['somebody'], fixedContactId: 'mette' });

  it('is the declared inputs and nothing else, whatever else stands in the row', () => {
    expect(Object.keys(citizen).sort()).toEqual([...citizenInputs, 'agreedSlots'].sort());
    expect(Object.keys(smallJob).sort()).toEqual(
      [...smallJobInputs, 'workplace', 'ruledOutCitizenIds', 'fixedContactId'].sort(),
    );
    expect(Object.keys(smallJob.workplace)).toEqual(['position']);
    expect(JSON.stringify([citizen, smallJob])).not.toContain(canary);
    // The fields themselves are there as they stood.
    expect(citizen).toMatchObject({ id: kept.id, limits: kept.limits, dream: 'lager', agreedSlots: slots });
    expect(smallJob).toMatchObject({
      id: job.id,
      demands: job.demands,
      workplace: { position: { lat: 55.7 } },
    });
  });

  it('has no name, at any depth, of what may never decide', () => {
    const names = [...namesIn(citizen), ...namesIn(smallJob)];
    expect(names).toEqual(
      expect.arrayContaining(['jobGoals', 'ownWords', 'wentWell', 'liftKg', 'breakMinutes']),
    );
    expect(names.filter(mayNeverDecide)).toEqual([]);
    expect(parts.map(({ id }) => id).filter(mayNeverDecide)).toEqual([]);
  });

  it('is so for the compiler too', () => {
    expect([
      citizenHasNoOtherField,
      smallJobHasNoOtherField,
      ofTheWorkplaceOnlyThePosition,
      isNoInput,
    ]).toEqual([true, true, true, true]);
  });
});

test.each([
  ...['age', 'birthDate', 'fodselsdato', 'foedselsdag', 'alder', 'gender', 'koen', 'køn', 'sex'],
  ...['herkomst', 'countryOfOrigin', 'nationality', 'religion', 'diagnosis', 'diagnoser', 'health_notes'],
  ...['illness', 'fravær', 'fravaer_dage', 'absenceCount', 'no_show_count', 'noShows', 'missed_shifts'],
  ...['cpr_sealed', 'benefit', 'churchMember', 'sanktion', 'union_member', 'has_children'],
])('%s may never decide', (name) => {
  expect(mayNeverDecide(name)).toBe(true);
});

test.each([
  'language',
  'danishLevel',
  'wentWell',
  'peopleContact',
  'certificates',
  'waiting_since',
  'relation',
])('%s is another word', (name) => {
  expect(mayNeverDecide(name)).toBe(false);
});
