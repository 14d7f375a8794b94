import {
  rosterViews,
  type Roster,
  type RosterFilter,
  type RosterMoment,
  type RosterOrder,
  type RosterView,
} from '#use-cases';
import type { EntityManager } from 'typeorm';

/** `$1` municipality, `$2` who asks, `$3` today, `$4` quiet since. As `inPlay` of the use cases says who is busy. */
const PEOPLE = `
  WITH busy AS (
    SELECT citizen_id FROM matches WHERE municipality_id = $1 AND state IN ('asking', 'proposed')
    UNION SELECT citizen_id FROM offers WHERE municipality_id = $1 AND (state IN ('sent', 'visiting')
      OR (state = 'accepted' AND NOT EXISTS (
        SELECT FROM agreements WHERE agreements.municipality_id = $1 AND agreements.offer_id = offers.id
          AND agreements.state = 'ended')))
    UNION SELECT citizen_id FROM agreements WHERE municipality_id = $1 AND state <> 'ended'
  ), at_work AS (
    SELECT citizen_id FROM agreements WHERE municipality_id = $1 AND state = 'signed'
  ), heard AS (
    SELECT citizen_id FROM matches WHERE municipality_id = $1 AND proposed_at >= $4
    UNION SELECT citizen_id FROM agreements WHERE municipality_id = $1 AND ended_at >= $4
  ), people AS (
    SELECT citizens.*, said_yes AND id NOT IN (SELECT citizen_id FROM busy) AS waits FROM citizens
    WHERE municipality_id = $1
  )`;

const views: Readonly<Record<RosterView, string>> = {
  mine: 'broker_id = $2',
  waiting: 'waits',
  'not-proposed': 'waits AND id NOT IN (SELECT citizen_id FROM heard)',
  'no-goal': 'jsonb_array_length(job_goals) = 0',
  'at-work': 'id IN (SELECT citizen_id FROM at_work)',
  ready: 'waits AND available_from <= $3',
  all: 'true',
};

/** Danish order, with æ, ø and å last, whatever the database was made with. */
const orders: Readonly<Record<RosterOrder, string>> = {
  name: 'name COLLATE "da-x-icu"',
  waiting: 'waiting_since',
};

export class StoredRoster implements Roster {
  constructor(
    private readonly manager: EntityManager,
    private readonly municipalityId: string,
  ) {}

  async page(
    asked: { view: RosterView; filter: RosterFilter; order: RosterOrder; after?: string; limit: number },
    moment: RosterMoment,
  ): Promise<string[]> {
    const { view, filter, order, after, limit } = asked;
    const by = orders[order];
    const rows = await this.manager.query<{ id: string }[]>(
      `${PEOPLE} SELECT id FROM people
       WHERE ${views[view]} AND $2::uuid IS NOT NULL AND $3::date IS NOT NULL AND $4::timestamptz IS NOT NULL
         AND ($5::uuid IS NULL OR broker_id = $5) AND ($6::text IS NULL OR contact_level = $6)
         AND ($7::text IS NULL OR preferred_channel = $7)
         AND ($8::text IS NULL OR job_goals @> jsonb_build_array(jsonb_build_object('category', $8::text)))
         AND ($9::uuid IS NULL OR NOT EXISTS (SELECT FROM citizens AS last WHERE last.municipality_id = $1 AND last.id = $9)
           OR (${by}, id) > (SELECT ${by}, id FROM citizens AS last WHERE last.municipality_id = $1 AND last.id = $9))
       ORDER BY ${by}, id LIMIT $10`,
      [
        ...this.parameters(moment),
        filter.brokerId ?? null,
        filter.contactLevel ?? null,
        filter.channel ?? null,
        filter.category ?? null,
        after ?? null,
        limit,
      ],
    );
    return rows.map(({ id }) => id);
  }

  async counts(moment: RosterMoment): Promise<Record<RosterView, number>> {
    const counted = rosterViews.map((view) => `count(*) FILTER (WHERE ${views[view]})::int AS "${view}"`);
    const [row] = await this.manager.query<[Record<RosterView, number>]>(
      `${PEOPLE} SELECT ${counted.join(', ')} FROM people`,
      this.parameters(moment),
    );
    return row;
  }

  private parameters({ staffId, today, quietSince }: RosterMoment): unknown[] {
    return [this.municipalityId, staffId, today, new Date(quietSince.epochMilliseconds)];
  }
}
