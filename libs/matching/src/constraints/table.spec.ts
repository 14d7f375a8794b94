import { describe, expect, it } from '@jest/globals';
import { constraintCodes } from './constraint.js';
import { constraints } from './table.js';

describe('the table of constraints', () => {
  it('has the codes of the interface, once each and in its order', () => {
    expect(constraints.map(({ code }) => code)).toEqual([...constraintCodes]);
    expect(constraintCodes.join(', ')).toBe(
      'phase, hours-below, hours-above, available-from, lifting, standing, noise, people-contact, other, ' +
        'danish-level, certificate, ruled-out, placement-used, travel, windows, overlap',
    );
  });

  it('reads nothing of a citizen that could be a diagnosis, an age, a gender, an origin or an absence', () => {
    const read = new Set(
      constraints.flatMap(({ reads }) => reads.citizen.map((field) => field.split('.')[0])),
    );
    expect([...read].sort()).toEqual([
      'agreedSlots',
      'availableFrom',
      'certificates',
      'danishLevel',
      'hours',
      'id',
      'limits',
      'placementUsedCompanyIds',
      'position',
      'reach',
      'ruledOutCompanyIds',
      'saidYes',
      'windows',
    ]);
  });
});
