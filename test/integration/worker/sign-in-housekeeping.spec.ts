import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DerivedSecrets, Dispatch, KeptForms, Sessions, StoredSignInCodes } from '#persistence';
import { OpenAllDoors } from '#use-cases';
import { SignInHousekeeping } from '../../../apps/worker/src/sign-in-housekeeping.js';
import { ids } from '../../contracts/rows.js';
import { openDatabase, type OpenDatabase } from '../persistence/open-database.js';

let database: OpenDatabase;
let dispatch: Dispatch;
beforeAll(async () => {
  database = await openDatabase();
  dispatch = new Dispatch({ url: database.dispatchUrl });
});
afterAll(async () => {
  await dispatch.close();
  await database.close();
});

const secretsOf = (letter: string) =>
  new DerivedSecrets([{ id: letter, key: Buffer.from(letter.repeat(40)) }]);
const housekeeping = (letter: string) =>
  new SignInHousekeeping({
    dispatch,
    openAllDoors: new OpenAllDoors(database.transactor, secretsOf(letter)),
    sessions: new Sessions(database.dataSource),
    keptForms: new KeptForms(database.dataSource),
    codes: new StoredSignInCodes(database.dataSource),
  });

it('throws away what has run out, and keeps what has not', async () => {
  const sessions = new Sessions(database.dataSource);
  const account = { kind: 'staff', municipalityId: ids.next(), staffId: ids.next() } as const;
  for (const letter of ['a', 'b', 'c'])
    await sessions.open(letter.repeat(64), account, 'oidc', { idle: 60, whole: 600 });
  await database.really(`UPDATE sessions SET ended_at = now() - interval '8 days' WHERE key LIKE 'a%'`);
  await database.really(
    `UPDATE sessions SET idle_ends_at = now() - interval '8 days', ends_at = now() - interval '7 days' WHERE key LIKE 'b%'`,
  );
  const forms = new KeptForms(database.dataSource);
  for (const letter of ['a', 'b'])
    await forms.keep({ key: letter.repeat(64), owner: 'the-owner-of-the-form', sealed: 'x' }, 60);
  await database.really(`UPDATE kept_forms SET ends_at = now() WHERE key LIKE 'a%'`);
  const codes = new StoredSignInCodes(database.dataSource);
  for (const letter of ['a', 'b']) {
    const hash = letter.repeat(64);
    const asked = {
      id: ids.next(),
      audience: 'citizen' as const,
      browser: hash,
      address: hash,
      caller: hash,
    };
    await codes.ask(asked, 10, () => ({ what: 'send', wait: 0 }));
  }
  await database.really(
    `UPDATE sign_in_codes SET ends_at = now() - interval '25 hours' WHERE browser LIKE 'a%'`,
  );
  await housekeeping('k').clean();
  const left = await database.really<{ key: string }>(
    `SELECT left(key, 1) AS key FROM sessions UNION ALL SELECT left(key, 1) FROM kept_forms
     UNION ALL SELECT left(browser, 1) FROM sign_in_codes ORDER BY 1`,
  );
  expect(left.map(({ key }) => key)).toEqual(['b', 'b', 'c']);
});

it('makes every address lead to whom it belongs, and again under another key', async () => {
  const place = await database.workplace();
  const { rows, company, citizen } = place;
  const user = rows.companyUser(company.id);
  const gone = rows.companyUser(company.id, {
    active: false,
    removedAt: user.createdAt,
    email: 'gone@x.example',
    phone: null,
  });
  await place.inside(async (unit) => {
    await unit.companyUsers.insert(user);
    await unit.companyUsers.insert(gone);
    await unit.citizens.update({ ...citizen, email: 'Jonas@Borger.example' });
  });
  for (const letter of ['k', 'n']) {
    const secrets = secretsOf(letter);
    const leadsTo = async (address: string) =>
      (await database.transactor.lookUp('sign-in', secrets.addressHash(address))).map(
        ({ subjectId }) => subjectId,
      );
    expect(await leadsTo(user.email!)).toEqual([]);
    await housekeeping(letter).clean();
    await housekeeping(letter).clean();
    expect(await leadsTo(user.email!)).toEqual([user.id]);
    expect(await leadsTo(user.phone!)).toEqual([user.id]);
    expect(await leadsTo('gone@x.example')).toEqual([]);
    expect(await leadsTo('jonas@borger.example')).toEqual([citizen.id]);
    expect(await leadsTo(citizen.phone!)).toEqual([citizen.id]);
  }
});
