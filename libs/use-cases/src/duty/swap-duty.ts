import { checkTurn, DomainError, refuseUnless, type Actor, type DutySwap, type DutyTurn } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { noteChange } from './note-change.js';

export interface SwapInput {
  turnId: string;
  toStaffId: string;
  /** The turn that one takes in return; null: nothing. */
  returnTurnId: string | null;
}

/** Two people swap between themselves: one asks, the other says yes or no, and the list changes with the yes. */
export class SwapDuty {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** Asked twice is asked once. @throws duty.not-found, duty.over, duty.swap-not-yours, duty.swap-same-person, duty.not-reachable */
  async ask({ turnId, toStaffId, returnTurnId }: SwapInput, actor: Actor): Promise<DutySwap> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const turn = await this.standing(unit, turnId);
      refuseUnless(turn.staffId === actor.staffId, 'duty.swap-not-yours');
      refuseUnless(toStaffId !== actor.staffId, 'duty.swap-same-person');
      checkTurn(turn, found(await unit.staff.find(toStaffId), 'staff.not-found'), await unit.now());
      if (returnTurnId !== null) {
        const theirs = await this.standing(unit, returnTurnId);
        refuseUnless(theirs.staffId === toStaffId, 'duty.swap-not-yours');
      }
      const open = await unit.dutySwaps.first({ turnId, state: 'asked' }, { lock: true });
      if (open?.toStaffId === toStaffId && open.returnTurnId === returnTurnId) return open;
      const now = await unit.now();
      if (open) await unit.dutySwaps.update({ ...open, state: 'withdrawn', answeredAt: now });
      const swap: DutySwap = {
        id: this.ids.next(),
        municipalityId: unit.municipalityId,
        turnId,
        fromStaffId: actor.staffId,
        toStaffId,
        returnTurnId,
        state: 'asked',
        askedAt: now,
        answeredAt: null,
      };
      await unit.dutySwaps.insert(swap);
      return swap;
    });
  }

  /** A yes given twice is one. @throws duty.swap-not-found, duty.swap-not-yours, duty.swap-answered */
  async answer(swapId: string, isYes: boolean, actor: Actor): Promise<DutySwap> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const swap = found(await unit.dutySwaps.lock(swapId), 'duty.swap-not-found');
      refuseUnless(swap.toStaffId === actor.staffId, 'duty.swap-not-yours');
      const state = isYes ? 'accepted' : 'declined';
      if (swap.state === state) return swap;
      refuseUnless(swap.state === 'asked', 'duty.swap-answered');
      if (isYes) await this.exchange(unit, swap, actor.staffId);
      const answered: DutySwap = { ...swap, state, answeredAt: await unit.now() };
      await unit.dutySwaps.update(answered);
      return answered;
    });
  }

  /** @throws duty.swap-not-found, duty.swap-not-yours, duty.swap-answered */
  async takeBack(swapId: string, actor: Actor): Promise<DutySwap> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const swap = found(await unit.dutySwaps.lock(swapId), 'duty.swap-not-found');
      refuseUnless(swap.fromStaffId === actor.staffId, 'duty.swap-not-yours');
      if (swap.state === 'withdrawn') return swap;
      refuseUnless(swap.state === 'asked', 'duty.swap-answered');
      const back: DutySwap = { ...swap, state: 'withdrawn', answeredAt: await unit.now() };
      await unit.dutySwaps.update(back);
      return back;
    });
  }

  /** Both turns, locked the same way round, and only as long as they are still those of the two. */
  private async exchange(unit: UnitOfWork, swap: DutySwap, byStaffId: string): Promise<void> {
    const ids = [swap.turnId, ...(swap.returnTurnId ? [swap.returnTurnId] : [])].sort();
    const turns = new Map<string, DutyTurn>();
    for (const id of ids) turns.set(id, await this.standing(unit, id));
    const pass = async (id: string, from: string, to: string): Promise<void> => {
      const turn = turns.get(id);
      refuseUnless(turn?.staffId === from, 'duty.swap-answered');
      checkTurn(turn, found(await unit.staff.find(to), 'staff.not-found'), await unit.now());
      const passed: DutyTurn = { ...turn, staffId: to };
      await unit.dutyTurns.update(passed);
      await noteChange(unit, this.ids, passed, 'swapped', from, byStaffId);
    };
    await pass(swap.turnId, swap.fromStaffId, swap.toStaffId);
    if (swap.returnTurnId) await pass(swap.returnTurnId, swap.toStaffId, swap.fromStaffId);
  }

  private async standing(unit: UnitOfWork, turnId: string): Promise<DutyTurn> {
    const turn = found(await unit.dutyTurns.lock(turnId), 'duty.not-found');
    if (turn.removedAt !== null) throw new DomainError('duty.not-found');
    return turn;
  }
}
