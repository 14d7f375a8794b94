import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { csvOf, tableFile, xlsxOf } from './table-file.js';
import { date, number, text, type Table } from './table.js';

const table: Table = {
  title: 'Prøve',
  file: 'proeve',
  columns: [text('Navn'), text('Telefon'), number('Timer'), date('Dag')],
  rows: [
    ['Ærø; "Ø"', '20123456', 12.5, '2026-10-25'],
    ['=1+1', '0012', 0, null],
    ['-2', null, 3, '2026-03-29'],
  ],
  notes: ['Talt med fingrene.'],
};

it('is a CSV that Danish Excel reads, and runs nothing', () => {
  const file = csvOf(table);
  expect(file.startsWith('\uFEFFNavn;Telefon;Timer;Dag\r\n')).toBe(true);
  expect(parse(file, { bom: true, delimiter: ';', recordDelimiter: '\r\n' })).toEqual([
    ['Navn', 'Telefon', 'Timer', 'Dag'],
    ['Ærø; "Ø"', '20123456', '12,5', '2026-10-25'],
    ["'=1+1", '0012', '0', ''],
    ["'-2", '', '3', '2026-03-29'],
  ]);
});

it('is a workbook with numbers, days and texts as such, and how it was counted beside', async () => {
  const sheets = await readExcelFile(await xlsxOf(table));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Prøve', 'Sådan er der talt']);
  expect(sheets[0]!.data).toEqual([
    ['Navn', 'Telefon', 'Timer', 'Dag'],
    ['Ærø; "Ø"', '20123456', 12.5, new Date('2026-10-25T00:00:00Z')],
    ['=1+1', '0012', 0, null],
    ['-2', null, 3, new Date('2026-03-29T00:00:00Z')],
  ]);
  expect(sheets[1]!.data).toEqual([['Talt med fingrene.']]);
});

it('is saved under a name without people', async () => {
  const file = await tableFile({ ...table, rows: [] }, 'xlsx');
  expect(file.getHeaders()).toMatchObject({
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    disposition: 'attachment; filename="proeve.xlsx"',
  });
});
