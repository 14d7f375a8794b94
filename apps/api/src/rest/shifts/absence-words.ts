import { absenceCauses } from '#domain';
import { fieldDecorator, type FieldDecorator } from '../../http/fields/field.js';
import { oneOf } from '../../http/fields/index.js';

export const absenceReporters = ['citizen', 'employer', 'contact'] as const;

/** SYG, forsinket bus, barn syg: what people write is understood, what is kept is one of a closed list. */
const causeOf: Readonly<Record<string, (typeof absenceCauses)[number]>> = {
  illness: 'sick',
  ill: 'sick',
  sickness: 'sick',
  syg: 'sick',
  sygdom: 'sick',
  'child-sick': 'family',
  'barn-syg': 'family',
  familie: 'family',
  bus: 'transport',
  'kan-ikke': 'cannot',
  andet: 'other',
};

const reporterOf: Readonly<Record<string, (typeof absenceReporters)[number]>> = {
  workplace: 'employer',
  company: 'employer',
  consultant: 'contact',
  leader: 'contact',
  borger: 'citizen',
};

function understood(closed: FieldDecorator, words: Readonly<Record<string, string>>): FieldDecorator {
  const read = (value: unknown): unknown => {
    const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
    return typeof word === 'string' && Object.hasOwn(words, word) ? words[word] : word;
  };
  return fieldDecorator({ ...closed.field, normalise: read });
}

/** Why; a company never sees it. */
export const absenceCause = (): FieldDecorator =>
  understood(oneOf(absenceCauses, { example: 'sick' }), causeOf);

/** Whose word it is. */
export const absenceReporter = (): FieldDecorator =>
  understood(oneOf(absenceReporters, { example: 'citizen' }), reporterOf);
