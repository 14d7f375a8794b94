import type { Agreement, Citizen, Company, Match, Offer, SmallJob, Staff } from '#domain';
import type { UnitOfWork } from '#use-cases';
import type { DatabaseUnderTest } from './databases.js';
import { municipality, rowsOf, type Rows } from './rows.js';

export interface Workplace {
  municipalityId: string;
  rows: Rows;
  inside: <R>(work: (unit: UnitOfWork) => Promise<R>) => Promise<R>;
  staff: Staff;
  company: Company;
  smallJob: SmallJob;
  citizen: Citizen;
  match: Match;
  offer: Offer;
  agreement: Agreement;
}

/** A municipality in which one citizen works in one small job: all that other rows point to. */
export async function workplaceIn({
  transactor,
  found,
}: Pick<DatabaseUnderTest, 'transactor' | 'found'>): Promise<Workplace> {
  const settled = municipality();
  await found(settled);
  const rows = rowsOf(settled.id);
  const staff = rows.staff();
  const company = rows.company();
  const smallJob = rows.smallJob(company.id, { positions: 3 });
  const citizen = rows.citizen({ brokerId: staff.id });
  const match = rows.match(smallJob.id, citizen.id, { state: 'confirmed' });
  const offer = rows.offer(match, company.id, { state: 'accepted' });
  const agreement = rows.agreement(offer);
  const inside: Workplace['inside'] = (work) => transactor.inMunicipality(settled.id, work);
  await inside(async (unit) => {
    await unit.staff.insert(staff);
    await unit.companies.insert(company);
    await unit.smallJobs.insert(smallJob);
    await unit.citizens.insert(citizen);
    await unit.matches.insert(match);
    await unit.offers.insert(offer);
    await unit.agreements.insert(agreement);
  });
  return {
    municipalityId: settled.id,
    rows,
    inside,
    staff,
    company,
    smallJob,
    citizen,
    match,
    offer,
    agreement,
  };
}
