import { changesBetween, companyInCells, type Company, type CompanyRow, type Import } from '#domain';
import type { CompanyChange } from '../company/change-company.js';
import type { UnitOfWork } from '../ports/index.js';
import { positionOfTown } from '../small-job/position-of.js';
import { said, wrong, type JudgedRow, type Reading } from './judged-row.js';

/** Companies are known by their CVR number. */
export async function judgeCompanies(
  unit: UnitOfWork,
  file: Import,
  readings: readonly Reading<CompanyRow>[],
): Promise<JudgedRow[]> {
  const there = await unit.companies.list({ cvr: { in: said(readings.map(({ said: row }) => row.cvr)) } });
  const byCvr = new Map(there.map((company) => [company.cvr, company]));
  return readings.map((reading) => {
    const { row, said: who, faults } = reading;
    const known = who.cvr === undefined ? undefined : byCvr.get(who.cvr);
    if (faults.length > 0) return { ...wrong(reading), known: known ? named(known) : null };
    const contact = {
      name: who.contactName!,
      phone: who.contactPhone!,
      ...(who.contactEmail !== undefined && { email: who.contactEmail }),
    };
    const position = positionOfTown(who.address!);
    if (!known) {
      const input = {
        cvr: who.cvr!,
        name: who.name!,
        address: who.address!,
        contact,
        ...(position && { position }),
        ...(who.industry !== undefined && { industry: who.industry }),
      };
      return {
        row,
        outcome: 'new',
        faults,
        known: null,
        changes: [],
        work: { do: 'register-company', input },
      };
    }
    const change: CompanyChange = {
      name: who.name!,
      address: who.address!,
      contact,
      ...(position && known.address.postcode !== who.address!.postcode && { position }),
      ...(who.industry !== undefined && { industry: who.industry }),
    };
    const after = { ...known, ...change, contact: { ...known.contact, ...contact } };
    const changes = changesBetween(companyInCells(known), companyInCells(after));
    const isSame = changes.length === 0;
    return {
      row,
      outcome: isSame || !file.updatesExisting ? 'known' : 'change',
      faults,
      known: named(known),
      changes,
      work: isSame ? null : { do: 'change-company', companyId: known.id, change },
    };
  });
}

const named = ({ id, name }: Company) => ({ id, name });
