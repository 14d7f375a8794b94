import { beforeEach, describe, expect, it } from '@jest/globals';
import { citizenInputs, smallJobInputs } from '#matching';
import { municipality, rowsOf } from '../contracts/rows.js';
import { InMemoryTransactor } from '../fakes/index.js';
import { asCandidate, asCandidateJob, readAllRows, type UnitOfWork } from '#use-cases';

const ours = municipality();
const rows = rowsOf(ours.id);
const canary = 'KANARIEFUGL';
let transactor: InMemoryTransactor;
const within = <R>(work: (unit: UnitOfWork) => Promise<R>): Promise<R> =>
  transactor.inMunicipality(ours.id, work);

beforeEach(async () => {
  transactor = new InMemoryTransactor();
  transactor.found(ours);
  const staff = rows.staff();
  const company = rows.company({ name: canary });
  const smallJob = rows.smallJob(company.id, { title: canary, description: canary, status: 'open' });
  const citizen = rows.citizen({
    name: canary,
    email: `${canary}@example.dk`,
    address: { street: canary, postcode: '7100', town: canary },
    cprSealed: canary,
    benefit: { rate: 'forhoejet', benefitBeforeOre: 1_400_000, confirmedBy: canary },
    contactLevel: 'close',
  });
  await within(async (unit) => {
    await unit.staff.insert(staff);
    await unit.companies.insert(company);
    await unit.smallJobs.insert(smallJob);
    await unit.contacts.insert(rows.contact(smallJob.id, staff.id));
    await unit.citizens.insert(citizen);
  });
});

describe('what is handed to the engine', () => {
  it('is the declared inputs, whichever way it is read', async () => {
    const told = await within(async (unit) => {
      const [citizen] = await unit.citizens.list();
      const [smallJob] = await unit.smallJobs.list();
      const exact = await readAllRows(unit, 'exact');
      const coarse = await readAllRows(unit, 'coarse');
      return {
        citizens: [await asCandidate(unit, citizen!, exact.day), ...exact.citizens, ...coarse.citizens],
        smallJobs: [await asCandidateJob(unit, smallJob!), ...exact.smallJobs],
      };
    });
    expect([told.citizens.length, told.smallJobs.length]).toEqual([3, 2]);
    for (const citizen of told.citizens)
      expect(Object.keys(citizen).sort()).toEqual([...citizenInputs, 'agreedSlots'].sort());
    for (const job of told.smallJobs)
      expect(Object.keys(job).sort()).toEqual(
        [...smallJobInputs, 'workplace', 'ruledOutCitizenIds', 'fixedContactId'].sort(),
      );
    expect(JSON.stringify(told)).not.toContain(canary);
  });
});
