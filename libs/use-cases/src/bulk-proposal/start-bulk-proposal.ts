import {
  MOST_BULK_PROPOSALS,
  refuseUnless,
  UNDO_SECONDS,
  type Actor,
  type BulkProposal,
  type BulkProposalItem,
} from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { bulkSituation, type Pair } from './bulk-situation.js';

/** *Send*: nobody is asked yet. The worker begins when the time to take it back is over. */
export class StartBulkProposal {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** @throws bulk-proposal.nobody when all would be left out, bulk-proposal.too-many */
  async execute(pairs: readonly Pair[], actor: Actor): Promise<BulkProposal> {
    refuseUnlessStaff(actor);
    const { staffId, municipalityId } = actor;
    refuseUnless(pairs.length <= MOST_BULK_PROPOSALS, 'bulk-proposal.too-many');
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      const now = await unit.now();
      const situation = await bulkSituation(unit, pairs, { staffId, leavesAt: now });
      refuseUnless(
        situation.some(({ leftOut }) => leftOut === null),
        'bulk-proposal.nobody',
      );
      const bulk: BulkProposal = {
        id: this.ids.next(),
        municipalityId,
        state: 'waiting',
        byStaffId: staffId,
        itemCount: situation.length,
        placeReached: 0,
        sendsAt: now.add({ seconds: UNDO_SECONDS }),
        createdAt: now,
        finishedAt: null,
      };
      await unit.bulkProposals.insert(bulk);
      await unit.bulkProposalItems.insertMany(
        situation.map(({ smallJob, citizen, leftOut }, at): BulkProposalItem => ({
          id: this.ids.next(),
          municipalityId,
          bulkProposalId: bulk.id,
          place: at + 1,
          smallJobId: smallJob.id,
          citizenId: citizen.id,
          state: leftOut === null ? 'waiting' : 'left-out',
          matchId: null,
          problem: leftOut,
          doneAt: leftOut === null ? null : now,
        })),
      );
      await logShown(
        unit,
        actor,
        situation.map(({ citizen }) => citizen.id),
        'bulk-proposal.show',
      );
      await unit.wake('bulk-proposal.run', bulk.id, bulk.sendsAt);
      return bulk;
    });
  }
}
