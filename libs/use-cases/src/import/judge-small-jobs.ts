import {
  checkWeek,
  cvrIn,
  DomainError,
  type Company,
  type SmallJob,
  type SmallJobRow,
  type Staff,
} from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import type { SmallJobInput } from '../small-job/post-small-job.js';
import { grouped, said, wrong, type JudgedRow, type Reading } from './judged-row.js';
import { staffNamed } from './staff-named.js';
import { plainName, spellingsOf } from './written-names.js';

/**
 * Small jobs become drafts at a company that stands there. They are known by their own number, or by company, title and
 * first day, and one that is known is left alone: somebody may have been promised it.
 */
export async function judgeSmallJobs(
  unit: UnitOfWork,
  readings: readonly Reading<SmallJobRow>[],
): Promise<JudgedRow[]> {
  const companyOf = await companiesNamed(unit, readings);
  const staff = await unit.staff.list({ active: true });
  const jobOf = await smallJobsThere(unit, readings);
  return readings.map((reading) => {
    const { row, said: job, faults } = reading;
    const company = companyOf(reading);
    const fixedContactId = contactOf(reading, staff);
    if (job.shifts) checkShifts(reading);
    if (faults.length > 0 || !company) return wrong(reading);
    const known = jobOf(job, company);
    if (known) {
      const { id, title } = known;
      return { row, outcome: 'known', faults, known: { id, name: title }, changes: [], work: null };
    }
    const input = { ...inputOf(job, company), ...(fixedContactId !== undefined && { fixedContactId }) };
    return {
      row,
      outcome: 'new',
      faults,
      known: null,
      changes: [],
      work: { do: 'post-small-job', input, reference: job.reference },
    };
  });
}

async function companiesNamed(unit: UnitOfWork, readings: readonly Reading<SmallJobRow>[]) {
  const written = said(readings.map(({ said: job }) => job.company));
  const byNumber = await unit.companies.list({ cvr: { in: said(written.map(cvrIn)) } });
  const byName = await unit.companies.list({ name: { in: written.flatMap(spellingsOf) } });
  const numbers = new Map(byNumber.map((company) => [company.cvr, company]));
  const names = grouped(byName, ({ name }) => plainName(name));
  return ({ said: { company }, faults }: Reading<SmallJobRow>): Company | undefined => {
    if (company === undefined) return undefined;
    const hits = names.get(plainName(company)) ?? [];
    const hit = numbers.get(cvrIn(company) ?? '') ?? hits[0];
    if (!hit) faults.push({ field: 'company', code: 'company', about: company });
    else if (hits.length > 1) faults.push({ field: 'company', code: 'ambiguous', about: company });
    return hit;
  };
}

async function smallJobsThere(unit: UnitOfWork, readings: readonly Reading<SmallJobRow>[]) {
  const references = await unit.externalReferences.list({
    kind: 'small-jobs',
    reference: { in: said(readings.map(({ said: { reference } }) => reference)) },
  });
  const jobs = [
    ...(await unit.smallJobs.list({ id: { in: references.map(({ subjectId }) => subjectId) } })),
    ...(await unit.smallJobs.list({ title: { in: said(readings.map(({ said: { title } }) => title)) } })),
  ];
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const byReference = new Map(references.map(({ reference, subjectId }) => [reference, byId.get(subjectId)]));
  return ({ reference, title, startDate }: SmallJobRow, company: Company): SmallJob | undefined =>
    (reference === undefined ? undefined : byReference.get(reference)) ??
    jobs.find((job) => job.companyId === company.id && job.title === title && job.startDate === startDate);
}

function contactOf({ said: { fixedContact }, faults }: Reading<SmallJobRow>, staff: readonly Staff[]) {
  if (fixedContact === undefined) return undefined;
  const hit = staffNamed(staff, fixedContact);
  if (hit !== undefined && hit !== 'ambiguous') return hit.id;
  faults.push({ field: 'fixedContact', code: hit ?? 'staff', about: fixedContact });
  return undefined;
}

function checkShifts({ said: { shifts = [] }, faults }: Reading<SmallJobRow>): void {
  try {
    checkWeek(shifts.map((shift) => ({ ...shift, breakMinutes: 0 })));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ field: 'shifts', code: 'rule', about: error.code });
  }
}

const inputOf = (job: SmallJobRow, company: Company): SmallJobInput => ({
  companyId: company.id,
  title: job.title!,
  category: job.category!,
  description: job.description ?? job.title!,
  workplace: job.address ?? {
    ...company.address,
    ...(company.position && { position: company.position }),
  },
  weeklyShifts: job.shifts!,
  startDate: job.startDate!,
  ...(job.endDate !== undefined && { endDate: job.endDate }),
  startFlexibilityMinutes: job.startFlexibilityMinutes ?? 0,
  hourlyWageOre: job.hourlyWageOre!,
  ...(job.collectiveAgreement !== undefined && { collectiveAgreement: job.collectiveAgreement }),
  demands: { liftKg: 5, standing: 1, noise: 1, peopleContact: 1, other: [], ...job.demands },
  danishLevel: job.danishLevel ?? 2,
  certificates: [],
  accommodationsOffered: [],
  positions: job.positions ?? 1,
  companyContact: {
    name: job.contactName ?? company.contact.name,
    phone: job.contactPhone ?? company.contact.phone,
  },
});
