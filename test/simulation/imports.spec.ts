import { beforeEach, describe, expect, it } from '@jest/globals';
import { type ImportKind, type ReadTable } from '#domain';
import {
  BeginImport,
  CorrectImportRow,
  ForgetOldImports,
  RunImport,
  ShowImport,
  StartImport,
  type ImportShown,
} from '#use-cases';
import { ReadableSecrets } from '../fakes/index.js';
import { Village } from './village.js';

let village: Village;
beforeEach(async () => {
  village = await Village.found();
});

const table = (headings: string[], ...rows: string[][]): ReadTable => ({
  headings,
  rows: rows.map((cells, at) => ({ line: at + 2, cells })),
});
const CITIZENS = ['Sagsnr.', 'Navn', 'Telefon', 'Adresse', 'Postnr.', 'By', 'CPR', 'Kontaktperson'];
const citizen = (name: string, phone: string, more: Partial<Record<string, string>> = {}): string[] => {
  const said: Record<string, string> = {
    'Sagsnr.': '',
    Navn: name,
    Telefon: phone,
    Adresse: 'Prøvevej 1',
    'Postnr.': '7100',
    By: 'Vejle',
    CPR: '',
    Kontaktperson: '',
    ...(more as Record<string, string>),
  };
  return CITIZENS.map((heading) => said[heading]!);
};
const actor = () => village.as(village.mette);
const upload = async (kind: ImportKind, said: ReadTable): Promise<string> =>
  (await village.use(BeginImport).execute({ kind, fileName: 'liste.csv', table: said }, actor())).id;
const show = (id: string): Promise<ImportShown> =>
  village.use(ShowImport).execute(id, { limit: 100 }, actor());
const load = async (id: string, updatesExisting = false): Promise<ImportShown> => {
  await village.use(StartImport).execute(id, { updatesExisting }, actor());
  await village.pass('PT1S');
  return show(id);
};
const citizens = () => village.inside((unit) => unit.citizens.list({}, { order: [{ by: 'name' }] }));
const outcomes = ({ rows }: ImportShown) => rows.map(({ outcome }) => outcome);
const faults = ({ rows }: ImportShown) =>
  rows.map((row) =>
    row.faults.map(({ field, code, about }) => [field, code, about].filter(Boolean).join(' ')),
  );

