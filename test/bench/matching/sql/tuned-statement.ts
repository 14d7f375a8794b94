import { smallJobFacts, type CandidateSmallJob, type MatchingRules } from '#matching';
import { SHOWN, type Case } from '../peers/peer.js';
import type { Encoding } from '../table/encoding.js';
import { geometric, mutualRows } from '../table/rows.js';
import { metresSql } from './arithmetic.js';
import { Parameters } from './parameters.js';
import { inOrderOfParts } from './parts.js';
import { tunedPoints } from './tuned-points.js';
import { valuesOf } from './tuned-values.js';

/** Where the words of the chosen index are put. */
const COARSE = '/* coarse */';

/** With the bits written out, so that the statement matches the one index that was made with the same words. */
export const hasAll = (words: readonly bigint[]): string =>
  words.flatMap((bits, at) => (bits === 0n ? [] : [`c.has${at} & ${bits} = ${bits}`])).join(' AND ') ||
  'true';

/**
 * One prepared statement: the index on the places within reach, ordinary rules as masks, the week as multiranges, exact
 * metres and points only for those who are left.
 */
export class Statement {
  private readonly text: string;
  private readonly texts = new Map<string, { name: string; text: string }>();
  private readonly parameters = new Parameters();

  constructor(
    private readonly encoding: Encoding,
    rules: MatchingRules,
  ) {
    const points = inOrderOfParts(tunedPoints(this.parameters, encoding, rules));
    const near = `CASE WHEN ${this.ordinary().join(' AND ')} THEN ${this.near()} ELSE false END`;
    const [lat, lon] = [this.parameters.of('lat', 'float8'), this.parameters.of('lon', 'float8')];
    this.text = `
SELECT c.id, ${points.map(({ id }) => `p.${id}`).join(' + ')} AS score, ${points.map(({ id }) => `p.${id}`).join(', ')}
FROM (SELECT * FROM citizen c WHERE ${this.within()} AND ${COARSE} AND ${near} OFFSET 0) c
CROSS JOIN LATERAL (SELECT ${metresSql('c.lat', 'c.lon', lat, lon)} AS metres OFFSET 0) d
CROSS JOIN LATERAL (SELECT ${points.map(({ id, sql }) => `${sql} AS ${id}`).join(', ')} OFFSET 0) p
WHERE ${this.conditions().join(' AND ')}
ORDER BY score DESC, c.waited DESC, c.id
LIMIT ${SHOWN}`;
  }

  /** What the index answers. */
  private within(): string {
    return geometric.reach.length > 0 ? `c.reach @> ${this.parameters.of('at', 'box')}` : 'true';
  }

  /** Ordinary rules, a few comparisons of words for all of them; CASE keeps them before what costs more. */
  private ordinary(): string[] {
    const conditions: string[] = [];
    for (let at = 0; at < this.encoding.levels.words; at += 1) {
      const needed = this.parameters.of(`needs${at}`, 'bigint');
      conditions.push(`c.has${at} & ${needed} = ${needed}`);
    }
    for (const { column, comparison } of this.encoding.levels.wideNumbers) {
      const asked = this.parameters.of(column, 'float8');
      conditions.push(`${asked} ${comparison.kind === 'at-most' ? '<=' : '>='} c.${column}`);
    }
    return conditions;
  }

  private near(): string {
    if (geometric.reach.length === 0) return 'true';
    const [x, y, z] = ['x', 'y', 'z'].map((name) => this.parameters.of(name, 'float8'));
    return `c.x * ${x} + c.y * ${y} + c.z * ${z} >= c.least_product`;
  }

  /** For the few who are left. */
  private conditions(): string[] {
    const asked = this.parameters;
    const conditions: string[] = [];
    if (geometric.inside.length > 0) conditions.push(`c.free @> ${asked.of('required', 'int4multirange')}`);
    if (geometric.apart.length > 0)
      conditions.push(`(c.agreed IS NULL OR NOT c.agreed && ${asked.of('shifts', 'int4multirange')})`);
    for (const { column, comparison } of this.encoding.levels.wideSets) {
      const slugs = asked.of(column, 'text[]');
      conditions.push(
        comparison.kind === 'holds-all'
          ? `(${slugs} = '{}' OR coalesce(c.${column} @> ${slugs}, false))`
          : `(c.${column} IS NULL OR NOT c.${column} && ${slugs})`,
      );
    }
    for (const { column } of mutualRows()) {
      conditions.push(`(c.${column} IS NULL OR ${asked.of(`${column}_as`, 'text')} <> ALL (c.${column}))`);
      conditions.push(`c.id <> ALL (${asked.of(column, 'uuid[]')})`);
    }
    if (geometric.reach.length > 0) conditions.push(`d.metres <= c.metres_at_most`);
    return conditions;
  }

  /** The statement for a job and its parameters; one text for all jobs that use the same index. */
  of(job: CandidateSmallJob, given: Case): { name: string; text: string; values: unknown[] } {
    const facts = smallJobFacts(job, given);
    const coarse = this.encoding.levels.coarse(facts);
    const key = coarse.join();
    let found = this.texts.get(key);
    if (found === undefined) {
      const text = this.text.replace(COARSE, hasAll(coarse));
      this.texts.set(key, (found = { name: `tuned_${this.texts.size}`, text }));
    }
    const values = valuesOf(facts, this.encoding);
    return { ...found, values: [...this.parameters.names].map((name) => values[name]) };
  }
}
