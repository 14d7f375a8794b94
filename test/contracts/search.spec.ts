import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { searchKinds, type SearchKind } from '#use-cases';
import { databases, type DatabaseUnderTest } from './databases.js';
import { workplaceIn, type Workplace } from './workplace.js';

const people: Readonly<Record<string, string | null>> = {
  'Jonas Hansen': '+4522220001',
  'Åse Kjær Sørensen': '+4530405060',
  'Søren Østergaard': null,
  'André Nuñez': '+4640112233',
  'Jonna Holm': null,
  'Bent Bak': '+4571717171',
};

describe.each(databases)('search %s', (_name, open) => {
  let database: DatabaseUnderTest;
  let place: Workplace;
  let elsewhere: Workplace;
  const names = new Map<string, string>();

  beforeAll(async () => {
    database = await open();
    place = await workplaceIn(database);
    elsewhere = await workplaceIn(database);
    await place.inside(async (unit) => {
      for (const [name, phone] of Object.entries(people)) {
        const citizen = place.rows.citizen({ name, phone, preferredChannel: 'letter' });
        names.set(citizen.id, name);
        await unit.citizens.insert(citizen);
      }
      const company = place.rows.company({
        name: 'Ærø Frugt & Grønt A/S',
        cvr: '37112233',
        contact: { name: 'Ali Demir', phone: '+4521110012', email: null },
      });
      await unit.companies.insert(company);
      names.set(company.id, company.name);
    });
  });
  afterAll(() => database.close());

  const find = async (words: string, kinds: readonly SearchKind[] = ['citizen'], at = place) => {
    const hits = await at.inside((unit) => unit.search.find(words, kinds, 5));
    return hits.map(({ id }) => names.get(id)).filter((name) => name !== undefined);
  };

  test.each([
    ['Jonas Hansen', 'Jonas Hansen'],
    ['hansen jonas', 'Jonas Hansen'],
    ['jonas hanse', 'Jonas Hansen'],
    ['jonsa hansen', 'Jonas Hansen'],
    ['Ase', 'Åse Kjær Sørensen'],
    ['Aase', 'Åse Kjær Sørensen'],
    ['åse kjaer', 'Åse Kjær Sørensen'],
    ['kjær', 'Åse Kjær Sørensen'],
    ['soerensen', 'Åse Kjær Sørensen'],
    ['sorensen', 'Åse Kjær Sørensen'],
    ['østergård', 'Søren Østergaard'],
    ['Oestergaard', 'Søren Østergaard'],
    ['andre nunez', 'André Nuñez'],
    ['NUÑEZ', 'André Nuñez'],
    ['bak bent', 'Bent Bak'],
    ['22 22 00 01', 'Jonas Hansen'],
    ['+45 2222 0001', 'Jonas Hansen'],
    ['304050', 'Åse Kjær Sørensen'],
  ])('%s finds %s first', async (words, name) => {
    expect((await find(words))[0]).toBe(name);
  });

  test.each(['304059', '22220002', 'x', '', '  ', '%', "'; DROP TABLE citizens", 'zzzzzz'])(
    '%j finds nobody',
    async (words) => {
      expect(await find(words)).toEqual([]);
    },
  );

  test('finds what one is typing', async () => {
    expect(await find('jon')).toEqual(expect.arrayContaining(['Jonas Hansen', 'Jonna Holm']));
    expect(await find('jo')).toEqual(expect.arrayContaining(['Jonas Hansen', 'Jonna Holm']));
  });

  test('finds a company by its name, its number and its contact', async () => {
    for (const words of ['ærø frugt', 'aeroe', '37112233', 'Ali Demir', '21 11 00 12'])
      expect(await find(words, ['company'])).toEqual(['Ærø Frugt & Grønt A/S']);
    expect(await find('ærø frugt', ['citizen', 'staff', 'small-job'])).toEqual([]);
  });

  test('gives at most so many of each kind', async () => {
    const hits = await place.inside((unit) => unit.search.find('jon', searchKinds, 1));
    expect(hits.filter(({ kind }) => kind === 'citizen')).toHaveLength(1);
  });

  test('finds nothing of another municipality', async () => {
    expect(await find('Jonas Hansen', searchKinds, elsewhere)).toEqual([]);
  });

  test('finds the new name, and not the old one', async () => {
    const citizen = place.rows.citizen({ name: 'Xenia Quist', preferredChannel: 'letter' });
    names.set(citizen.id, 'Xenia');
    await place.inside((unit) => unit.citizens.insert(citizen));
    expect(await find('xenia quist')).toEqual(['Xenia']);
    await place.inside((unit) => unit.citizens.update({ ...citizen, name: 'Wanda Vang' }));
    expect(await find('xenia quist')).toEqual([]);
    expect(await find('vang')).toEqual(['Xenia']);
  });
});
