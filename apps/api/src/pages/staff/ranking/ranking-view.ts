import { dayInWords, localDateOf, localTimeOf, timeInWords, type SmallJob } from '#domain';
import type { Board } from '#use-cases';
import { page } from '../../frame/page.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { jobPath, longer, rankingAddress, rankingPath, stateQuery, type RankingState } from './addresses.js';
import { handlesOf, handlesView, type HandlesForm, type HandleView } from './handles.js';
import { contactLine, factLine, seatLine } from './job-facts.js';
import type { NotNowView } from './not-now-view.js';
import { rankRow, type RankRow } from './row-view.js';
import type { ThenView } from './then-view.js';

export interface RankingView {
  heading: string;
  facts: string;
  seats: string;
  whom: string;
  notOpen: string;
  links: { href: string; label: string }[];
  scopesLabel: string;
  scopes: ChoiceLink[];
  ordersLabel: string;
  orders: ChoiceLink[];
  orderHint: string;
  listLabel: string;
  of100: string;
  because: string;
  partColumns: { part: string; points: string; why: string };
  rows: RankRow[];
  none: string;
  shown: string;
  more: { href: string; label: string } | null;
  madeAt: string;
  compare: { action: string; label: string; tick: string; hint: string; fault: string } | null;
  whatIf: WhatIfView;
  /** The list as it would be, when one asked without a script, or by an address. */
  then: ThenView | null;
  openings: OpeningsView;
  notNow: NotNowView;
}

interface ChoiceLink {
  href: string;
  label: string;
  count: string;
  current: boolean;
}

interface WhatIfView {
  heading: string;
  lead: string;
  action: string;
  live: string;
  state: { name: string; value: string }[];
  handles: HandleView[];
  tryIt: string;
  /** Said when the list does not come while somebody drags. */
  fault: string;
  asItIs: { href: string; label: string };
  /** Shown unfolded, since somebody tries something. */
  open: boolean;
}

interface OpeningRow {
  text: string;
  gained: string;
  href: string;
}

interface OpeningsView {
  heading: string;
  lead: string;
  columns: { change: string; gained: string };
  rows: OpeningRow[];
  /** Those that gain less, folded away. */
  rest: OpeningRow[];
  restLabel: string;
  none: string;
  otherWays: { label: string; lines: string[] } | null;
}

export const rankingPage = page<RankingView>('staff/ranking/ranking');

export interface RankingToShow {
  board: Board;
  state: RankingState;
  form: HandlesForm;
  then: ThenView | null;
  notNow: NotNowView;
  me: string;
  compareFault: string;
}

export function rankingView({
  board,
  state,
  form,
  then,
  notNow,
  me,
  compareFault,
}: RankingToShow): RankingView {
  const { smallJob: job, company, ranking, fixedContact, people } = board;
  const about = { jobId: job.id, isOpen: job.status === 'open', me };
  const rows = ranking.ranked.flatMap((ranked, at) => {
    const person = people.get(ranked.citizenId);
    return person ? [rankRow(ranked, at, person, about)] : [];
  });
  const next = longer(state);
  const all = board.fitting[state.scope];
  return {
    heading: w.heading(job.title),
    facts: factLine(job, company.name),
    seats: seatLine(job),
    whom: contactLine(fixedContact),
    notOpen: job.status === 'open' ? '' : w.notOpen[job.status],
    links: [
      { href: jobPath(job.id), label: w.seeJob },
      ...(job.status === 'closed' ? [] : [{ href: `${jobPath(job.id)}/ret`, label: w.changeJob }]),
    ],
    ...choicesOf(board, state),
    listLabel: w.listLabel,
    of100: w.of100,
    because: w.because,
    partColumns: { part: w.part, points: w.points, why: w.why },
    rows,
    none: rows.length === 0 ? w.none[state.scope] : '',
    shown: rows.length > 0 ? w.shown(rows.length, all) : '',
    more: next && all > rows.length ? { href: rankingAddress(job.id, next), label: w.more } : null,
    madeAt: w.madeAt(`${dayInWords(localDateOf(ranking.at))} kl. ${timeInWords(localTimeOf(ranking.at))}`),
    compare:
      rows.length < 2
        ? null
        : {
            action: `${jobPath(job.id)}/sammenlign`,
            label: w.compare,
            tick: w.tickLabel,
            hint: w.compareHint,
            fault: compareFault,
          },
    whatIf: whatIfView(job, state, form, then),
    then,
    openings: openingsView(board, state),
    notNow,
  };
}

function choicesOf({ smallJob, fitting }: Board, state: RankingState) {
  const linkTo = (to: RankingState, label: string, count: string, current: boolean): ChoiceLink => ({
    href: rankingAddress(smallJob.id, to),
    label,
    count,
    current,
  });
  return {
    scopesLabel: w.scopes,
    scopes: (['mine', 'team', 'municipality'] as const).map((scope) =>
      linkTo({ ...state, scope }, w.scope[scope], String(fitting[scope]), scope === state.scope),
    ),
    ordersLabel: w.orders,
    orders: (['best', 'spread'] as const).map((order) =>
      linkTo({ ...state, order }, w.order[order], '', order === state.order),
    ),
    orderHint: state.order === 'spread' ? w.orderHint : '',
  };
}

function whatIfView(
  job: SmallJob,
  state: RankingState,
  form: HandlesForm,
  then: ThenView | null,
): WhatIfView {
  return {
    heading: w.whatIf,
    lead: w.whatIfLead,
    action: rankingPath(job.id),
    live: `${rankingPath(job.id)}/hvad-nu-hvis`,
    state: [...stateQuery(state)].map(([name, value]) => ({ name, value })),
    fault: w.whatIfFault,
    handles: handlesView(job, form),
    tryIt: w.tryIt,
    asItIs: { href: rankingAddress(job.id, state), label: w.asItIs },
    open: then !== null,
  };
}

const OPENINGS = 8;

function openingsView({ smallJob, openings }: Board, state: RankingState): OpeningsView {
  const { eligible, items, otherWays } = openings;
  const rows = items.map(({ change, text, gained }) => {
    const handles = handlesOf(smallJob, change);
    return {
      text: text.charAt(0).toUpperCase() + text.slice(1),
      gained: w.plus(gained),
      // What the handles cannot show can be read, and is changed in the job itself.
      href: handles ? rankingAddress(smallJob.id, state, handles) : '',
    };
  });
  return {
    heading: w.openings,
    lead: w.openingsLead(eligible),
    columns: { change: w.change, gained: w.gained },
    rows: rows.slice(0, OPENINGS),
    rest: rows.slice(OPENINGS),
    restLabel: w.moreOpenings,
    none: items.length === 0 ? w.noOpenings : '',
    otherWays:
      otherWays.length === 0
        ? null
        : { label: w.otherWays, lines: otherWays.map(({ text, gained }) => `${text}: ${w.plus(gained)}`) },
  };
}
