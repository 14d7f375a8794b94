import {
  CHANGE_LOWERS_CHANCE_PERCENT,
  dayInWords,
  localDateOf,
  localTimeOf,
  monthName,
  timeInWords,
  type Temporal,
} from '#domain';
import type { FiguresNow } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { capital } from '../../words/index.js';
import { figuresWords as w } from '../../words/desk-figures.js';
import { downloads, type Download } from './downloads.js';
import { loadChart, type LoadChartView } from './load-chart.js';
import { hoursOf, inDanish, percentOf, wholeHours } from './numbers.js';
import { weekChart, type WeekChartView } from './week-chart.js';

/** One number that can be read in a moment, with what is behind it: templates/partials/page-desk-figure.hbs. */
export interface FigureView {
  value: string;
  label: string;
  href: string;
  note: string;
  how: string;
}

interface FiguresView {
  heading: string;
  made: string;
  words: typeof w;
  downloads: Download[];
  paid: FigureView[];
  charts: WeekChartView[];
  smallJobs: FigureView[];
  waiting: FigureView[];
  rules: { line: string; alone: string }[];
  rulesHow: string;
  cases: FigureView[];
  noCases: string;
  teams: { name: string; open: string; median: string; worst: string }[];
  load: LoadChartView;
  withoutBroker: string;
  changes: FigureView[];
  changedSource: string;
  unpaid: FigureView[];
  lists: { href: string; label: string }[];
}

export const figuresPage = page<FiguresView>('staff/figures/figures');

const THREE = 3;

export function figuresView(figures: FiguresNow): ShownPage {
  const { excluding, lateness, caseloads } = figures;
  return figuresPage({
    title: w.tab,
    wide: true,
    heading: w.heading,
    made: madeAt(figures.at),
    words: w,
    downloads: downloads('figures'),
    paid: paidFigures(figures),
    charts: [
      weekChart(figures.weeks, {
        id: 'paid',
        heading: w.paidChart,
        isHatched: false,
        minutes: (week) => week.paidMinutes,
        people: (week) => week.paidPeople,
      }),
      weekChart(figures.weeks, {
        id: 'unpaid',
        heading: w.unpaidChart,
        isHatched: true,
        minutes: (week) => week.unpaidMinutes,
        people: (week) => week.unpaidPeople,
      }),
    ],
    smallJobs: smallJobFigures(figures),
    waiting: waitingFigures(figures),
    rules: excluding.rules.slice(0, THREE).map(({ name, pairs, alone }) => ({
      line: w.ruleLine(capital(name), percentOf(pairs, excluding.pairs)),
      alone: w.ruleAlone(inDanish(alone)),
    })),
    rulesHow: w.rulesHow(inDanish(excluding.pairs), inDanish(excluding.fitting)),
    cases: caseFigures(figures),
    noCases: lateness.all.cases === 0 ? w.noCases(lateness.days) : '',
    teams: (lateness.all.cases === 0 ? [] : lateness.teams).map((team) => ({
      name: team.team ?? w.others,
      open: inDanish(team.open),
      median: minutes(team.medianMinutes),
      worst: minutes(team.worstMinutes),
    })),
    load: loadChart(caseloads),
    withoutBroker: caseloads.withoutBroker === 0 ? '' : w.withoutBroker(caseloads.withoutBroker),
    changes: [changeFigure(figures)],
    changedSource: w.changedSource(CHANGE_LOWERS_CHANCE_PERCENT),
    unpaid: [placementFigure(figures)],
    lists: [
      { href: '/kommune/tal/overvaagning', label: w.monitoring },
      { href: '/kommune/tal/fremmoede', label: w.attendance },
    ],
  });
}

/** "Talt søndag den 22. november kl. 20.01." By the clock of the database. */
export const madeAt = (at: Temporal.Instant): string =>
  w.made(dayInWords(localDateOf(at)), timeInWords(localTimeOf(at)));

