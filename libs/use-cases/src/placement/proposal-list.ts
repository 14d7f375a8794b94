import {
  matchStates,
  openMatchStates,
  type Actor,
  type Match,
  type MatchState,
  type Temporal,
} from '#domain';
import { Transactor, type Criteria, type Order } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { sortedPageOf, type Page, type PageRequest } from '../records/page.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { around, ownSmallJobs, type Around } from './around.js';

/** `deadline`: what lapses first; of proposals that wait for nobody the newest come first. */
export const proposalOrders = ['deadline', 'newest', 'oldest'] as const;
export type ProposalOrder = (typeof proposalOrders)[number];

export interface ProposalFilter {
  state: MatchState;
  /** Only of the small jobs that the caller answers for. */
  mine?: boolean;
  order?: ProposalOrder;
}

export interface ProposalRow extends Around {
  match: Match;
}

export interface ProposalListPage extends Page<ProposalRow> {
  /** With the same `mine`. */
  counts: Record<MatchState, number>;
  now: Temporal.Instant;
}

/** The proposals of the municipality, as its staff work through them. */
export class ProposalList {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(
    { state, mine = false, order = 'deadline' }: ProposalFilter,
    page: PageRequest,
    actor: Actor,
  ): Promise<ProposalListPage> {
    refuseUnlessStaff(actor);
    const { staffId } = actor;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const among: Criteria<Match> = mine ? { smallJobId: { in: await ownSmallJobs(unit, staffId) } } : {};
      const shown = await sortedPageOf(unit.matches, { ...among, state }, page, orderOf(state, order));
      const counts = {} as Record<MatchState, number>;
      for (const one of matchStates.states) counts[one] = await unit.matches.count({ ...among, state: one });
      await logShown(
        unit,
        actor,
        shown.items.map(({ citizenId }) => citizenId),
        'match.list',
      );
      const about = await around(unit, shown.items);
      return {
        items: shown.items.map((match) => ({ match, ...about(match) })),
        next: shown.next,
        counts,
        now: await unit.now(),
      };
    });
  }
}

function orderOf(state: MatchState, order: ProposalOrder): Order<Match> {
  const waits = openMatchStates.includes(state) && state !== 'confirmed';
  if (order === 'deadline' && waits) return { by: 'lapsesAt', direction: 'asc' };
  return { by: 'createdAt', direction: order === 'oldest' ? 'asc' : 'desc' };
}
