/**
 * A table for a Danish spreadsheet: `;` between, CRLF after, a mark that says UTF-8, and no cell that a spreadsheet
 * would run as a formula. As csv-stringify does with `delimiter`, `bom` and `escape_formulas`.
 */
export const csv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('')}`;

/** Spreadsheets take these for the beginning of a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
