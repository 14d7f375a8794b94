import { describe, expect, it } from '@jest/globals';
import { aCandidateCitizen } from '../../../../test/builders/citizen.js';
import { aCandidateSmallJob, aMatchingDay } from '../../../../test/builders/small-job.js';
import type { CandidateCitizen, CandidateSmallJob } from '../candidates.js';
import { changedCitizen, changedSmallJob } from '../changes.js';
import { evaluate } from '../ranking/evaluate.js';
import type { Failure } from '../ranking/failures.js';

const day = aMatchingDay();
const failed = (job: CandidateSmallJob, citizen: CandidateCitizen): Failure[] =>
  evaluate(job, citizen, { day }).failed;

describe('phase', () => {
  it('keeps somebody out who has not said yes, until the yes is there', () => {
    const citizen = aCandidateCitizen({ saidYes: false });
    const job = aCandidateSmallJob();
    expect(failed(job, citizen)).toEqual([
      {
        constraint: 'phase',
        text: 'har ikke sagt ja til et småjob endnu',
        change: { on: 'citizen', text: 'personen selv siger ja til et småjob', body: { saidYes: true } },
      },
    ]);
    expect(failed(job, changedCitizen(citizen, { saidYes: true }))).toEqual([]);
  });
});

describe('available-from', () => {
  const citizen = aCandidateCitizen({ availableFrom: '2026-12-14' });

  it('proposes the day the citizen can begin', () => {
    const job = aCandidateSmallJob({ startDate: '2026-12-07' });
    const [failure] = failed(job, citizen);
    expect(failure).toEqual({
      constraint: 'available-from',
      text: 'starter 7. december, kan fra 14. december',
      change: {
        on: 'small-job',
        text: 'jobbet starter mandag den 14. december',
        body: { startDate: '2026-12-14' },
      },
    });
    expect(failed(changedSmallJob(job, { startDate: '2026-12-14' }), citizen)).toEqual([]);
  });

  it('holds on the day itself', () => {
    expect(failed(aCandidateSmallJob({ startDate: '2026-12-14' }), citizen)).toEqual([]);
  });

  it('counts a start date that has passed as a start today', () => {
    const longOpen = aCandidateSmallJob({ startDate: '2026-09-01' });
    expect(failed(longOpen, aCandidateCitizen({ availableFrom: '2026-11-21' }))).toEqual([]);
    expect(failed(longOpen, aCandidateCitizen({ availableFrom: '2026-11-22' }))[0]?.text).toBe(
      'starter 21. november, kan fra 22. november',
    );
  });

  it('asks the citizen when the job is over before', () => {
    const job = aCandidateSmallJob({ startDate: '2026-12-07', endDate: '2026-12-11' });
    const change = failed(job, citizen)[0]?.change;
    expect(change).toMatchObject({ on: 'citizen', body: { availableFrom: '2026-12-07' } });
    expect(failed(job, changedCitizen(citizen, { availableFrom: '2026-12-07' }))).toEqual([]);
  });
});

describe('ruled-out', () => {
  it('respects a no from the citizen and proposes nothing', () => {
    const job = aCandidateSmallJob();
    expect(failed(job, aCandidateCitizen({ ruledOutCompanyIds: [job.companyId] }))).toEqual([
      {
        constraint: 'ruled-out',
        text: 'har selv valgt virksomheden fra',
        change: { on: 'none', text: 'personen selv vil prøve virksomheden' },
      },
    ]);
  });

  it('respects a no from the company', () => {
    const citizen = aCandidateCitizen();
    expect(failed(aCandidateSmallJob({ ruledOutCitizenIds: [citizen.id] }), citizen)).toEqual([
      {
        constraint: 'ruled-out',
        text: 'virksomheden har sagt nej tak',
        change: { on: 'none', text: 'virksomheden selv siger ja' },
      },
    ]);
  });

  it('is about this company and this citizen only', () => {
    const job = aCandidateSmallJob({ ruledOutCitizenIds: ['another citizen'] });
    expect(failed(job, aCandidateCitizen({ ruledOutCompanyIds: ['another company'] }))).toEqual([]);
  });
});

describe('placement-used', () => {
  const companyId = 'a company';
  const citizen = aCandidateCitizen({ placementUsedCompanyIds: [companyId] });

  it('does not stand in the way of a job with pay from the first day', () => {
    expect(failed(aCandidateSmallJob({ companyId }), citizen)).toEqual([]);
  });

  it('keeps the citizen from a second unpaid placement at the company', () => {
    expect(failed(aCandidateSmallJob({ companyId, unpaidPlacement: true }), citizen)).toEqual([
      {
        constraint: 'placement-used',
        text: 'har allerede været i praktik i virksomheden',
        change: { on: 'small-job', text: 'jobbet har løn fra første dag' },
      },
    ]);
  });

  it('allows an unpaid placement elsewhere', () => {
    expect(failed(aCandidateSmallJob({ companyId: 'another', unpaidPlacement: true }), citizen)).toEqual([]);
  });
});
