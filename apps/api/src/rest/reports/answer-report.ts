import type { StreamableFile } from '@nestjs/common';
import { fileTypes, tableFile } from '../../http/tables/table-file.js';
import type { Table } from '../../http/tables/table.js';
import type { ReportFormat } from './reports.requests.js';

/** As the caller asked for it: JSON, or the table as a file. */
export const answerReport = async <R, J>(
  format: ReportFormat,
  report: R,
  { json, table }: { json: (report: R) => J; table: (report: R) => Table },
): Promise<J | StreamableFile> => (format === 'json' ? json(report) : tableFile(table(report), format));

/** What `@Operation` says of it. */
export const asFiles = Object.values(fileTypes).map((type) => type.split(';', 1)[0]!);
