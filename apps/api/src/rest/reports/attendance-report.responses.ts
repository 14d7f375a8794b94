import { isoWithOffset } from '#domain';
import type { AttendanceReport } from '#use-cases';
import { instant, int, listOf, localDate, nested } from '../../http/fields/index.js';

const MOST = 1_000_000_000;

export class AttendanceCountsResponse {
  @int({ min: 0, max: MOST, example: 120 }) onTime!: number;
  @int({ min: 0, max: MOST, example: 9, description: 'Kom senere: et godt udfald.' }) late!: number;
  @int({ min: 0, max: MOST, example: 4, description: 'Ingen har sagt noget. Tavshed er ikke fravær.' })
  unknown!: number;
  @int({ min: 0, max: MOST, example: 6, description: 'Meldte afbud.' }) told!: number;
  @int({ min: 0, max: MOST, example: 2, description: 'Et menneske har sagt, at personen ikke kom.' })
  missed!: number;
}

export class AttendanceMonthResponse extends AttendanceCountsResponse {
  @localDate({ example: '2026-11-01', description: 'Månedens første dag.' }) start!: string;
  @int({ min: 0, max: MOST, example: 18 }) people!: number;
}

export class AttendanceReportResponse {
  @instant() at!: string;
  @localDate() from!: string;
  @localDate() to!: string;
  @nested(AttendanceCountsResponse) totals!: AttendanceCountsResponse;
  @listOf(AttendanceMonthResponse) months!: AttendanceMonthResponse[];
}

const toCounts = ({
  onTime,
  late,
  unknown,
  told,
  missed,
}: AttendanceCountsResponse): AttendanceCountsResponse => ({
  onTime,
  late,
  unknown,
  told,
  missed,
});

export const toAttendanceReport = (report: AttendanceReport): AttendanceReportResponse => ({
  at: isoWithOffset(report.at),
  from: report.from,
  to: report.to,
  totals: toCounts(report.totals),
  months: report.months.map((month) => ({ start: month.start, ...toCounts(month), people: month.people })),
});
