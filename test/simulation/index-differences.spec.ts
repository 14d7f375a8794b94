import { describe, expect, it } from '@jest/globals';
import { differences, HeldIndex, type IndexRows } from '#use-cases';
import { aCandidateCitizen } from '../builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay } from '../builders/small-job.js';

const [one, other] = [aCandidateCitizen(), aCandidateCitizen()];
const smallJobs = [aCandidateSmallJob()];
const rowsOf = (...citizens: IndexRows['citizens']): IndexRows => ({
  version: 1,
  day: aMatchingDay(),
  citizens,
  smallJobs,
});

describe('the comparison with a fresh index', () => {
  it('finds a list that an edit has not reached', () => {
    const held = HeldIndex.of(rowsOf(one, other));
    expect(differences(held, HeldIndex.of(rowsOf(one, { ...other, danishLevel: 1 })))).toEqual({
      lists: 3,
      differing: 2,
    });
  });

  it('finds nothing where both were told', () => {
    const held = HeldIndex.of(rowsOf(one, other));
    const changes = { day: aMatchingDay(), citizens: [], smallJobs: [], goneSmallJobIds: [] };
    held.follow({ version: 2, goneCitizenIds: [other.id], ...changes });
    expect(differences(held, HeldIndex.of(rowsOf(one)))).toEqual({ lists: 2, differing: 0 });
  });

  it('finds who is on one side only', () => {
    const { differing } = differences(HeldIndex.of(rowsOf(one)), HeldIndex.of(rowsOf(one, other)));
    expect(differing).toBe(2);
  });
});
