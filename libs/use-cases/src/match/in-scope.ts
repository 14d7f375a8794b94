import type { Actor, Citizen } from '#domain';
import type { UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

export type Scope = 'mine' | 'team' | 'municipality';

/** *Mine*: I am the broker. *Teamet*: somebody of my team is. *Kommunen*, undefined here: everybody. */
export async function inScope(unit: UnitOfWork, scope: Scope, actor: Actor): Promise<Citizen[] | undefined> {
  if (scope === 'municipality') return undefined;
  if (!actor.staffId) return [];
  if (scope === 'mine') return unit.citizens.list({ brokerId: actor.staffId });
  const me = found(await unit.staff.find(actor.staffId), 'staff.not-found');
  if (me.teamId === null) return unit.citizens.list({ brokerId: me.id });
  const team = await unit.staff.list({ teamId: me.teamId });
  return unit.citizens.list({ brokerId: { in: team.map(({ id }) => id) } });
}
