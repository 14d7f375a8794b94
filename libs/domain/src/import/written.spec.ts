import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CellReader, looksLikeCpr } from './cells.js';
import { missingColumns, recogniseColumns, importFields } from './fields.js';
import { importKinds } from './import.js';
import { readCitizenRow, readCompanyRow, readSmallJobRow } from './rows.js';
import * as written from './written.js';

type Reader = (text: string) => unknown;
const slots = (days: number[], start: string, end: string) =>
  days.map((weekday) => ({ weekday, start, end }));

describe('what people write in cells', () => {
  it.each<[keyof typeof written, string, unknown]>([
    ['phoneIn', '20 12 34 56', '+4520123456'],
    ['phoneIn', '+45 20123456', '+4520123456'],
    ['phoneIn', '0045 20 12 34 56', '+4520123456'],
    ['phoneIn', '+46 70 123 45 67', '+46701234567'],
    ['phoneIn', '1234567', undefined],
    ['phoneIn', '10123456', undefined],
    ['emailIn', 'a@b.dk', 'a@b.dk'],
    ['emailIn', 'a@b', undefined],
    ['emailIn', 'a b@c.dk', undefined],
    ['cvrIn', 'DK 12 34 56 78', '12345678'],
    ['cvrIn', '1234567', undefined],
    ['cprIn', '010190-1234', '0101901234'],
    ['cprIn', '320190-1234', undefined],
    ['cprIn', '300290-1234', undefined],
    ['postcodeIn', '800', '0800'],
    ['postcodeIn', 'DK-7100', '7100'],
    ['postcodeIn', '71000', undefined],
    ['numberIn', '7,5', 7.5],
    ['numberIn', '1.250', 1250],
    ['numberIn', '1.250,5', 1250.5],
    ['numberIn', '7.5', 7.5],
    ['numberIn', '-3', undefined],
    ['oreIn', '158,45 kr.', 15845],
    ['oreIn', '160 kr. i timen', 16000],
    ['dateIn', '01-12-2026', '2026-12-01'],
    ['dateIn', '1.12.2026', '2026-12-01'],
    ['dateIn', '1/12 2026', '2026-12-01'],
    ['dateIn', '2026-12-01', '2026-12-01'],
    ['dateIn', '2026-12-01 00:00:00', '2026-12-01'],
    ['dateIn', '31-02-2026', undefined],
    ['dateIn', '12-13-2026', undefined],
    ['truthIn', 'JA', true],
    ['truthIn', 'nej', false],
    ['truthIn', 'måske', undefined],
    ['degreeIn', 'Meget', 2],
    ['channelIn', 'E-mail', 'email'],
    ['languageIn', 'Engelsk', 'en'],
    ['weekIn', 'man, ons, fre 8-12', slots([1, 3, 5], '08:00', '12:00')],
    ['weekIn', 'man-fre 8.30-14', slots([1, 2, 3, 4, 5], '08:30', '14:00')],
    ['weekIn', 'mandag og torsdag kl. 9 til 11', slots([1, 4], '09:00', '11:00')],
    ['weekIn', 'man - ons 8-12', slots([1, 2, 3], '08:00', '12:00')],
    ['weekIn', 'tir 8-12; lør 22-02', [...slots([2], '08:00', '12:00'), ...slots([6], '22:00', '02:00')]],
    ['weekIn', 'hverdage 8-16', slots([1, 2, 3, 4, 5], '08:00', '16:00')],
    ['weekIn', 'engang 8-12', undefined],
    ['weekIn', 'fre-man 8-12', undefined],
    ['weekIn', 'man 8-25', undefined],
    ['weekIn', 'man', undefined],
  ])('%s("%s")', (reader, text, value) => {
    expect((written[reader] as Reader)(text)).toEqual(value);
  });

  it('a wish is a kind of work, and the person’s words when there are some', () => {
    expect(written.goalIn('Lager', 1)).toEqual({ category: 'lager', rank: 1, ownWords: '' });
    expect(written.goalIn('Lager: gerne bruge kroppen', 2)).toEqual({
      category: 'lager',
      rank: 2,
      ownWords: 'gerne bruge kroppen',
    });
    expect(written.goalIn('noget på et lager', 1)).toEqual({
      category: 'lager',
      rank: 1,
      ownWords: 'noget på et lager',
    });
    expect(written.goalIn('stjerneskuer', 1)).toBeUndefined();
  });

  it('no text makes a reader fall over', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom(...'0123456789-./:, manfretilkog;ø') }),
    );
    const readers = Object.values(written) as Reader[];
    fc.assert(fc.property(text, (anything) => readers.every((read) => read(anything) !== null)));
  });

  it.each(['010190-1234', '010190 1234', '0101901234'])('%s is sealed wherever it stands', (text) => {
    expect(looksLikeCpr(text)).toBe(true);
  });
  it.each(['20123456', '5790001234567', '9999999999', '158,45'])('%s is no CPR number', (text) => {
    expect(looksLikeCpr(text)).toBe(false);
  });
});

describe('columns', () => {
  it.each(importKinds)('the template of %s is understood whole', (kind) => {
    const headings = importFields[kind].map(({ heading }) => heading);
    expect(recogniseColumns(kind, headings)).toEqual(importFields[kind].map(({ name }) => name));
    expect(missingColumns(kind, recogniseColumns(kind, headings))).toEqual([]);
  });

  it.each(importKinds)('no two fields of %s share a heading', (kind) => {
    const known = importFields[kind].flatMap(({ heading, also }) => [heading, ...also]);
    const plain = known.map((one) => one.toLowerCase().replace(/[^a-zæøå0-9]/g, ''));
    expect(plain.filter((one, at) => plain.indexOf(one) !== at)).toEqual([]);
  });

  it('are known by other names, and each only once', () => {
    expect(recogniseColumns('citizens', ['navn ', 'MOBIL', 'Tlf.', 'Noget andet', ''])).toEqual([
      'name',
      'phone',
      null,
      null,
      null,
    ]);
  });

  it.each([
    ['citizens', readCitizenRow],
    ['companies', readCompanyRow],
    ['small-jobs', (cells: CellReader) => readSmallJobRow(cells, '2026-11-01')],
  ] as const)('the example of %s has no fault in it', (kind, read) => {
    const fields = importFields[kind];
    const reader = new CellReader(
      fields.map(({ name }) => name),
      fields.map(({ example }) => example),
    );
    read(reader);
    expect(reader.faults).toEqual([]);
  });
});

describe('a row', () => {
  const faultsOf = (cells: Record<string, string>) => {
    const reader = new CellReader(Object.keys(cells), Object.values(cells));
    readCitizenRow(reader);
    return reader.faults.map(({ field, code }) => `${field} ${code}`);
  };

  it('says every fault at once, each in its cell', () => {
    expect(
      faultsOf({
        name: '',
        phone: '123',
        email: 'x',
        postcode: '71',
        hoursMin: '9',
        hoursMax: '3',
        danish: '7',
      }),
    ).toEqual([
      'hoursWish hours-order',
      'name missing',
      'phone phone',
      'email email',
      'street missing',
      'postcode postcode',
      'town missing',
      'danish level',
    ]);
  });

  it('does not send messages where there is no number', () => {
    expect(faultsOf({ name: 'Bo', channel: 'sms' })).toEqual(['channel channel-unreachable']);
  });

  it('does not read a sealed cell as anything else', () => {
    const reader = new CellReader(['name', 'phone'], ['Bo', { sealed: 'k1:x' }]);
    readCitizenRow(reader);
    expect(reader.faults).toEqual([{ field: 'phone', code: 'hidden' }]);
  });
});
