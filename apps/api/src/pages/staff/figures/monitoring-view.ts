import { enteredIndicators, monthName, type LocalDate } from '#domain';
import type { MonitoringReport } from '#use-cases';
import { indicatorWords, measureWords } from '../../../http/sentences/report-words.js';
import {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { figureLists, figuresWords as w } from '../../words/desk-figures.js';
import { downloads, type Download } from './downloads.js';
import { madeAt } from './figures-view.js';
import { inDanish } from './numbers.js';

interface MonitoringView {
  heading: string;
  made: string;
  words: typeof w;
  own: typeof figureLists.monitoring;
  downloads: Download[];
  caption: string;
  years: { year: string; part: string }[];
  rows: { name: string; measure: string; cells: { text: string; note: string }[] }[];
  errors: ErrorSummaryView | null;
  open: boolean;
  form: {
    indicator: ChoiceView;
    year: InputView;
    people: InputView;
    countedTo: InputView;
    source: InputView;
  };
}

const monitoringPage = page<MonitoringView>('staff/figures/monitoring');

export function monitoringView(report: MonitoringReport, typed: Typed, faults: Faults): ShownPage {
  const l = figureLists.monitoring;
  const f = new FormView('da', typed, faults);
  const form = {
    indicator: f.choice('raekke', l.indicatorField, {
      options: enteredIndicators.map((value) => ({ value, label: indicatorWords[value] })),
    }),
    year: f.number('aar', l.year),
    people: f.number('antal', l.people),
    countedTo: f.date('til', l.countedTo, { hint: l.countedToHint }),
    source: f.input('kilde', l.source, { hint: l.sourceHint, max: 300 }),
  };
  const errors = f.errors();
  return monitoringPage({
    title: l.heading,
    wide: true,
    back: { href: '/kommune/tal', label: w.back },
    messages: { skrevet: l.saved },
    heading: l.heading,
    made: madeAt(report.at),
    words: w,
    own: l,
    downloads: downloads('monitoring'),
    caption: l.caption(report.municipality),
    years: report.years.map(({ year, isPart, to }) => ({
      year: String(year),
      part: isPart ? l.part(dayOf(to)) : '',
    })),
    rows: report.rows.map(({ indicator, measure, unit, from, cells }) => ({
      name: indicatorWords[indicator],
      measure: measureWords[measure] + (from === 'entered' ? ` · ${l.entered}` : ''),
      cells: cells.map(({ value, entered }) => ({
        text: value === null ? l.unknown : inDanish(value) + (unit === 'hours' ? ` ${l.hours}` : ''),
        note: entered
          ? `${entered.source}${entered.countedTo.endsWith('-12-31') ? '' : `, ${l.part(dayOf(entered.countedTo))}`}`
          : '',
      })),
    })),
    errors,
    open: errors !== null,
    form,
  });
}

/** "30. april". */
const dayOf = (day: LocalDate): string => `${Number(day.slice(8))}. ${monthName(Number(day.slice(5, 7)))}`;
