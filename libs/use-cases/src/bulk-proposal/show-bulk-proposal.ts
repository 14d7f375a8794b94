import type { Actor, BulkProposal, BulkProposalItem, Citizen, SmallJob, Staff } from '#domain';
import { Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

export interface BulkProposalShown {
  bulk: BulkProposal;
  by: Staff;
  /** In the order they were chosen. */
  items: { item: BulkProposalItem; smallJob: SmallJob; citizen: Citizen }[];
}

/** How far it is, and what became of each. */
export class ShowBulkProposal {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(bulkProposalId: string, actor: Actor): Promise<BulkProposalShown> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const bulk = found(await unit.bulkProposals.find(bulkProposalId), 'bulk-proposal.not-found');
      const by = found(await unit.staff.find(bulk.byStaffId), 'staff.not-found');
      const rows = await unit.bulkProposalItems.list({ bulkProposalId }, { order: [{ by: 'place' }] });
      const citizens = await unit.citizens.list({ id: { in: rows.map(({ citizenId }) => citizenId) } });
      const jobs = await unit.smallJobs.list({ id: { in: rows.map(({ smallJobId }) => smallJobId) } });
      const citizenOf = new Map(citizens.map((one) => [one.id, one]));
      const jobOf = new Map(jobs.map((one) => [one.id, one]));
      await logShown(unit, actor, [...citizenOf.keys()], 'bulk-proposal.show');
      const items = rows.map((item) => ({
        item,
        smallJob: found(jobOf.get(item.smallJobId), 'small-job.not-found'),
        citizen: found(citizenOf.get(item.citizenId), 'citizen.not-found'),
      }));
      return { bulk, by, items };
    });
  }

  /** The newest of all, without the people in them. */
  async latest(limit: number, actor: Actor): Promise<BulkProposal[]> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      unit.bulkProposals.list(
        { byStaffId: actor.staffId },
        { order: [{ by: 'createdAt', direction: 'desc' }], limit },
      ),
    );
  }
}
