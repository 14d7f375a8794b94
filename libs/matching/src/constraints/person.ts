import { dateText, longDateText } from '../danish/amounts.js';
import type { Constraint } from './constraint.js';

/** Nobody is proposed before saying yes to a small job (R08). */
export const phase: Constraint = {
  code: 'phase',
  comparison: { kind: 'flag', citizen: ({ citizen }) => citizen.saidYes },
  reads: { job: [], citizen: ['saidYes'] },
  failure: () => 'har ikke sagt ja til et småjob endnu',
  change: () => ({ on: 'citizen', text: 'personen selv siger ja til et småjob', body: { saidYes: true } }),
};

/** A start date that has passed counts as a start today. A later start is proposed unless the job has ended by then. */
export const availableFrom: Constraint = {
  code: 'available-from',
  comparison: {
    kind: 'at-least',
    job: ({ startDay }) => startDay,
    citizen: ({ availableDay }) => availableDay,
  },
  reads: { job: ['startDate'], citizen: ['availableFrom'] },
  failure: ({ job, citizen }) =>
    `starter ${dateText(job.start)}, kan fra ${dateText(citizen.citizen.availableFrom)}`,
  change: ({ job, citizen }) => {
    const from = citizen.citizen.availableFrom;
    if (job.job.endDate !== null && from > job.job.endDate) {
      return {
        on: 'citizen',
        text: `en start ${longDateText(job.start)} kan lade sig gøre`,
        body: { availableFrom: job.start },
      };
    }
    return { on: 'small-job', text: `jobbet starter ${longDateText(from)}`, body: { startDate: from } };
  },
};

/** A no from either side stands until that side itself says otherwise, so no change is proposed. */
export const ruledOut: Constraint = {
  code: 'ruled-out',
  comparison: {
    kind: 'mutual',
    job: ({ job }) => ({ id: job.companyId, ruledOut: job.ruledOutCitizenIds }),
    citizen: ({ citizen }) => ({ id: citizen.id, ruledOut: citizen.ruledOutCompanyIds }),
  },
  reads: { job: ['companyId', 'ruledOutCitizenIds'], citizen: ['id', 'ruledOutCompanyIds'] },
  failure: ({ job, citizen }) =>
    citizen.citizen.ruledOutCompanyIds.includes(job.job.companyId)
      ? 'har selv valgt virksomheden fra'
      : 'virksomheden har sagt nej tak',
  change: ({ job, citizen }) => ({
    on: 'none',
    text: citizen.citizen.ruledOutCompanyIds.includes(job.job.companyId)
      ? 'personen selv vil prøve virksomheden'
      : 'virksomheden selv siger ja',
  }),
};

/**
 * Small jobs are paid: this stands in the way only of a job that begins with unpaid placement, at a company where
 * the citizen has already had one. Pay from the first day lifts it; the interface has no field to patch for that.
 */
export const placementUsed: Constraint = {
  code: 'placement-used',
  comparison: {
    kind: 'holds-none',
    sparse: true,
    job: ({ job }) => (job.unpaidPlacement === true ? [job.companyId] : []),
    citizen: ({ citizen }) => citizen.placementUsedCompanyIds,
  },
  reads: { job: ['companyId', 'unpaidPlacement'], citizen: ['placementUsedCompanyIds'] },
  failure: () => 'har allerede været i praktik i virksomheden',
  change: () => ({ on: 'small-job', text: 'jobbet har løn fra første dag' }),
};
