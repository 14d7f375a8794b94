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
  /** The index learns that somebody is gone; its lists are not told. */
  const drifted = (withLists: boolean): HeldIndex => {
    const held = HeldIndex.of(rowsOf(one, other), { withLists });
    held.index.removeCitizen(other.id);
    held.citizenIds.delete(other.id);
    return held;
  };

  it('finds a list that an edit has not reached, where lists are kept', () => {
    expect(differences(drifted(true), HeldIndex.of(rowsOf(one)))).toEqual({ lists: 2, differing: 1 });
    expect(differences(drifted(false), HeldIndex.of(rowsOf(one)))).toEqual({ lists: 2, differing: 0 });
  });

  it('finds nothing where both were told', () => {
    const held = HeldIndex.of(rowsOf(one, other), { withLists: true });
    const changes = { day: aMatchingDay(), citizens: [], smallJobs: [], goneSmallJobIds: [] };
    held.follow({ version: 2, goneCitizenIds: [other.id], ...changes });
    expect(differences(held, HeldIndex.of(rowsOf(one)))).toEqual({ lists: 2, differing: 0 });
  });

  it('finds who is on one side only', () => {
    const { differing } = differences(HeldIndex.of(rowsOf(one)), HeldIndex.of(rowsOf(one, other)));
    expect(differing).toBe(2);
  });
});
