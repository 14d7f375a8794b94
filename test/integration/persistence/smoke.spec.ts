import { expect, test } from '@jest/globals';
import { createDataSource, MunicipalityRegister, TimeOrderedIds, TypeormTransactor } from '#persistence';
import { createTestDatabase } from '../../support/postgres-cluster.js';
import { municipality, rowsOf } from '../../contracts/rows.js';

test('smoke', async () => {
  const db = await createTestDatabase();
  const ds = await createDataSource({ url: db.appUrl }).initialize();
  const m = municipality();
  await new MunicipalityRegister(ds).found(m);
  const t = new TypeormTransactor(ds, new TimeOrderedIds());
  const rows = rowsOf(m.id);
  const company = rows.company();
  const job = rows.smallJob(company.id);
  await t.inMunicipality(m.id, async (u) => {
    expect(await u.municipality()).toEqual(m);
    await u.companies.insert(company);
    await u.smallJobs.insert(job);
    expect(await u.smallJobs.lock(job.id)).toEqual(job);
    expect(await u.smallJobs.list({ startDate: '2026-11-30', createdAt: { from: job.createdAt } }, {order:[{by:'title'}], limit: 3, lock: true})).toEqual([job]);
    await u.smallJobs.update({ ...job, title: 'x' });
    expect(await u.smallJobs.count({ title: 'x' })).toBe(1);
    await u.record({ type: 'SmallJobPosted', smallJobId: job.id });
    await u.wake('match.rank', job.id);
    await u.logAccess({who:'x',staffId:null,companyId:null,citizenIds:[company.id],kind:'shown',purpose:'p'});
    await u.enlist({kind:'phone',key:'a'.repeat(64),subjectId:job.id});
  });
  expect(await t.lookUp('phone','a'.repeat(64))).toHaveLength(1);
  const cs = Array.from({length: 10_000}, () => rows.citizen());
  let t0=Date.now();
  await t.inMunicipality(m.id, (u) => u.citizens.insertMany(cs));
  console.log('insert 10k', Date.now()-t0);
  for (let i=0;i<3;i++){ t0=Date.now();
  const got = await t.inMunicipality(m.id, (u) => u.citizens.list());
  console.log('list 10k', got.length, Date.now()-t0);}
  for (let i=0;i<3;i++){ t0=Date.now();
    const raw = await ds.transaction(async (m2)=>{ await m2.query("select set_config('app.municipality_id',$1,true)",[m.id]); return m2.query('select * from citizens order by id')});
  console.log('raw 10k', raw.length, Date.now()-t0);}
  t0=Date.now(); for (let i=0;i<200;i++) await t.inMunicipality(m.id, (u) => u.citizens.find(cs[i]!.id)); console.log('200 tx finds', Date.now()-t0);
  await ds.destroy();
  await db.drop();
}, 60000);
