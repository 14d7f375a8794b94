import { MOST_BULK_PROPOSALS, refuseUnless, UNDO_SECONDS, type Actor, type Temporal } from '#domain';
import { Correspondence } from '../message/correspondence.js';
import { Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { bulkSituation, type Pair, type PairSituation } from './bulk-situation.js';

export interface BulkPreview {
  pairs: PairSituation[];
  /** When the worker would begin, if it were sent now: messages that leave later wait for the end of quiet hours. */
  sendsAt: Temporal.Instant;
}

/** Who gets what, and who is left out and why, before anything is sent. */
export class PreviewBulkProposal {
  static readonly needs = [Transactor, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
  ) {}

  /** @throws bulk-proposal.nobody, bulk-proposal.too-many */
  async execute(pairs: readonly Pair[], actor: Actor): Promise<BulkPreview> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    refuseUnless(pairs.length > 0, 'bulk-proposal.nobody');
    refuseUnless(pairs.length <= MOST_BULK_PROPOSALS, 'bulk-proposal.too-many');
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const sendsAt = (await unit.now()).add({ seconds: UNDO_SECONDS });
      const leavesAt = await this.correspondence.leavesAt(unit, sendsAt);
      const situation = await bulkSituation(unit, pairs, { staffId, leavesAt });
      await logShown(
        unit,
        actor,
        situation.map(({ citizen }) => citizen.id),
        'bulk-proposal.show',
      );
      return { pairs: situation, sendsAt };
    });
  }
}