describe('a file of citizens', () => {
  it('is a dry run first: nobody is registered, and what was not said is said', async () => {
    const id = await upload('citizens', table(CITIZENS, citizen('Anna Ny', '20000011')));
    const shown = await show(id);
    expect(outcomes(shown)).toEqual(['new']);
    expect(shown.assumed.map(({ heading }) => heading)).toContain('Kan arbejde');
    expect((await citizens()).map(({ name }) => name)).toEqual(['Jonas Prøvesen']);
  });

  it('is loaded once, however often it is pressed', async () => {
    const id = await upload('citizens', table(CITIZENS, citizen('Anna Ny', '20000011')));
    await village.use(StartImport).execute(id, { updatesExisting: false }, actor());
    await village.use(StartImport).execute(id, { updatesExisting: false }, actor());
    await village.pass('PT1S');
    await village.use(StartImport).execute(id, { updatesExisting: false }, actor());
    await village.pass('PT1S');
    expect((await show(id)).tally).toMatchObject({ created: 1, open: 0, failed: 0 });
    const [anna] = await citizens();
    expect(anna).toMatchObject({ name: 'Anna Ny', phone: '+4520000011', brokerId: village.mette.id });
    expect(await citizens()).toHaveLength(2);
  });

  it('goes on where it was cut off', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => citizen(`Borger ${at}`, `2000010${at}`));
    const id = await upload('citizens', table(CITIZENS, ...rows));
    await village.use(StartImport).execute(id, { updatesExisting: false }, actor());
    // Killed in the fourth row: its transaction left nothing behind.
    const { transactor } = village;
    const opens = transactor.inMunicipality.bind(transactor);
    let left = 3;
    transactor.inMunicipality = (async (municipalityId: string, work: never) => {
      if (left-- === 0) throw new Error('killed');
      return opens(municipalityId, work);
    }) as never;
    await expect(village.use(RunImport).execute(village.municipality.id, id)).rejects.toThrow('killed');
    transactor.inMunicipality = opens;
    expect(await citizens()).toHaveLength(1 + 3);
    expect((await show(id)).file).toMatchObject({ state: 'running', lineReached: 4 });
    await village.pass('PT1S');
    expect((await citizens()).map(({ name }) => name)).toEqual([
      ...Array.from({ length: 7 }, (_, at) => `Borger ${at}`),
      'Jonas Prøvesen',
    ]);
    expect((await show(id)).tally).toMatchObject({ created: 7, open: 0 });
  });

  it('is loaded to its end when it has more rows than one job takes', async () => {
    const rows = Array.from({ length: 450 }, (_, at) => citizen(`Borger ${at}`, String(30000000 + at)));
    const shown = await load(await upload('citizens', table(CITIZENS, ...rows)));
    expect(shown.file.state).toBe('done');
    expect(shown.tally.created).toBe(450);
  });

  it('knows people by number, by phone with the name, by mail, and by name with the address', async () => {
    const first = table(
      [...CITIZENS, 'E-mail'],
      [...citizen('Anna Ny', '20000011', { 'Sagsnr.': 'S-1' }), 'Anna@x.example'],
    );
    await load(await upload('citizens', first));
    const again = table(
      [...CITIZENS, 'E-mail'],
      [...citizen('Anna Gift', '', { 'Sagsnr.': 'S-1' }), ''],
      [...citizen('Anna Ny', '20 00 00 11', { Adresse: 'Et andet sted 2' }), ''],
      [...citizen('Anna Tredje', '', { Adresse: 'Et tredje sted 3' }), 'anna@X.example'],
      [...citizen('anna ny', ''), ''],
    );
    expect(outcomes(await show(await upload('citizens', again)))).toEqual([
      'known',
      'known',
      'known',
      'known',
    ]);
  });

  it('knows somebody by name and address whatever the capitals', async () => {
    await load(await upload('citizens', table(CITIZENS, citizen('Åse Ny', '20000011'))));
    for (const name of ['ÅSE NY', 'åse ny', ' Åse  Ny'])
      expect(outcomes(await show(await upload('citizens', table(CITIZENS, citizen(name, '')))))).toEqual([
        'known',
      ]);
  });

  it('knows whom it found by another key by the number of the file from then on', async () => {
    const { name, phone } = village.jonas;
    const first = table(CITIZENS, citizen(name, phone!, { 'Sagsnr.': 'S-7' }), citizen('Bo Ny', '20000099'));
    await load(await upload('citizens', first));
    const moved = citizen('Jonas Gift', '20000077', { 'Sagsnr.': 'S-7', Adresse: 'Nyvej 9' });
    const shown = await show(await upload('citizens', table(CITIZENS, moved)));
    expect(shown.rows).toMatchObject([{ outcome: 'known', known: { id: village.jonas.id } }]);
  });

  it('does not take two people with one mail address for the same', async () => {
    const mailed = (name: string, place: string) =>
      table([...CITIZENS, 'E-mail'], [...citizen(name, '', { Adresse: place }), 'familien@x.example']);
    await load(await upload('citizens', mailed('Anna Ny', 'Prøvevej 1')));
    const shown = await show(await upload('citizens', mailed('Bo Ny', 'Prøvevej 1')));
    expect(faults(shown)).toEqual([['email email-of-other Anna Ny']]);
    expect(outcomes(await show(await upload('citizens', mailed('Anna Gift', 'Nyvej 2'))))).toEqual(['known']);
  });

  it('does not take two people with one phone for the same', async () => {
    const id = await upload(
      'citizens',
      table(
        [...CITIZENS, 'Delt telefon'],
        [...citizen('Ida Anden', '22220001'), ''],
        [...citizen('Bo Bror', '22220001'), 'ja'],
      ),
    );
    const shown = await show(id);
    expect(faults(shown)).toEqual([['phone phone-of-other Jonas Prøvesen'], []]);
    expect(outcomes(shown)).toEqual(['wrong', 'new']);
  });

  it('says of a double which line the first stands on, and of a colleague nobody knows who it cannot be', async () => {
    const id = await upload(
      'citizens',
      table(
        CITIZENS,
        citizen('Anna Ny', '20000011', { Kontaktperson: 'Lars Lund' }),
        citizen('Anna Ny', '20000011'),
        citizen('Bo', '20000012', { Kontaktperson: 'Lars Ukendt' }),
      ),
    );
    expect(faults(await show(id))).toEqual([[], ['phone twice 2'], ['broker staff Lars Ukendt']]);
  });

  it('leaves the wrong rows until their cells are corrected, and loads them then', async () => {
    const id = await upload(
      'citizens',
      table(CITIZENS, citizen('Anna Ny', '20000011'), citizen('Bo Ny', '123')),
    );
    const shown = await load(id);
    expect(outcomes(shown)).toEqual(['loaded', 'wrong']);
    const wrong = shown.rows[1]!;
    await village.use(CorrectImportRow).execute(id, wrong.row.id, new Map([[2, '20000012']]), actor());
    expect((await load(id)).tally).toMatchObject({ created: 2, open: 0 });
    expect(await citizens()).toHaveLength(3);
  });

  it('changes those who are there only when asked to, and shows what before', async () => {
    const row = citizen(village.jonas.name, '22220001', { Adresse: 'Nyvej 9' });
    const id = await upload('citizens', table(CITIZENS, row));
    const shown = await show(id);
    expect(shown.rows[0]).toMatchObject({ outcome: 'known', known: { id: village.jonas.id } });
    expect(shown.rows[0]!.changes).toContainEqual(
      expect.objectContaining({ field: 'street', after: 'Nyvej 9' }),
    );
    await expect(load(id)).rejects.toThrow('import.nothing-to-load');
    expect((await load(id, true)).tally).toMatchObject({ updated: 1 });
    expect((await citizens())[0]!.address).toMatchObject({ street: 'Nyvej 9' });
  });

  it('says at its row what a rule refuses while loading, and loads the others', async () => {
    // More hours are wished for on the citizen's page than the file allows.
    const said = table(
      [...CITIZENS, 'Timer højst'],
      [...citizen(village.jonas.name, '22220001'), '5'],
      [...citizen('Anna Ny', '20000011'), '5'],
    );
    const shown = await load(await upload('citizens', said), true);
    expect(shown.rows.map(({ row }) => [row.state, row.problem])).toEqual([
      ['failed', 'citizen.hours-invalid'],
      ['created', null],
    ]);
    expect(shown.file.state).toBe('done');
  });

  it('seals CPR numbers before they are stored, in whatever column they stand', async () => {
    const id = await upload(
      'citizens',
      table(
        [...CITIZENS, 'Bemærkning'],
        [...citizen('Anna Ny', '20000011', { CPR: '010190-1234' }), '0202881111'],
        [...citizen('Bo', '20000012', { CPR: '0101' }), ''],
      ),
    );
    const rows = await village.inside((unit) => unit.importRows.list({}));
    expect(
      JSON.stringify(rows.map(({ cells }) => cells.filter((cell) => typeof cell === 'string'))),
    ).not.toMatch(/010190|020288|0101/);
    const shown = await load(id);
    expect(faults(shown)[1]).toEqual(['cpr cpr']);
    const [anna] = await citizens();
    expect(new ReadableSecrets().unseal(anna!.cprSealed!)).toBe('0101901234');
  });

  it('writes down whom it looked at', async () => {
    const id = await upload('citizens', table(CITIZENS, citizen(village.jonas.name, '22220001')));
    await show(id);
    expect(village.transactor.accessLog.at(-1)).toMatchObject({
      purpose: 'import.show',
      kind: 'shown',
      citizenIds: [village.jonas.id],
      staffId: village.mette.id,
    });
  });

  it('is forgotten after a week, and how it ended is not', async () => {
    const id = await upload('citizens', table(CITIZENS, citizen('Anna Ny', '20000011')));
    await load(id);
    const open = await upload('citizens', table(CITIZENS, citizen('Bo Ny', '20000012')));
    await village.pass('PT167H');
    expect(await village.use(ForgetOldImports).execute(village.municipality.id)).toBe(0);
    await village.pass('PT2H');
    expect(await village.use(ForgetOldImports).execute(village.municipality.id)).toBe(2);
    expect(await village.inside((unit) => unit.importRows.list({}))).toEqual([]);
    expect(await show(id)).toMatchObject({ tally: { created: 1 }, file: { fileName: null, headings: [] } });
    await expect(show(open)).rejects.toThrow('import.not-found');
  });
});

