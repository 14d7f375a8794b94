import { bulkProposalStates, refuseUnless, type Actor, type BulkProposal } from '#domain';
import { Transactor } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

/** *Fortryd*: as long as nobody has been asked, nobody is. Pressed twice, it was taken back once. */
export class UndoBulkProposal {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** @throws bulk-proposal.too-late when the first has been asked */
  async execute(bulkProposalId: string, actor: Actor): Promise<BulkProposal> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const bulk = found(await unit.bulkProposals.lock(bulkProposalId), 'bulk-proposal.not-found');
      if (bulk.state === 'cancelled') return bulk;
      refuseUnless(bulk.state === 'waiting', 'bulk-proposal.too-late');
      const cancelled: BulkProposal = {
        ...bulk,
        state: bulkProposalStates.move(bulk.state, 'cancelled'),
        finishedAt: await unit.now(),
      };
      await unit.bulkProposals.update(cancelled);
      await unit.forget('bulk-proposal.run', bulk.id);
      return cancelled;
    });
  }
}
