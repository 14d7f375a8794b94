import { monthName } from '#domain';
import type { AttendanceReport, PlacementsReport, RulesReport } from '#use-cases';
import type { ShownPage } from '../../frame/page.js';
import { capital } from '../../words/index.js';
import { figureLists, figuresWords as w } from '../../words/desk-figures.js';
import { downloads } from './downloads.js';
import { figureList, plainChoices } from './list-page.js';
import { hoursOf, inDanish, percentOf } from './numbers.js';

/** Lists behind the figures that name no citizen. */

export const rulesList = (report: RulesReport): ShownPage =>
  figureList({
    heading: figureLists.rules.heading,
    at: report.at,
    downloads: downloads('rules'),
    how: w.rulesHow(inDanish(report.pairs), inDanish(report.fitting)),
    parts: [
      {
        list: {
          ...plainChoices('/kommune/tal/regler'),
          caption: figureLists.rules.heading,
          columns: figureLists.rules.columns,
          rows: report.rules.map(({ constraint, name, pairs, alone }) => ({
            id: constraint,
            href: '',
            cells: [capital(name), inDanish(pairs), percentOf(pairs, report.pairs), inDanish(alone)],
          })),
          next: null,
          empty: figureLists.rules.empty,
        },
      },
    ],
  });

export const placementsList = (report: PlacementsReport): ShownPage =>
  figureList({
    heading: figureLists.placements.heading,
    at: report.at,
    downloads: downloads('placements'),
    intro: [figureLists.placements.intro],
    how: w.placementsHow,
    parts: [
      {
        list: {
          ...plainChoices('/kommune/tal/uloennet'),
          caption: figureLists.placements.heading,
          columns: figureLists.placements.columns,
          rows: report.companies.map((row) => ({
            id: row.company.id,
            href: `/kommune/virksomheder/${row.company.id}`,
            cells: [
              { text: row.company.name, badge: row.onlyUnpaid ? figureLists.placements.onlyUnpaid : '' },
              inDanish(row.placements),
              `${inDanish(row.becamePaid)} (${percentOf(row.becamePaid, row.placements)})`,
              inDanish(row.endedUnpaid),
              hoursOf(row.unpaidMinutes),
            ],
          })),
          next: null,
          empty: figureLists.placements.empty,
        },
      },
    ],
  });

export const attendanceList = (report: AttendanceReport): ShownPage =>
  figureList({
    heading: figureLists.attendance.heading,
    at: report.at,
    downloads: downloads('no-shows', { from: report.from, to: report.to }),
    intro: [figureLists.attendance.intro],
    how: w.paidHoursHow,
    parts: [
      {
        list: {
          ...plainChoices('/kommune/tal/fremmoede'),
          caption: figureLists.attendance.heading,
          columns: figureLists.attendance.columns,
          rows: [...report.months].reverse().map((month) => ({
            id: month.start,
            href: '',
            cells: [
              `${capital(monthName(Number(month.start.slice(5, 7))))} ${month.start.slice(0, 4)}`,
              inDanish(month.onTime),
              inDanish(month.late),
              inDanish(month.unknown),
              inDanish(month.told),
              inDanish(month.missed),
            ],
          })),
          next: null,
          empty: figureLists.attendance.empty,
        },
      },
    ],
  });
