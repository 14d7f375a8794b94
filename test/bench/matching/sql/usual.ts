import { smallJobFacts, type MatchingRules } from '#matching';
import type { Answer, Case, Peer } from '../peers/peer.js';
import { SHOWN } from '../peers/peer.js';
import type { PreparedOracle } from '../peers/oracle.js';
import { microsSince } from '../measure/clock.js';
import { flagRows, geometric, mutualRows, numberRows, setRows } from '../table/rows.js';
import { metresSql, pointsSql, shareSql } from './arithmetic.js';
import { inOrderOfParts } from './parts.js';
import type { Server } from './server.js';
import { makeUsualTables } from './usual-tables.js';

/** SQL as a good backend developer would usually write it: normal forms, joins, EXISTS, one statement a job. */
export async function usualSqlPeer(server: Server, given: Case, { facts }: PreparedOracle): Promise<Peer> {
  const session = await server.connect();
  const start = process.hrtime.bigint();
  await session.run('CREATE SCHEMA usual; SET search_path = usual');
  const jobs = given.population.smallJobs.map((job) => smallJobFacts(job, given));
  await makeUsualTables(session, facts, jobs, given);
  const [{ bytes }] = (await session.rows<{ bytes: string }>(TABLE_BYTES)) as [{ bytes: string }];
  const sql = usualSql(given);
  return {
    name: 'sql-usual',
    buildMillis: microsSince(start) / 1000,
    bytes: Number(bytes),
    topTwenty: async ({ id }) => {
      const { answer, ...times } = await session.timed('usual', sql, [id]);
      return { answer: answerOf(answer), ...times };
    },
    close: () => session.close(),
  };
}

export const TABLE_BYTES =
  `SELECT sum(pg_total_relation_size(c.oid)) AS bytes FROM pg_class c ` +
  `WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname LIKE 'citizen%'`;

/** Rows of id, score and the points of each part. */
export const answerOf = (rows: unknown[][]): Answer => ({
  listed: rows.map(([id, score, ...points]) => ({
    id: id as string,
    score: score as number,
    points: points as number[],
  })),
});

export function usualSql({ day, rules }: Case): string {
  const points = inOrderOfParts(usualPoints(rules));
  return `
WITH eligible AS MATERIALIZED (
  SELECT c.*, d.metres
  FROM small_job j
  CROSS JOIN citizen c
  CROSS JOIN LATERAL (SELECT ${metresSql('c.lat', 'c.lon', 'j.lat', 'j.lon')} AS metres) d
  WHERE j.id = $1
    AND ${usualConditions(rules).join('\n    AND ')}
)
SELECT e.id, ${points.map(({ id }) => `p.${id}`).join(' + ')} AS score, ${points.map(({ id }) => `p.${id}`).join(', ')}
FROM small_job j
CROSS JOIN eligible e
CROSS JOIN LATERAL (SELECT floor(extract(epoch FROM $NOW - e.waiting_since) / 86400)::int AS days) w
CROSS JOIN LATERAL (SELECT
  ${points.map(({ id, sql }) => `${sql} AS ${id}`).join(',\n  ')}
) p
WHERE j.id = $1
ORDER BY score DESC, GREATEST(0, w.days) DESC, e.id
LIMIT ${SHOWN}`.replaceAll('$NOW', `to_timestamp(${day.at.epochMilliseconds / 1000})`);
}

const minutesOf = (metres: string, { travel }: MatchingRules): string =>
  `ceil(${metres} * ${travel.detourPercent * 60}::float8 / (m.km_per_hour * 100000))::int + m.wait_minutes`;

/** Every row of the table in the words of SQL: cheap ones first, as one would write it. */
function usualConditions(rules: MatchingRules): string[] {
  const conditions: string[] = [];
  for (const { column } of flagRows()) conditions.push(`c.${column}`);
  for (const { column, comparison } of numberRows())
    conditions.push(`j.${column} ${comparison.kind === 'at-most' ? '<=' : '>='} c.${column}`);
  for (const { column, comparison } of setRows()) {
    const held = `(SELECT FROM citizen_with_${column} h WHERE h.owner_id = c.id AND h.value = a.value)`;
    const asked = `SELECT FROM small_job_with_${column} a WHERE a.owner_id = j.id`;
    conditions.push(
      `NOT EXISTS (${asked} AND ${comparison.kind === 'holds-all' ? 'NOT ' : ''}EXISTS ${held})`,
    );
  }
  for (const { column } of mutualRows()) {
    const [job, citizen] = [`small_job_with_${column}`, `citizen_with_${column}`];
    conditions.push(
      `c.${column}_as NOT IN (SELECT r.value FROM ${job} r WHERE r.owner_id = j.id)`,
      `j.${column}_as NOT IN (SELECT r.value FROM ${citizen} r WHERE r.owner_id = c.id)`,
    );
  }
  if (geometric.reach.length > 0)
    conditions.push(
      `EXISTS (SELECT FROM citizen_reach r JOIN travel_mode m USING (mode) ` +
        `WHERE r.owner_id = c.id AND ${minutesOf('d.metres', rules)} <= r.minutes)`,
    );
  if (geometric.inside.length > 0)
    conditions.push(
      `NOT EXISTS (SELECT FROM small_job_shift s WHERE s.owner_id = j.id AND NOT EXISTS (` +
        `SELECT FROM citizen_free f WHERE f.owner_id = c.id AND f.starts < s.ends AND s.ends <= f.ends ` +
        `AND f.starts <= s.starts + j.flexibility))`,
    );
  if (geometric.apart.length > 0)
    conditions.push(
      `NOT EXISTS (SELECT FROM citizen_agreed a JOIN small_job_shift s ON s.owner_id = j.id ` +
        `CROSS JOIN (VALUES (-10080), (0), (10080)) AS week(shift) ` +
        `WHERE a.owner_id = c.id AND s.starts < a.ends + week.shift AND a.starts + week.shift < s.ends)`,
    );
  return conditions;
}

