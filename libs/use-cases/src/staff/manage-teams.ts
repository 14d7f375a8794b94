import { isBefore, refuseUnless, type Actor, type Team } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';

/** Teams that citizens know by face: their names. Who is in one stands with each member of staff. */
export class ManageTeams {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  /** `id`: that of the wish. @throws not-allowed, team.name-taken */
  async add(name: string, actor: Actor, id = this.ids.next()): Promise<Team> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = await unit.teams.find(id);
      if (before) return before;
      const team: Team = { id, municipalityId: unit.municipalityId, name };
      await unit.teams.insert(team);
      return team;
    });
  }

  /** @throws not-allowed, team.not-found, team.name-taken */
  async rename(id: string, name: string, actor: Actor): Promise<Team> {
    refuseUnlessLeader(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const team: Team = { ...found(await unit.teams.lock(id), 'team.not-found'), name };
      await unit.teams.update(team);
      return team;
    });
  }

  /** Only an empty one. @throws not-allowed, team.not-found, team.not-empty */
  async remove(id: string, actor: Actor): Promise<void> {
    refuseUnlessLeader(actor);
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.teams.lock(id), 'team.not-found');
      refuseUnless((await unit.staff.count({ teamId: id })) === 0, 'team.not-empty');
      await endTurnsOf(unit, id);
      await unit.teams.remove({ id });
    });
  }
}

/** Turns that are over stay in the history, without a team. @throws team.not-empty while one is still to come. */
async function endTurnsOf(unit: UnitOfWork, teamId: string): Promise<void> {
  const now = await unit.now();
  const turns = await unit.dutyTurns.list({ teamId }, { lock: true });
  for (const turn of turns) {
    refuseUnless(turn.removedAt !== null || !isBefore(now, turn.to), 'team.not-empty');
    await unit.dutyTurns.update({ ...turn, teamId: null, removedAt: turn.removedAt ?? now });
  }
}
