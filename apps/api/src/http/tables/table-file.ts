import { StreamableFile } from '@nestjs/common';
import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { csv } from '../csv.js';
import type { CellKind, Table, TableCell } from './table.js';

export type FileFormat = 'csv' | 'xlsx';

export const fileTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A table for a Danish spreadsheet, to be saved. */
export async function tableFile(table: Table, format: FileFormat): Promise<StreamableFile> {
  const content = format === 'csv' ? Buffer.from(csvOf(table), 'utf8') : await xlsxOf(table);
  return new StreamableFile(content, {
    type: fileTypes[format],
    disposition: `attachment; filename="${table.file}.${format}"`,
    length: content.length,
  });
}

/** Without the notes: whoever reads it by machine finds headings and rows. */
export const csvOf = ({ columns, rows }: Table): string =>
  csv([columns.map(({ label }) => label), ...rows.map((row) => row.map(plain))]);

/** Danish Excel reads a comma. */
const plain = (cell: TableCell): string =>
  typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '');

export function xlsxOf({ title, columns, rows, notes }: Table): Promise<Buffer> {
  const heading = columns.map(({ label }): Cell => ({ value: label, fontWeight: 'bold', wrap: true }));
  const data = rows.map((row) => row.map((cell, at) => typed(cell, columns[at]!.kind)));
  const widths = columns.map(({ label }, at) => ({
    width: widthOf(
      label,
      rows.map((row) => row[at] ?? null),
    ),
  }));
  return writeExcelFile([
    { data: [heading, ...data], sheet: title, columns: widths, stickyRowsCount: 1 },
    ...(notes.length === 0
      ? []
      : [
          {
            data: notes.map((value) => [{ value, wrap: true }]),
            sheet: 'Sådan er der talt',
            columns: [{ width: 100 }],
          },
        ]),
  ]).toBuffer();
}

/** A text is a text, also when it looks like a number, a day or a formula. */
function typed(cell: TableCell, kind: CellKind): Cell {
  if (cell === null) return null;
  if (kind === 'number' && typeof cell === 'number') return { value: cell, type: Number };
  if (kind === 'date') return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'dd-mm-yyyy' };
  return { value: String(cell), type: String };
}

const WIDEST = 60;
const widthOf = (label: string, cells: readonly TableCell[]): number =>
  Math.min(
    WIDEST,
    2 + Math.max(label.length, ...cells.slice(0, 500).map((cell) => String(cell ?? '').length)),
  );
