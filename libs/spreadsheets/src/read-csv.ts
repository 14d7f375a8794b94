import { parse } from 'csv-parse/sync';
import { unreadable } from './unreadable.js';

const DELIMITERS = [';', ',', '\t'] as const;
/** The longest line that is looked at for what stands between its cells. */
const FIRST_LINE = 10_000;
const LONGEST_ROW = 200_000;

/**
 * A CSV file as Danish spreadsheets, others' spreadsheets and systems write it.
 *
 * @throws import.file-unreadable, import.file-type
 */
export function readCsv(bytes: Buffer): { line: number; cells: string[] }[] {
  const text = decoded(bytes);
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: LONGEST_ROW,
      info: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    // A cell may hold line breaks, so rows are counted as a spreadsheet counts them.
    return records.map(({ record }, at) => ({ line: at + 1, cells: record }));
  } catch {
    throw unreadable('import.file-unreadable');
  }
}

/** UTF-8 with or without a mark, UTF-16 with one, or what Danish Excel writes as "CSV": Windows-1252. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.includes(0)) throw unreadable('import.file-type');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fromWindows1252(bytes);
  }
}

/** 0x80 to 0x9F, where it differs from Latin-1. Node's own decoder takes the one for the other. */
const WINDOWS_ONLY = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const fromWindows1252 = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (sign) => WINDOWS_ONLY[sign.charCodeAt(0) - 0x80] ?? sign);

/** What stands most often outside quotes in the headings. */
function delimiterOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text.slice(0, FIRST_LINE).trimStart())?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
