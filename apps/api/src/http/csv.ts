import { stringify } from 'csv-stringify/sync';

/**
 * A table for a Danish spreadsheet: `;` between, CRLF after, a mark that says UTF-8, and no cell that a spreadsheet
 * would run as a formula (OWASP, CSV injection).
 */
export const csv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => [...cells]),
    { delimiter: ';', record_delimiter: 'windows', bom: true, escape_formulas: true, quoted_match: /[\r\n]/ },
  );
