import Holidays from 'date-holidays';
import type { DataSource } from 'typeorm';

const YEARS_AHEAD = 10;

/**
 * Public holidays as dated rows: a day that Parliament moves or abolishes is corrected by the next migration
 * run, or by hand, without a release. Days that agreements give off (1 May, 24 December) are no public
 * holidays.
 */
export async function writePublicHolidays(dataSource: DataSource): Promise<void> {
  const thisYear = new Date().getUTCFullYear();
  const calendar = new Holidays('DK');
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_, at) => thisYear - 1 + at);
  const days = years
    .flatMap((year) => calendar.getHolidays(year))
    .filter(({ type }) => type === 'public')
    .map(({ date, name }) => ({ day: date.slice(0, 10), name }));
  await dataSource.query(
    `INSERT INTO public_holidays (day, name)
     SELECT DISTINCT ON (day) day, name FROM jsonb_to_recordset($1) AS known (day date, name text)
     ON CONFLICT (day) DO NOTHING`,
    [JSON.stringify(days)],
  );
}
