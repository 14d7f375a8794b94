import { matchStates, type MatchState, type Withdrawal } from '#domain';
import type { UnitOfWork } from '../ports/index.js';

/** An offer that ended without a job ends its match too, so that the same two may be brought together again. */
export async function closeMatch(
  unit: UnitOfWork,
  matchId: string,
  state: Extract<MatchState, 'withdrawn' | 'lapsed'>,
  withdrawal: Withdrawal | null = null,
): Promise<void> {
  const match = await unit.matches.lock(matchId);
  if (!match || !matchStates.allows(match.state, state)) return;
  await unit.matches.update({ ...match, state, decidedAt: await unit.now(), withdrawal });
}
