import { Temporal, type Agreement, type Citizen, type Match, type Offer } from '#domain';
import {
  inPlay,
  rosterViews,
  type Roster,
  type RosterFilter,
  type RosterMoment,
  type RosterOrder,
  type RosterView,
} from '#use-cases';
import type { Tables } from './in-memory-database.js';

const danish = new Intl.Collator('da');

/** The list of citizens, by the rules of the use cases, row by row. */
export class InMemoryRoster implements Roster {
  constructor(private readonly tables: Tables) {}

  async page(
    asked: { view: RosterView; filter: RosterFilter; order: RosterOrder; after?: string; limit: number },
    moment: RosterMoment,
  ): Promise<string[]> {
    const { view, filter, order, after, limit } = asked;
    const isIn = this.views(moment);
    const sorted = this.rows<Citizen>('citizens').sort((a, b) => compare(a, b, order));
    const last = sorted.find(({ id }) => id === after);
    return sorted
      .filter((citizen) => isIn[view](citizen) && passes(citizen, filter))
      .filter((citizen) => !last || compare(citizen, last, order) > 0)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  async counts(moment: RosterMoment): Promise<Record<RosterView, number>> {
    const isIn = this.views(moment);
    const counts = rosterViews.map((view) => [
      view,
      this.rows<Citizen>('citizens').filter(isIn[view]).length,
    ]);
    return Object.fromEntries(counts) as Record<RosterView, number>;
  }

  private views({
    staffId,
    today,
    quietSince,
  }: RosterMoment): Record<RosterView, (citizen: Citizen) => boolean> {
    const matches = this.rows<Match>('matches');
    const agreements = this.rows<Agreement>('agreements');
    const busy = inPlay({ matches, offers: this.rows<Offer>('offers'), agreements });
    const since = (at: Temporal.Instant | null): boolean =>
      at !== null && Temporal.Instant.compare(at, quietSince) >= 0;
    const waits = ({ id, saidYes }: Citizen): boolean => saidYes && !busy.has(id);
    const heardOf = (id: string): boolean =>
      matches.some((match) => match.citizenId === id && since(match.proposedAt)) ||
      agreements.some((agreement) => agreement.citizenId === id && since(agreement.endedAt));
    return {
      mine: ({ brokerId }) => brokerId === staffId,
      waiting: waits,
      'not-proposed': (citizen) => waits(citizen) && !heardOf(citizen.id),
      'no-goal': ({ jobGoals }) => jobGoals.length === 0,
      'at-work': ({ id }) =>
        agreements.some(({ citizenId, state }) => citizenId === id && state === 'signed'),
      ready: (citizen) => waits(citizen) && citizen.availableFrom <= today,
      all: () => true,
    };
  }

  private rows<T>(name: keyof Tables): T[] {
    return [...this.tables[name].values()] as T[];
  }
}

const passes = (citizen: Citizen, { brokerId, contactLevel, channel, category }: RosterFilter): boolean =>
  (brokerId === undefined || citizen.brokerId === brokerId) &&
  (contactLevel === undefined || citizen.contactLevel === contactLevel) &&
  (channel === undefined || citizen.preferredChannel === channel) &&
  (category === undefined || citizen.jobGoals.some((goal) => goal.category === category));

function compare(a: Citizen, b: Citizen, order: RosterOrder): number {
  const first =
    order === 'name'
      ? danish.compare(a.name, b.name)
      : Temporal.Instant.compare(a.waitingSince, b.waitingSince);
  return first || (a.id < b.id ? -1 : Number(a.id > b.id));
}
