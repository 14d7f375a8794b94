import { Temporal } from '#domain';
import type { PeriodMinutes } from '#use-cases';
import { figuresWords as w } from '../../words/desk-figures.js';
import { hoursOf, inDanish } from './numbers.js';

/** A drawing of 360 by 200, so that its text is as large as that of the page on a phone. */
const LEFT = 40;
const RIGHT = 356;
const TOP = 14;
const BOTTOM = 168;
const LINES = 4;

/** templates/partials/page-desk-week-chart.hbs */
export interface WeekChartView {
  id: string;
  heading: string;
  text: string;
  axis: string;
  /** Filled, or hatched: so that nobody takes one for the other, with or without colour. */
  isHatched: boolean;
  bars: { x: number; y: number; width: number; height: number }[];
  xTicks: { x: number; label: string }[];
  yTicks: { y: number; textY: number; label: string }[];
  table: { summary: string; columns: string[]; rows: { week: string; hours: string; people: string }[] };
}

interface ChartOf {
  id: string;
  heading: string;
  isHatched: boolean;
  minutes: (week: PeriodMinutes) => number;
  people: (week: PeriodMinutes) => number;
}

/** One kind of hours by week. The last week is this one, so far. */
export function weekChart(weeks: readonly PeriodMinutes[], chart: ChartOf): WeekChartView {
  const hours = weeks.map((week) => chart.minutes(week) / 60);
  const step = stepOf(Math.max(0, ...hours));
  const top = step * LINES;
  const slot = (RIGHT - LEFT) / weeks.length;
  const y = (value: number): number => round(BOTTOM - ((BOTTOM - TOP) * value) / top);
  const numbers = weeks.map(({ start }) => String(Temporal.PlainDate.from(start).weekOfYear));
  return {
    id: chart.id,
    heading: chart.heading,
    text: textOf(hours, numbers),
    axis: w.chartAxis,
    isHatched: chart.isHatched,
    bars: hours.map((value, at) => ({
      x: round(LEFT + slot * at + slot * 0.15),
      y: y(value),
      width: round(slot * 0.7),
      height: round(BOTTOM - y(value)),
    })),
    xTicks: numbers.map((label, at) => ({ x: round(LEFT + slot * (at + 0.5)), label })),
    yTicks: Array.from({ length: LINES + 1 }, (_, at) => ({
      y: y(at * step),
      textY: y(at * step) + 4,
      label: inDanish(at * step),
    })),
    table: {
      summary: w.asTable,
      columns: [w.week, w.hours, w.people],
      rows: weeks.map((week, at) => ({
        week: at === weeks.length - 1 ? w.weekSoFar(numbers[at]!) : numbers[at]!,
        hours: hoursOf(chart.minutes(week)),
        people: inDanish(chart.people(week)),
      })),
    },
  };
}

function textOf(hours: readonly number[], weeks: readonly string[]): string {
  const most = Math.max(0, ...hours);
  if (most === 0) return w.chartEmpty;
  const said = (value: number): string => `${hoursOf(value * 60)} timer`;
  return w.chartText(said(hours[0]!), said(hours.at(-1)!), said(most), weeks[hours.indexOf(most)]!);
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Hours between two lines of the grid: a round number, so that four of them reach the highest bar. */
export function stepOf(most: number): number {
  const rough = most / LINES;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = [1, 2, 2.5, 5, 10]
    .map((factor) => factor * power)
    .find((one) => one >= rough && Number.isInteger(one));
  return Math.max(1, step ?? 10 * power);
}
