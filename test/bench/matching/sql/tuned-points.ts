import { travelModes } from '#domain';
import type { MatchingRules } from '#matching';
import type { Encoding } from '../table/encoding.js';
import { minutesSql, pointsSql, shareSql } from './arithmetic.js';
import type { Parameters } from './parameters.js';

/** The points of every part over the flat row `c` and the metres `d`. */
export function tunedPoints(
  asked: Parameters,
  encoding: Encoding,
  rules: MatchingRules,
): Record<string, string> {
  const { shares } = rules;
  const paid = asked.of('paid', 'int');
  const category = asked.of('category', 'int');
  const minutes = travelModes.map(
    (mode) => `CASE WHEN d.metres <= c.${mode}_metres THEN ${minutesSql('d.metres', mode, rules)} END`,
  );
  const contact = asked.of('contact', 'int');
  const points = (id: keyof MatchingRules['weights'], share: string): string => pointsSql(id, share, rules);
  return {
    goals: `c.goal_points[${category} + 1]`,
    dream: `c.dream_points[${category} + 1]`,
    hours: points(
      'hours',
      shareSql(`${shares.hoursSpreadMinutes} - abs(${paid} - c.wish_minutes)`, shares.hoursSpreadMinutes),
    ),
    tried: points('tried', triedShare(asked, encoding, rules)),
    slack: points('slack', shareSql(slackMinutes(asked, encoding), shares.slackFullMinutes)),
    travel: points(
      'travel',
      shareSql(`${shares.travelNoneAtMinutes} - LEAST(${minutes.join(', ')})`, shares.travelNoneAtMinutes),
    ),
    contact: points(
      'contact',
      `CASE WHEN c.broker IS NULL THEN ${shares.contact.changed} WHEN ${contact} IS NULL THEN ${shares.contact.notSet} ` +
        `WHEN c.broker = ${contact} THEN ${shares.contact.same} ELSE ${shares.contact.changed} END`,
    ),
    waiting: points('waiting', shareSql('c.waited', shares.waitingFullDays)),
    growth: points(
      'growth',
      shareSql(`LEAST(${asked.of('grow', 'int')}, c.most_minutes) - ${paid}`, shares.growthFullMinutes),
    ),
    accommodations: points(
      'accommodations',
      `CASE WHEN c.need_count = 0 THEN 10000 ELSE (c.need_count - bit_count((c.needs & ${asked.of('lacking', 'int')})::bit(32))::int) ` +
        `* 10000 / c.need_count END`,
    ),
  };
}

/**
 * The tightest shift's free minutes. Free stretches stand in order and none touches the next, so the one that holds
 * a shift's end is the first that ends no earlier.
 */
function slackMinutes(asked: Parameters, { shiftsAtMost }: Encoding): string {
  const each = Array.from({ length: shiftsAtMost }, (_, n) => {
    const [start, end] = [asked.of(`start${n}`, 'int'), asked.of(`end${n}`, 'int')];
    const place = `[width_bucket(${end} - 1, c.free_to) + 1]`;
    return `CASE WHEN c.free_from${place} > ${start} THEN 0 ELSE ${start} - c.free_from${place} + c.free_to${place} - ${end} END`;
  });
  return each.length === 0 ? '0' : `coalesce(LEAST(${each.join(', ')}), 0)`;
}

function triedShare(
  asked: Parameters,
  { triedAtMost }: Encoding,
  { shares: { tried } }: MatchingRules,
): string {
  const [category, noise, paid] = [
    asked.of('category', 'int'),
    asked.of('noise', 'int'),
    asked.of('paid', 'int'),
  ];
  const each = Array.from(
    { length: triedAtMost },
    (_, n) =>
      `coalesce(c.tried${n}_sign * (CASE WHEN c.tried${n}_category = ${category} THEN ${tried.task} ELSE 0 END + ` +
      `CASE WHEN c.tried${n}_noise = ${noise} THEN ${tried.noise} ELSE 0 END + ` +
      `CASE WHEN abs(c.tried${n}_minutes - ${paid}) <= ${tried.hoursNearMinutes} THEN ${tried.hours} ELSE 0 END), 0)`,
  );
  if (each.length === 0) return String(tried.neutral);
  const sum = `LEAST(10000, GREATEST(0, ${tried.neutral} + ${each.join(' + ')}))`;
  return `CASE WHEN c.tried0_sign IS NULL THEN ${tried.neutral} ELSE ${sum} END`;
}
