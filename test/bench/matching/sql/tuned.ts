import { smallJobFacts } from '#matching';
import { microsSince } from '../measure/clock.js';
import type { PreparedOracle } from '../peers/oracle.js';
import type { Case, Peer } from '../peers/peer.js';
import { clustered, encodingOf, type Encoding } from '../table/encoding.js';
import type { Server } from './server.js';
import { tunedColumns } from './tuned-columns.js';
import { hasAll, Statement } from './tuned-statement.js';
import { answerOf, TABLE_BYTES } from './usual.js';

/** SQL with everything that makes it fast and keeps it exact. */
export async function tunedSqlPeer(server: Server, given: Case, { facts }: PreparedOracle): Promise<Peer> {
  const session = await server.connect();
  const start = process.hrtime.bigint();
  await session.run('CREATE SCHEMA tuned; SET search_path = tuned; SET enable_indexscan = off');
  const encoding = encodingOf(facts, given);
  await session.table('citizen', tunedColumns(inOrder(facts, encoding, given), encoding, given));
  for (const [n, coarse] of coarseMasks(encoding, given).entries())
    await session.run(
      `CREATE INDEX within_${n} ON citizen USING gist (reach) WHERE ${hasAll(coarse).replaceAll('c.', '')}`,
    );
  await session.run('VACUUM (ANALYZE, FREEZE) citizen');
  const [{ bytes }] = (await session.rows<{ bytes: string }>(TABLE_BYTES)) as [{ bytes: string }];
  const asked = new Statement(encoding, given.rules);
  return {
    name: 'sql-tuned',
    buildMillis: microsSince(start) / 1000,
    bytes: Number(bytes),
    topTwenty: async (job) => {
      const { name, text, values } = asked.of(job, given);
      const { answer, ...times } = await session.timed(name, text, values);
      return { answer: answerOf(answer), ...times };
    },
    close: () => session.close(),
  };
}

/** Those who pass the same coarse rules beside each other, and among them neighbours: few pages for each index. */
function inOrder(facts: PreparedOracle['facts'], { levels }: Encoding, given: Case): PreparedOracle['facts'] {
  const classes = new Map(facts.map((each) => [each, levels.coarseClass(each)]));
  return clustered(facts, given).sort((a, b) => Number(classes.get(a)! - classes.get(b)!));
}

/** The different things jobs ask of the rows with few values: one index on places for each. */
function coarseMasks({ levels }: Encoding, given: Case): bigint[][] {
  const masks = given.population.smallJobs.map((job) => levels.coarse(smallJobFacts(job, given)));
  return [...new Map(masks.map((mask) => [mask.join(), mask])).values()];
}