function usualPoints(rules: MatchingRules): Record<string, string> {
  const { shares } = rules;
  const ranks = shares.goalByRank;
  const goal = `(SELECT min(g.rank) AS rank FROM citizen_goal g WHERE g.owner_id = e.id AND g.category = j.category)`;
  const relatedTo = (category: string): string =>
    `EXISTS (SELECT FROM category_related r WHERE r.category = j.category AND r.other = ${category})`;
  const share: Record<string, string> = {
    goals: `coalesce((SELECT (ARRAY[${ranks.join(',')}])[LEAST(GREATEST(best.rank, 1), ${ranks.length})] FROM ${goal} best WHERE best.rank IS NOT NULL), 0)`,
    dream:
      `GREATEST(CASE WHEN e.dream_category = j.category THEN ${shares.dream.dream} ELSE 0 END, ` +
      `CASE WHEN EXISTS (SELECT FROM citizen_goal g WHERE g.owner_id = e.id AND g.category = j.category) THEN ${shares.dream.goal} ELSE 0 END, ` +
      `CASE WHEN EXISTS (SELECT FROM citizen_goal g JOIN category_related r ON r.other = g.category WHERE g.owner_id = e.id AND r.category = j.category) THEN ${shares.dream.related} ELSE 0 END, ` +
      `CASE WHEN ${relatedTo('e.dream_category')} THEN ${shares.dream.related} ELSE 0 END)`,
    hours: shareSql(
      `${shares.hoursSpreadMinutes} - abs(j.paid_minutes - e.wish_minutes)`,
      shares.hoursSpreadMinutes,
    ),
    tried:
      `LEAST(10000, GREATEST(0, ${shares.tried.neutral} + coalesce((SELECT sum(CASE WHEN t.went_well THEN 1 ELSE -1 END * (` +
      `CASE WHEN t.category = j.category THEN ${shares.tried.task} ELSE 0 END + ` +
      `CASE WHEN t.noise = j.noise_degree THEN ${shares.tried.noise} ELSE 0 END + ` +
      `CASE WHEN abs(j.paid_minutes - t.weekly_minutes) <= ${shares.tried.hoursNearMinutes} THEN ${shares.tried.hours} ELSE 0 END)) ` +
      `FROM citizen_tried t WHERE t.owner_id = e.id), 0)))::int`,
    slack: shareSql(
      `coalesce((SELECT min(CASE WHEN f.starts IS NULL OR f.starts > s.starts THEN 0 ELSE s.starts - f.starts + f.ends - s.ends END) ` +
        `FROM small_job_shift s LEFT JOIN citizen_free f ON f.owner_id = e.id AND f.starts < s.ends AND s.ends <= f.ends ` +
        `WHERE s.owner_id = j.id), 0)`,
      shares.slackFullMinutes,
    ),
    travel: shareSql(
      `${shares.travelNoneAtMinutes} - coalesce((SELECT min(${minutesOf('e.metres', rules)}) FROM citizen_reach r JOIN travel_mode m USING (mode) ` +
        `WHERE r.owner_id = e.id AND ${minutesOf('e.metres', rules)} <= r.minutes), ${shares.travelNoneAtMinutes})`,
      shares.travelNoneAtMinutes,
    ),
    contact:
      `CASE WHEN e.broker_id IS NULL THEN ${shares.contact.changed} WHEN j.fixed_contact_id IS NULL THEN ${shares.contact.notSet} ` +
      `WHEN j.fixed_contact_id = e.broker_id THEN ${shares.contact.same} ELSE ${shares.contact.changed} END`,
    waiting: shareSql('GREATEST(0, w.days)', shares.waitingFullDays),
    growth: shareSql(`LEAST(j.grow_minutes, e.most_minutes) - j.paid_minutes`, shares.growthFullMinutes),
    accommodations:
      `(SELECT CASE WHEN count(*) = 0 THEN 10000 ELSE LEAST(10000, GREATEST(0, count(o.value) * 10000 / count(*))) END::int ` +
      `FROM citizen_need n LEFT JOIN small_job_offered o ON o.owner_id = j.id AND o.value = n.value WHERE n.owner_id = e.id)`,
  };
  return Object.fromEntries(
    Object.entries(share).map(([id, sql]) => [id, pointsSql(id as keyof typeof rules.weights, sql, rules)]),
  );
}
