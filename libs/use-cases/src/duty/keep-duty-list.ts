import {
  checkTurn,
  DomainError,
  isoWithOffset,
  turnsOverlap,
  type Actor,
  type DutyChangeKind,
  type DutyTurn,
  type Temporal,
} from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';
import { noteChange } from './note-change.js';

export interface TurnInput {
  teamId: string | null;
  staffId: string;
  from: Temporal.Instant;
  to: Temporal.Instant;
}

/** A leader says who is on duty when. One name at a time for a team; each change stays in the history. */
export class KeepDutyList {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** `id`: that of the wish. @throws duty.times-invalid, duty.over, duty.not-reachable, duty.overlaps, team.not-found */
  async add(input: TurnInput, actor: Actor, id = this.ids.next()): Promise<DutyTurn> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = await unit.dutyTurns.find(id);
      if (before) return before;
      const turn: DutyTurn = { id, municipalityId: unit.municipalityId, ...input, removedAt: null };
      await this.check(unit, turn);
      await unit.dutyTurns.insert(turn);
      await noteChange(unit, this.ids, turn, 'added', null, actor.staffId);
      return turn;
    });
  }

  /** @throws as above, duty.not-found */
  async change(turnId: string, input: TurnInput, actor: Actor): Promise<DutyTurn> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = await this.standing(unit, turnId);
      const turn: DutyTurn = { ...before, ...input };
      await this.check(unit, turn);
      await unit.dutyTurns.update(turn);
      // A question about another turn than the one that was meant is no question any more.
      await this.takeBackSwaps(unit, turnId);
      await noteChange(unit, this.ids, turn, 'changed', before.staffId, actor.staffId);
      return turn;
    });
  }

  /** @throws duty.not-found when it is not on the list, or not any more */
  async remove(turnId: string, actor: Actor): Promise<void> {
    refuseUnlessLeader(actor);
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = await this.standing(unit, turnId);
      await unit.dutyTurns.update({ ...before, removedAt: await unit.now() });
      await this.takeBackSwaps(unit, turnId);
      await noteChange(
        unit,
        this.ids,
        before,
        'removed' satisfies DutyChangeKind,
        before.staffId,
        actor.staffId,
      );
    });
  }

  private async standing(unit: UnitOfWork, turnId: string): Promise<DutyTurn> {
    const turn = found(await unit.dutyTurns.lock(turnId), 'duty.not-found');
    if (turn.removedAt !== null) throw new DomainError('duty.not-found');
    return turn;
  }

  private async check(unit: UnitOfWork, turn: DutyTurn): Promise<void> {
    const staff = found(await unit.staff.find(turn.staffId), 'staff.not-found');
    if (turn.teamId !== null) found(await unit.teams.find(turn.teamId), 'team.not-found');
    checkTurn(turn, staff, await unit.now());
    const others = await unit.dutyTurns.list({
      teamId: turn.teamId ?? { isNull: true },
      removedAt: { isNull: true },
      id: { notIn: [turn.id] },
      from: { before: turn.to },
    });
    const other = others.find((one) => turnsOverlap(one, turn));
    if (!other) return;
    const by = (await unit.staff.find(other.staffId))?.name ?? '';
    throw new DomainError('duty.overlaps', {
      by,
      from: isoWithOffset(other.from),
      to: isoWithOffset(other.to),
    });
  }

  private async takeBackSwaps(unit: UnitOfWork, turnId: string): Promise<void> {
    const answeredAt = await unit.now();
    const asked = await unit.dutySwaps.list({ state: 'asked' }, { lock: true });
    for (const swap of asked.filter((one) => one.turnId === turnId || one.returnTurnId === turnId))
      await unit.dutySwaps.update({ ...swap, state: 'withdrawn', answeredAt });
  }
}
