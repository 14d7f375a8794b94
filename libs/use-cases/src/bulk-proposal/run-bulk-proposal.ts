import {
  bulkProposalStates,
  DomainError,
  isBefore,
  type Actor,
  type BulkProposal,
  type BulkProposalItem,
} from '#domain';
import { AskBroker } from '../match/ask-broker.js';
import { ProposeMatch } from '../match/propose-match.js';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import type { Pair } from './bulk-situation.js';

/**
 * Asks one after another, each in a transaction of its own with the place that was reached: a worker that is killed in
 * the middle has asked whole people, and the next one goes on after them. Nobody is asked twice.
 */
export class RunBulkProposal {
  static readonly needs = [Transactor, ProposeMatch, AskBroker] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly propose: ProposeMatch,
    private readonly askBroker: AskBroker,
  ) {}

  async execute(municipalityId: string, bulkProposalId: string): Promise<void> {
    while (await this.next(municipalityId, bulkProposalId));
  }

  /** @returns whether there may be more to do. */
  private async next(municipalityId: string, bulkProposalId: string): Promise<boolean> {
    let refused: BulkProposalItem | undefined;
    try {
      return await this.transactor.inMunicipality(municipalityId, async (unit) => {
        const bulk = await going(unit, bulkProposalId);
        if (!bulk) return false;
        const item = await unit.bulkProposalItems.first(
          { bulkProposalId, state: 'waiting', place: { after: bulk.placeReached } },
          { order: [{ by: 'place' }] },
        );
        if (!item) {
          const state = bulkProposalStates.move(bulk.state, 'done');
          await unit.bulkProposals.update({ ...bulk, state, finishedAt: await unit.now() });
          return false;
        }
        refused = item;
        const { smallJobId, citizenId } = item;
        const actor = await actorOf(unit, bulk);
        const matchId = await this.ask(unit, { smallJobId, citizenId }, actor);
        await unit.bulkProposalItems.update({
          ...item,
          state: matchId === null ? 'broker-asked' : 'asked',
          matchId,
          doneAt: await unit.now(),
        });
        await unit.bulkProposals.update({ ...bulk, placeReached: item.place });
        return true;
      });
    } catch (error) {
      // What is away for a moment is no reason to leave somebody out: the job is tried again.
      if (!(error instanceof DomainError) || error.kind === 'unavailable' || !refused) throw error;
      await this.leaveOut(municipalityId, refused, error.code);
      return true;
    }
  }

  /** @returns the proposal; null when a colleague follows the citizen and has been asked instead. */
  private async ask(unit: UnitOfWork, pair: Pair, actor: Actor): Promise<string | null> {
    const { brokerId } = found(await unit.citizens.find(pair.citizenId), 'citizen.not-found');
    if (brokerId !== null && brokerId !== actor.staffId) {
      await this.askBroker.within(unit, pair, actor);
      return null;
    }
    return (await this.propose.within(unit, { ...pair, onlyIfFree: true, onlyOwn: true }, actor)).id;
  }

  /** Somebody was taken, or something changed, in the meantime: said of this one, and the others go on. */
  private async leaveOut(municipalityId: string, item: BulkProposalItem, problem: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const bulk = await going(unit, item.bulkProposalId);
      if (!bulk || bulk.placeReached >= item.place) return;
      await unit.bulkProposalItems.update({ ...item, state: 'left-out', problem, doneAt: await unit.now() });
      await unit.bulkProposals.update({ ...bulk, placeReached: item.place });
    });
  }
}

/** Begins when the time to take it back is over, by the clock of the database. */
async function going(unit: UnitOfWork, bulkProposalId: string): Promise<BulkProposal | undefined> {
  const bulk = await unit.bulkProposals.lock(bulkProposalId);
  if (bulk?.state === 'running') return bulk;
  if (bulk?.state !== 'waiting' || isBefore(await unit.now(), bulk.sendsAt)) return undefined;
  return { ...bulk, state: bulkProposalStates.move(bulk.state, 'running') };
}

/** Whoever pressed *Send*. */
async function actorOf(unit: UnitOfWork, { id, municipalityId, byStaffId }: BulkProposal): Promise<Actor> {
  const { name, role } = found(await unit.staff.find(byStaffId), 'staff.not-found');
  return { role, municipalityId, staffId: byStaffId, name, holder: `bulk-proposal:${id}` };
}
