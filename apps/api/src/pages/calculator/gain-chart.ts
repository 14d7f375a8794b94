import { FULL_TIME, moneyInWords, type GainSeries, type Language } from '#domain';
import { calculatorWords } from '../words/calculator.js';
import { inNumbers, wholeKroner } from './amounts.js';

/** A drawing of 360 by 232, so that its text is as large as that of the page on a phone. */
const LEFT = 48;
const RIGHT = 348;
const TOP = 34;
const BOTTOM = 190;
const LINES = 5;

export interface ChartView {
  heading: string;
  title: string;
  text: string;
  axisHours: string;
  axisKroner: string;
  line: string;
  xTicks: { x: number; label: string }[];
  yTicks: { y: number; label: string }[];
  /** Where the person is. */
  here: { x: number; y: number; labelX: number; labelY: number; anchor: string; label: string };
  bends: { x: number; y: number; number: number; text: string }[];
  table: { summary: string; hours: string; gain: string; rows: { hours: string; gain: string }[] };
}

export function gainChart(series: GainSeries, hours: number, gainOre: number, language: Language): ChartView {
  const w = calculatorWords[language];
  const step = stepOf(Math.max(gainOre, ...series.points.map((point) => point.gainOre)));
  const top = step * LINES;
  const x = (week: number) => round(LEFT + ((RIGHT - LEFT) * week) / FULL_TIME);
  const y = (ore: number) => round(BOTTOM - ((BOTTOM - TOP) * Math.max(0, ore)) / top);
  const said = (week: number) => inNumbers(week, language);
  const last = series.points.at(-1)?.gainOre ?? 0;
  const toTheRight = hours < FULL_TIME / 2;
  return {
    heading: w.chart,
    title: w.chartTitle,
    text: w.chartText(said(hours), wholeKroner(gainOre, language), wholeKroner(last, language)),
    axisHours: w.axisHours,
    axisKroner: w.axisKroner,
    line: series.points.map((point) => `${x(point.hoursPerWeek)},${y(point.gainOre)}`).join(' '),
    xTicks: [0, 10, 20, 30, FULL_TIME].map((week) => ({ x: x(week), label: String(week) })),
    yTicks: Array.from({ length: LINES + 1 }, (_, at) => ({
      y: y(at * step),
      label: wholeKroner(at * step, language)
        .replace(/[^\d.,]/g, '')
        .replace(/\.$/, ''),
    })),
    here: {
      x: x(hours),
      y: y(gainOre),
      labelX: x(hours) + (toTheRight ? 8 : -8),
      labelY: Math.min(BOTTOM - 8, y(gainOre) + (toTheRight ? 20 : -10)),
      anchor: toTheRight ? 'start' : 'end',
      label: w.here(said(hours), wholeKroner(gainOre, language)),
    },
    bends: series.bends.map((bend, at) => ({
      x: x(bend.hoursPerWeek),
      y: y(bend.gainOre),
      number: at + 1,
      text: w.bends[bend.zone](said(Math.round(bend.hoursPerWeek * 10) / 10)),
    })),
    table: {
      summary: w.asTable,
      hours: w.axisHours,
      gain: w.moreAMonth,
      rows: series.points.map((point) => ({
        hours: said(point.hoursPerWeek),
        gain: moneyInWords(point.gainOre, language),
      })),
    },
  };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Øre between two lines of the grid: a round number, so that five of them reach above the curve. */
function stepOf(most: number): number {
  const steps = [200, 500, 1_000, 2_000, 3_000, 5_000, 10_000, 20_000].map((kroner) => kroner * 100);
  return steps.find((step) => step * LINES >= most) ?? 10_000_000;
}
