import { codeLimits, type CodesAsked } from '#domain';
import type { AskedCode } from '#use-cases';
import type { EntityManager } from 'typeorm';

/** Parts of SQL about rows of `sign_in_codes`; the newest of a browser takes $1 and $2. */
export const LIVE = 'used_at IS NULL AND ends_at > clock_timestamp()';
export const within = (span: string): string => `created_at > clock_timestamp() - interval '${span}'`;
export const WRONG_TRIES = 'tries - (used_at IS NOT NULL OR proven_at IS NOT NULL)::int';
export const NEWEST = `id = (SELECT id FROM sign_in_codes WHERE browser = $1 AND audience = $2
  ORDER BY created_at DESC, id DESC LIMIT 1)`;

interface Counted {
  last: number | null;
  hour: number;
  day: number;
  hourOfBoth: number;
  dayOfBoth: number;
}

/** What the address, the caller and the browser asked before; true as long as nobody else counts at the same time. */
export async function askedBefore(
  rows: EntityManager,
  { audience, browser, address, caller }: AskedCode,
): Promise<CodesAsked> {
  const [sent] = await rows.query<[Counted]>(
    `SELECT extract(epoch FROM clock_timestamp() - max(created_at))::float8 AS last,
       count(*) FILTER (WHERE ${within('1 hour')})::int AS hour,
       count(*)::int AS day,
       count(*) FILTER (WHERE caller = $2 AND ${within('1 hour')})::int AS "hourOfBoth",
       count(*) FILTER (WHERE caller = $2)::int AS "dayOfBoth"
     FROM sign_in_codes WHERE address = $1 AND NOT silent AND ${within('1 day')}`,
    [address, caller],
  );
  const [byCaller] = await rows.query<[CodesAsked['byCaller']]>(
    `SELECT count(*)::int AS asked, coalesce(sum(${WRONG_TRIES}), 0)::int AS "wrongTries"
     FROM sign_in_codes WHERE caller = $1 AND ${within('1 hour')}`,
    [caller],
  );
  const [newest] = await rows.query<{ here: CodesAsked['here'] }[]>(
    `SELECT CASE
       WHEN NOT silent AND created_at > clock_timestamp() - make_interval(secs => $3::integer) THEN 'fresh'
       WHEN tries < $4 THEN 'something' ELSE 'nothing' END AS here
     FROM sign_in_codes WHERE ${NEWEST} AND ${LIVE}`,
    [browser, audience, codeLimits.secondsBetween, codeLimits.tries.perCode],
  );
  const { last, hour, day, hourOfBoth, dayOfBoth } = sent;
  return {
    secondsSinceLast: last,
    byAddress: { hour, day },
    byBoth: { hour: hourOfBoth, day: dayOfBoth },
    byCaller,
    here: newest?.here ?? 'nothing',
  };
}