export const monthInWords = (month: string): string => monthName(Number(month.slice(5)));

export const minutes = (value: number | null): string => (value === null ? w.none : w.minutes(value));

function paidFigures({ peopleNow, month }: FiguresNow): FigureView[] {
  const name = monthInWords(month.month);
  const { reached, coming } = month.people;
  const list = '/kommune/tal/loentimer';
  return [
    {
      value: inDanish(peopleNow.paid),
      label: w.peopleNow(peopleNow.paid),
      href: `${list}?vis=nu`,
      note: w.peopleNowNote(inDanish(peopleNow.hybrid)),
      how: w.peopleNowHow,
    },
    {
      value: inDanish(reached),
      label: w.goal(reached, month.goalHours, name),
      href: `${list}?vis=naaet`,
      note: w.goalNote(inDanish(coming)),
      how: w.goalHow(month.goalHours),
    },
    {
      value: wholeHours(month.paidMinutes),
      label: w.paidHours(name),
      href: list,
      note: '',
      how: w.paidHoursHow,
    },
    {
      value: hoursOf(month.unpaidMinutes),
      label: w.unpaidHours(name),
      href: `${list}?vis=uloennet`,
      note: w.unpaidHoursNote(w.citizensOf(month.unpaidPeople)),
      how: w.unpaidHoursHow,
    },
  ];
}

const smallJobFigures = ({ smallJobs: { open, filled, paused } }: FiguresNow): FigureView[] =>
  (
    [
      [open, w.open(open), 'open'],
      [filled, w.filled(filled), 'filled'],
      [paused, w.paused, 'paused'],
    ] as const
  ).map(([count, label, view]) => ({
    value: inDanish(count),
    label,
    href: `/kommune/job?vis=${view}`,
    note: '',
    how: w.smallJobsHow,
  }));

function waitingFigures({ waiting }: FiguresNow): FigureView[] {
  const { citizens, forgotten, medianDays, longestDays } = waiting;
  return [
    {
      value: inDanish(citizens),
      label: w.waits(citizens),
      href: '/kommune/tal/venter',
      note:
        medianDays === null || longestDays === null
          ? ''
          : w.waitsNote(w.days(medianDays), w.days(longestDays)),
      how: w.waitsHow,
    },
    {
      value: inDanish(forgotten),
      label: w.forgotten,
      href: '/kommune/tal/glemte',
      note: '',
      how: w.forgottenHow,
    },
  ];
}

function caseFigures({ lateness }: FiguresNow): FigureView[] {
  const how = w.casesHow(lateness.days);
  const href = '/kommune/tal/sager';
  return [
    {
      value: inDanish(lateness.open),
      label: w.openCases(lateness.open),
      href,
      note: lateness.open === 0 ? '' : w.openCasesNote(lateness.untaken),
      how,
    },
    ...(lateness.all.cases === 0
      ? []
      : [
          {
            value: minutes(lateness.all.medianMinutes),
            label: w.median,
            href,
            note: w.medianNote(minutes(lateness.all.worstMinutes)),
            how,
          },
        ]),
  ];
}

const changeFigure = ({ contactChanges: { changes, citizens, kinds } }: FiguresNow): FigureView => ({
  value: inDanish(changes),
  label: w.changed,
  href: '/kommune/tal/kontaktskift',
  note:
    changes === 0
      ? ''
      : w.changedNote(w.citizensOf(citizens), inDanish(kinds.intended), inDanish(kinds.unintended)),
  how: w.changedHow,
});

const placementFigure = ({ placements }: FiguresNow): FigureView => ({
  value: inDanish(placements.placements),
  label: w.placements,
  href: '/kommune/tal/uloennet',
  note: [
    w.placementsNote(inDanish(placements.becamePaid), w.companiesOf(placements.companies)),
    ...(placements.onlyUnpaid === 0 ? [] : [w.onlyUnpaid(placements.onlyUnpaid)]),
  ].join(' · '),
  how: w.placementsHow,
});
