import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../test/builders/citizen.js';
import { aCandidateSmallJob } from '../../../test/builders/small-job.js';
import { bothChanges, changedCitizen, changedFields, changedSmallJob } from './changes.js';

describe('changes as PATCH makes them', () => {
  it('merge demands, hours and reach and replace lists', () => {
    const job = changedSmallJob(
      aCandidateSmallJob({ demands: { liftKg: 15, noise: 2 }, certificates: ['truck'] }),
      {
        demands: { liftKg: 5 },
        certificates: [],
      },
    );
    expect(job.demands).toMatchObject({ liftKg: 5, noise: 2 });
    expect(job.certificates).toEqual([]);
    const citizen = changedCitizen(aCandidateCitizen({ reach: { bike: 20 } }), {
      reach: { bus: 40 },
      hours: { max: 9 },
    });
    expect(citizen.reach).toEqual({ bike: 20, bus: 40 });
    expect(citizen.hours).toEqual({ min: 5, max: 9, wish: 12 });
  });

  it('leave the original alone', () => {
    const job = aCandidateSmallJob({ demands: { liftKg: 15 } });
    changedSmallJob(job, { demands: { liftKg: 5 } });
    expect(job.demands.liftKg).toBe(15);
  });

  it('go together unless they set the same field', () => {
    expect(bothChanges({ demands: { liftKg: 5 } }, { demands: { noise: 0 }, danishLevel: 1 })).toEqual({
      demands: { liftKg: 5, noise: 0 },
      danishLevel: 1,
    });
    expect(bothChanges({ demands: { liftKg: 5 } }, { demands: { liftKg: 2 } })).toBeNull();
    expect(bothChanges({ danishLevel: 1 }, { danishLevel: 1 })).toBeNull();
    expect(bothChanges({ danishLevel: 1 }, { startDate: '2026-12-07' })).not.toHaveProperty('demands');
  });

  it('name their fields', () => {
    expect(changedFields({ demands: { liftKg: 5, other: [] }, startDate: '2026-12-07' })).toEqual([
      'demands.liftKg',
      'demands.other',
      'startDate',
    ]);
  });
});
