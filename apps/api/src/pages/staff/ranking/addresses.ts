import type { Scope } from '#use-cases';

export const jobPath = (id: string): string => `/kommune/job/${id}`;
export const rankingPath = (id: string): string => `${jobPath(id)}/rangliste`;
export const proposePath = (id: string, citizenId: string): string => `${jobPath(id)}/foreslaa/${citizenId}`;
export const questionPath = (id: string, taskId: string): string => `${jobPath(id)}/spoerg/${taskId}`;
export const citizenPath = (id: string): string => `/kommune/borgere/${id}`;
export const matchPath = (id: string): string => `/kommune/forslag/${id}`;

/** How the list is shown; all of it stands in the address. */
export interface RankingState {
  scope: Scope;
  order: 'best' | 'spread';
  limit: number;
}

const scopes = { mine: 'mine', team: 'teamet', municipality: 'kommunen' } as const;
const FEW = 20;
const MANY = 40;

/** What it does not know is as without asking: an old address shows the list. */
export function readRankingState(query: Readonly<Record<string, unknown>>): RankingState {
  const named = Object.entries(scopes).find(([, word]) => word === query['vis']);
  return {
    scope: (named?.[0] as Scope | undefined) ?? 'mine',
    order: query['raekkefoelge'] === 'fordelt' ? 'spread' : 'best',
    limit: query['antal'] === String(MANY) ? MANY : FEW,
  };
}

/** The state as it stands in an address; what is as without asking is left out. */
export function stateQuery({ scope, order, limit }: RankingState): URLSearchParams {
  const query = new URLSearchParams();
  if (scope !== 'mine') query.set('vis', scopes[scope]);
  if (order === 'spread') query.set('raekkefoelge', 'fordelt');
  if (limit === MANY) query.set('antal', String(MANY));
  return query;
}

export function rankingAddress(id: string, state: RankingState, more?: URLSearchParams): string {
  const query = new URLSearchParams([...stateQuery(state), ...(more ?? [])]);
  return query.size === 0 ? rankingPath(id) : `${rankingPath(id)}?${query.toString()}`;
}

/** The list can be made longer once; further down nobody picks by reading. */
export const longer = (state: RankingState): RankingState | null =>
  state.limit === MANY ? null : { ...state, limit: MANY };
