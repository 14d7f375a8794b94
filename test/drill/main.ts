import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createOwnedDatabase, withClient } from '../../demo/src/database/index.js';
import { DrillServer } from './drill-server.js';
import { DrilledProduct } from './drilled-product.js';
import { baseBackup, comeBack, markAndGoOn } from './go-back-in-time.js';
import { differences, rowsIn, takeInventory } from './inventory.js';
import { migrateAndBeKilled } from './migrate-and-be-killed.js';
import { restoreADump } from './restore-a-dump.js';
import { widenUnderLoad } from './widen-under-load.js';
import { Writing } from './writing.js';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '8' }, compare: { type: 'string', multiple: true } },
});
const say = (text: string): boolean => process.stderr.write(`${text}\n`);
const checkout = process.env['DRILL_CHECKOUT'] ?? process.cwd();

process.exitCode = values.compare ? await compare(values.compare) : await drill(Number(values.kills));

/** Two databases that somebody else runs, as a superuser or with BYPASSRLS. */
async function compare(urls: string[]): Promise<number> {
  const [one, other] = urls;
  if (!one || !other) throw new Error('--compare is given twice: --compare <url> --compare <url>');
  const [before, after] = [await withClient(one, takeInventory), await withClient(other, takeInventory)];
  const found = differences(before, after);
  print({ tables: Object.keys(before.tables).length, rows: rowsIn(before), differences: found });
  return found.length === 0 ? 0 : 1;
}

async function drill(kills: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'fodfaeste-drill-'));
  const named = (name: string): DrillServer => new DrillServer(mkdtempSync(join(tmpdir(), `drill-${name}-`)));
  const [lost, fresh, successor] = [named('lost'), named('fresh'), named('successor')];
  let product: DrilledProduct | undefined;
  try {
    say('A server, the product on it, and people who write ...');
    await lost.create();
    await lost.start();
    const ownerUrl = await createOwnedDatabase(lost.url('postgres'), 'fodfaeste', 'owner');
    product = await DrilledProduct.start(checkout, ownerUrl, folder);
    const writing = new Writing(product);
    say('A dump, restored on a fresh server ...');
    await fresh.create();
    await fresh.start();
    const dump = await restoreADump(lost, fresh);
    say('A base backup; columns of the next release under the running one ...');
    await baseBackup(lost, successor);
    const widening = await widenUnderLoad(ownerUrl, writing);
    await writing.stop();
    await product.stop();
    say('The server is lost, and its successor comes back to the point before the mistake ...');
    const wanted = await markAndGoOn(lost);
    await lost.crash();
    const pointInTime = await comeBack(successor, lost.archive, wanted, writing.acknowledged);
    say('The product on what came back ...');
    product = await DrilledProduct.start(
      checkout,
      successor.url('fodfaeste', 'fodfaeste_owner', 'owner'),
      folder,
    );
    const ready = await product.call('/ready');
    const found = await product.call(`/api/v1/citizens/${writing.acknowledged.at(-1)}`);
    await product.stop();
    say('Migrations that are killed ...');
    const migration = await migrateAndBeKilled(checkout, fresh, kills);
    const afterwards = { ready: ready.status, read: found.status };
    print({ dump, pointInTime, afterwards, widening, migration });
    const well =
      [dump, pointInTime, migration].every((one) => one.differences.length === 0) &&
      pointInTime.lost === 0 &&
      widening.failed === 0 &&
      ready.status === 200 &&
      found.status === 200;
    return well ? 0 : 1;
  } finally {
    await product?.stop();
    for (const server of [lost, fresh, successor]) await server.destroy();
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(result: object): void {
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
