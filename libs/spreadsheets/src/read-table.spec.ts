import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { DomainError } from '#domain';
import { readTable } from './read-table.js';

const writeXlsx = (headings: string[], rows: string[][]): Promise<Buffer> =>
  writeExcelFile([headings, ...rows].map((row) => row.map((value) => ({ value, type: String })))).toBuffer();

const table = {
  headings: ['Navn', 'By', 'Timeløn'],
  rows: [
    { line: 2, cells: ['Søren Ærlig', 'Åbenrå', '158,45'] },
    { line: 4, cells: ['Élodie', 'Ry', ''] },
  ],
};
const lines = ['Navn;By;Timeløn', 'Søren Ærlig;Åbenrå;158,45', ';;', 'Élodie;Ry;', ''].join('\r\n');
const refusal = async (bytes: Buffer): Promise<string> =>
  readTable(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );

describe('a CSV file', () => {
  it.each([
    ['UTF-8', Buffer.from(lines, 'utf8')],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${lines}`, 'utf8')],
    // What Danish Excel calls "CSV (semikolonsepareret)": é, æ, ø and å are the same bytes in Latin-1.
    ['Windows-1252', Buffer.from(lines, 'latin1')],
    ['UTF-16 as "Unicode-tekst"', Buffer.from(`\uFEFF${lines.replaceAll(';', '\t')}`, 'utf16le')],
    ['commas', Buffer.from(lines.replaceAll(';', ',').replace('158,45', '"158,45"'), 'utf8')],
    ['line feeds alone', Buffer.from(lines.replaceAll('\r', ''), 'utf8')],
  ])('in %s says the same', async (_what, bytes) => {
    expect(await readTable(bytes)).toEqual(table);
  });

  it('reads the signs that only Windows has', async () => {
    const bytes = Buffer.concat([Buffer.from('Navn\nPris '), Buffer.from([0x80, 0x96, 0xe5])]);
    expect((await readTable(bytes)).rows).toEqual([{ line: 2, cells: ['Pris €–å'] }]);
  });

  it('keeps a line break within quotes in its cell', async () => {
    expect((await readTable(Buffer.from('Navn;Tekst\nBo;"a\nb; c"\n'))).rows).toEqual([
      { line: 2, cells: ['Bo', 'a\nb; c'] },
    ]);
  });
});

describe('an XLSX file', () => {
  it('says what was written', async () => {
    const rows = table.rows.map(({ cells }) => cells);
    const bytes = await writeXlsx(table.headings, [rows[0]!, ['', '', ''], rows[1]!]);
    expect(await readTable(bytes)).toEqual(table);
  });

  it('that claims to be small and is not is not unpacked', async () => {
    const bomb = archiveOf('xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000, 32));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusal(bomb)).toBe('import.file-too-large');
  });

  it('that is cut off or encrypted is unreadable', async () => {
    const bytes = await writeXlsx(['Navn'], [['Bo']]);
    expect(await refusal(bytes.subarray(0, bytes.length - 40))).toBe('import.file-unreadable');
    const encrypted = archiveOf('xl/workbook.xml', Buffer.from('<x/>'));
    encrypted.writeUInt16LE(1, encrypted.indexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 8);
    expect(await refusal(encrypted)).toBe('import.file-unreadable');
  });
});

describe('what is no table', () => {
  it.each([
    ['nothing', Buffer.alloc(0), 'import.file-empty'],
    ['headings alone', Buffer.from('Navn;By\n'), 'import.file-empty'],
    ['a PDF', Buffer.from('%PDF-1.7 ...'), 'import.file-type'],
    ['an old Excel file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'import.file-type'],
    ['bytes', Buffer.from([1, 0, 2, 0, 3]), 'import.file-type'],
    ['too many rows', Buffer.from(`Navn\n${'Bo\n'.repeat(5_001)}`), 'import.too-many-rows'],
    ['too many columns', Buffer.from(`${'a;'.repeat(60)}a\nb\n`), 'import.too-many-columns'],
  ])('is refused: %s', async (_what, bytes, code) => {
    expect(await refusal(bytes)).toBe(code);
  });

  it('is refused in words of ours, whatever the bytes are', async () => {
    const known = /^(read|import\.(file-(type|unreadable|too-large|empty)|too-many-(rows|columns)))$/;
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc
        .uint8Array({ maxLength: 300 })
        .map((bytes) => Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), bytes])),
      fc
        .string({ maxLength: 300, unit: fc.constantFrom('"', ';', ',', '\n', '\r', 'æ', 'a', '\t') })
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (bytes) => {
        expect(await refusal(bytes)).toMatch(known);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused in words of ours when one byte of a good file is another', async () => {
    const good = await writeXlsx(['Navn', 'By'], [['Bo', 'Ry']]);
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.nat(255), async (at, byte) => {
        const bytes = Buffer.from(good);
        bytes[at] = byte;
        expect(await refusal(bytes)).toMatch(/^(read|import\.[a-z-]+)$/);
      }),
      { numRuns: 150 },
    );
  });
});

/** One packed entry; the directory says it is ten bytes long when unpacked. */
function archiveOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(10, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