describe('files of companies and small jobs', () => {
  const COMPANIES = ['CVR', 'Firma', 'Adresse', 'Postnr.', 'By', 'Kontaktperson', 'Telefon'];
  const JOBS = ['Firma', 'Titel', 'Kategori', 'Vagter', 'Første dag', 'Timeløn'];
  const frugt = ['87654321', 'Ny Frugt', 'Havnen 1', '7100', 'Vejle', 'Ali', '20000021'];

  it('a company becomes one, and jobs for it become drafts', async () => {
    const companies = await load(
      await upload('companies', table(COMPANIES, frugt, [...frugt.slice(0, 6), '123'])),
    );
    expect(outcomes(companies)).toEqual(['loaded', 'wrong']);
    const job = ['Ny Frugt', 'Feje', 'Oprydning', 'man, ons 8-10', '01-02-2027', '158,45'];
    const id = await upload(
      'small-jobs',
      table(
        JOBS,
        job,
        ['Ukendt', ...job.slice(1)],
        [...job.slice(0, 3), 'man-fre 8-14', '02-02-2027', '158,45'],
      ),
    );
    expect(faults(await show(id))).toEqual([
      [],
      ['company company Ukendt'],
      ['shifts rule small-job.too-many-hours'],
    ]);
    await load(id);
    const [made] = await village.inside((unit) => unit.smallJobs.list({ title: 'Feje' }));
    expect(made).toMatchObject({ status: 'draft', hourlyWageOre: 15845, workplace: { street: 'Havnen 1' } });
    expect(outcomes(await show(await upload('small-jobs', table(JOBS, job))))).toEqual(['known']);
  });

  it('is for staff and other systems, and no company', async () => {
    const { employer } = village;
    const begin = { kind: 'companies', fileName: '', table: table(COMPANIES, frugt) } as const;
    await expect(village.use(BeginImport).execute(begin, employer)).rejects.toThrow('not-allowed');
  });
});
