import { readSheet } from 'read-excel-file/node';
import { unpacked } from './unpacked.js';
import { unreadable } from './unreadable.js';

/** The first sheet. Of a formula its last value is read; nothing is calculated. @throws import.file-unreadable */
export async function readXlsx(bytes: Buffer): Promise<{ line: number; cells: string[] }[]> {
  const archive = await unpacked(bytes);
  let rows: unknown[][];
  try {
    rows = await readSheet(archive);
  } catch {
    throw unreadable('import.file-unreadable');
  }
  return rows.map((row, at) => ({ line: at + 1, cells: row.map(written) }));
}

/** A cell as a person would write it: figures with a comma, days as they are, yes and no in words. */
function written(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nej';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(12))).replace('.', ',');
  return typeof cell === 'string' ? cell : '';
}
