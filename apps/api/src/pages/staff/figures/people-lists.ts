import { dayInWords, localDateOf, localTimeOf, timeInWords } from '#domain';
import type {
  ContactChangesReport,
  ForgottenReport,
  HoursView,
  LatenessReport,
  PeopleWithHours,
  WaitingPage,
} from '#use-cases';
import { CHANGE_LOWERS_CHANCE_PERCENT } from '#domain';
import { changeKindWords, changeReasonWords } from '../../../http/sentences/report-words.js';
import type { ShownPage } from '../../frame/page.js';
import { capital } from '../../words/index.js';
import { figureLists, figuresWords as w } from '../../words/desk-figures.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { downloads } from './downloads.js';
import { minutes, monthInWords } from './figures-view.js';
import { figureList, plainChoices } from './list-page.js';
import { hoursOf, inDanish } from './numbers.js';

/** Lists of people behind the figures. Each name that is shown stands in the access log. */

const citizenPage = (id: string): string => `/kommune/borgere/${id}`;

/** What the interface calls the views of the page. */
export const hoursViews: Readonly<Record<string, HoursView>> = {
  nu: 'now',
  naaet: 'reached',
  paavej: 'coming',
  under: 'below',
  uloennet: 'unpaid',
};

export function hoursList(report: PeopleWithHours, choices: ListChoices, state: ListState): ShownPage {
  const l = figureLists.hours;
  const { reached, coming, below } = report.people;
  const show = hoursViews[state.view];
  return figureList({
    heading: l.heading(monthInWords(report.month)),
    at: report.at,
    downloads: downloads('hours-goal', { month: report.month, ...(show && { show }) }),
    intro: [l.intro(report.goalHours)],
    how: w.paidHoursHow,
    parts: [
      {
        list: {
          choices,
          state,
          counts: {
            alle: reached + coming + below,
            nu: report.now,
            naaet: reached,
            paavej: coming,
            under: below,
            uloennet: report.unpaidPeople,
          },
          caption: l.heading(monthInWords(report.month)),
          columns: l.columns,
          rows: report.rows.map((row) => ({
            id: row.citizen.id,
            href: citizenPage(row.citizen.id),
            cells: [
              {
                text: row.citizen.name,
                badge: row.standing === 'reached' ? l.reached : row.standing === 'coming' ? l.coming : '',
              },
              hoursOf(row.paidMinutes),
              hoursOf(row.plannedPaidMinutes),
              hoursOf(row.unpaidMinutes),
            ],
          })),
          next: report.next,
          empty: l.empty,
        },
      },
    ],
  });
}

export function waitingList(report: WaitingPage, choices: ListChoices, state: ListState): ShownPage {
  const l = figureLists.waiting;
  return figureList({
    heading: l.heading,
    at: report.at,
    downloads: downloads('waiting', { onlyForgotten: String(state.view === 'glemte') }),
    how: w.waitsHow,
    parts: [
      {
        list: {
          choices,
          state,
          counts: { alle: report.citizens, glemte: report.forgotten },
          caption: l.heading,
          columns: l.columns,
          rows: report.rows.map(({ citizen, broker, waitedDays, quietDays }) => ({
            id: citizen.id,
            href: citizenPage(citizen.id),
            cells: [
              citizen.name,
              w.days(waitedDays),
              quietDays === null ? l.never : l.ago(w.days(quietDays)),
              broker ?? l.nobody,
            ],
          })),
          next: report.next,
          empty: l.empty,
        },
      },
    ],
  });
}

export function forgottenList(report: ForgottenReport, choices: ListChoices, state: ListState): ShownPage {
  const l = figureLists.forgotten;
  const help = report.rules.filter((rule) => rule.help !== null).map(({ text }) => text);
  return figureList({
    heading: l.heading,
    at: report.at,
    downloads: downloads('forgotten', { days: String(report.days) }),
    intro: [...(help.length > 0 ? [`${l.helps}: ${help[0]}`] : [])],
    how: w.forgottenHow,
    parts: [
      {
        list: {
          choices,
          state,
          caption: l.heading,
          columns: l.columns,
          rows: report.citizens.map(({ citizen, broker, days, fittingSmallJobs, inTheWay }) => ({
            id: citizen.id,
            href: citizenPage(citizen.id),
            cells: [
              citizen.name,
              w.days(days),
              inDanish(fittingSmallJobs),
              inTheWay?.text ?? l.none,
              broker ?? figureLists.waiting.nobody,
            ],
          })),
          next: report.next,
          empty: l.empty,
        },
      },
    ],
  });
}

export function changesList(report: ContactChangesReport, choices: ListChoices, state: ListState): ShownPage {
  const l = figureLists.changes;
  const { once, twice, more } = report.times;
  return figureList({
    heading: l.heading,
    at: report.at,
    downloads: downloads('contacts', { from: report.from, to: report.to }),
    intro: [
      l.times(w.citizensOf(once), inDanish(twice), inDanish(more)),
      w.changedSource(CHANGE_LOWERS_CHANCE_PERCENT),
    ],
    how: w.changedHow,
    parts: [
      {
        list: {
          choices,
          state,
          caption: l.heading,
          columns: l.columns,
          rows: report.rows.map(({ change, citizen }) => ({
            id: change.id,
            href: citizenPage(citizen.id),
            cells: [
              citizen.name,
              dayInWords(localDateOf(change.at)),
              change.smallJobId === null ? l.broker : l.contact,
              changeReasonWords[change.reason],
              changeKindWords[change.kind],
            ],
          })),
          next: report.next,
          empty: l.empty,
        },
      },
    ],
  });
}

export function casesList(report: LatenessReport): ShownPage {
  const l = figureLists.cases;
  const clock = (at: typeof report.at): string =>
    `${capital(dayInWords(localDateOf(at)))} kl. ${timeInWords(localTimeOf(at))}`;
  return figureList({
    heading: l.heading,
    at: report.at,
    downloads: downloads('lateness'),
    how: w.casesHow(report.days),
    parts: [
      {
        heading: l.open,
        list: {
          ...plainChoices('/kommune/tal/sager'),
          caption: l.open,
          columns: l.columns,
          rows: report.openCases.map(({ id, citizen, smallJob, openedAt, takenAt }) => ({
            id,
            href: `/kommune/sager/${id}`,
            cells: [citizen.name, clock(openedAt), takenAt ? clock(takenAt) : l.notTaken, smallJob.title],
          })),
          next: null,
          empty: l.empty,
        },
      },
      {
        heading: l.teams,
        list: {
          ...plainChoices('/kommune/tal/sager'),
          caption: l.teams,
          columns: [w.team, w.openNow, w.counted, w.medianColumn, w.worstColumn],
          rows: report.teams.map((team, at) => ({
            id: `team-${at}`,
            href: '',
            cells: [
              team.team ?? w.others,
              inDanish(team.open),
              inDanish(team.cases),
              minutes(team.medianMinutes),
              minutes(team.worstMinutes),
            ],
          })),
          next: null,
          empty: l.empty,
        },
      },
    ],
  });
}
