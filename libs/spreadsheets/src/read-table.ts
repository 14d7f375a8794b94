import { MOST_IMPORT_COLUMNS, MOST_IMPORT_ROWS, type ReadTable } from '#domain';
import { readCsv } from './read-csv.js';
import { readXlsx } from './read-xlsx.js';
import { unreadable } from './unreadable.js';

const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1');
const OTHERS = ['%PDF', '{\\rtf', '<!DO', '<htm', '\u0089PNG', 'GIF8', '\u00ff\u00d8\u00ff'].map((mark) =>
  Buffer.from(mark, 'latin1'),
);

const beginsWith = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/**
 * The table in a CSV or XLSX file. What it is shows in its first bytes; its name and what the browser says of it are not
 * believed. Rows without a word in them are left out, and so are empty columns at the end.
 *
 * @throws import.file-type, import.file-unreadable, import.file-too-large, import.file-empty, import.too-many-rows,
 *   import.too-many-columns
 */
export async function readTable(bytes: Buffer): Promise<ReadTable> {
  if (bytes.length === 0) throw unreadable('import.file-empty');
  if (beginsWith(bytes, OLD_EXCEL) || OTHERS.some((mark) => beginsWith(bytes, mark)))
    throw unreadable('import.file-type');
  const read = beginsWith(bytes, ZIP) ? await readXlsx(bytes) : readCsv(bytes);
  const rows = read
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) throw unreadable('import.file-empty');
  const width = Math.max(
    ...[first, ...rest].slice(0, MOST_IMPORT_ROWS + 2).map(({ cells }) => widthOf(cells)),
  );
  if (width > MOST_IMPORT_COLUMNS) throw unreadable('import.too-many-columns');
  if (rest.length > MOST_IMPORT_ROWS) throw unreadable('import.too-many-rows');
  const inWidth = (cells: string[]): string[] => Array.from({ length: width }, (_, at) => cells[at] ?? '');
  return {
    headings: inWidth(first.cells),
    rows: rest.map(({ line, cells }) => ({ line, cells: inWidth(cells) })),
  };
}

const widthOf = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell !== '') + 1;
