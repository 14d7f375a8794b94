import type { Channel, ContactLevel, LocalDate, Temporal } from '#domain';

/**
 * `mine`: I follow them; `waiting`: said yes and nothing goes on; `not-proposed`: of these, whom no company has heard of
 * for 30 days; `no-goal`: no wish is written down; `at-work`: a signed agreement; `ready`: waiting, and can begin today.
 */
export const rosterViews = ['mine', 'waiting', 'not-proposed', 'no-goal', 'at-work', 'ready', 'all'] as const;
export type RosterView = (typeof rosterViews)[number];

export const rosterOrders = ['name', 'waiting'] as const;
export type RosterOrder = (typeof rosterOrders)[number];

export interface RosterFilter {
  brokerId?: string;
  contactLevel?: ContactLevel;
  channel?: Channel;
  /** A category that somebody has as a goal, of any rank. */
  category?: string;
}

/** Who asks, and when: the views are about both. */
export interface RosterMoment {
  staffId: string;
  today: LocalDate;
  /** Since then no company has heard of whom `not-proposed` shows. */
  quietSince: Temporal.Instant;
}

/** The list of citizens, chosen and sorted where the rows are: a municipality has thousands. */
export interface Roster {
  /** Ids in order, going on after a citizen as she or he stands now. By name in Danish order; waiting: longest first. */
  page(
    asked: { view: RosterView; filter: RosterFilter; order: RosterOrder; after?: string; limit: number },
    moment: RosterMoment,
  ): Promise<string[]>;
  counts(moment: RosterMoment): Promise<Record<RosterView, number>>;
}
