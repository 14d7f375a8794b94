import type { Actor, Citizen } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

export type Scope = 'mine' | 'team' | 'municipality';

/** *Mine*: I am the broker. *Teamet*: somebody of my team is. *Kommunen*, undefined here: everybody. */
export async function inScope(unit: UnitOfWork, scope: Scope, actor: Actor): Promise<Citizen[] | undefined> {
  if (scope === 'municipality') return undefined;
  return unit.citizens.list({ brokerId: { in: await brokersIn(unit, scope, actor) } });
}

/** Whose citizens they are; nobody's for a machine that acts for nobody. */
export async function brokersIn(unit: UnitOfWork, scope: 'mine' | 'team', actor: Actor): Promise<string[]> {
  if (!actor.staffId) return [];
  if (scope === 'mine') return [actor.staffId];
  const me = found(await unit.staff.find(actor.staffId), 'staff.not-found');
  if (me.teamId === null) return [me.id];
  const team = await unit.staff.list({ teamId: me.teamId });
  return team.map(({ id }) => id);
}
