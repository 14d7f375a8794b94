import { firstName } from '#domain';
import type { Comparison } from '#use-cases';
import { page } from '../../frame/page.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { citizenPath } from './addresses.js';
import {
  actOn,
  barsOf,
  partPoints,
  partRows,
  shownPoints,
  standingInWords,
  type BarView,
  type RankRow,
} from './row-view.js';

export interface CompareView {
  heading: string;
  lead: string;
  inShort: string;
  differences: string[];
  columns: { part: string; names: string[] };
  rows: { name: string; cells: { who: string; points: string; text: string; ahead: boolean }[] }[];
  total: { name: string; cells: { who: string; points: string }[] } | null;
  people: PersonColumn[];
}

interface PersonColumn {
  name: string;
  href: string;
  broker: string;
  standing: string;
  /** Empty for somebody who does not fit. */
  score: string;
  bars: BarView[];
  act: RankRow['act'];
  doesNotFit: { heading: string; lines: string[] } | null;
}

export const comparePage = page<CompareView>('staff/ranking/compare');

type Both = Comparison['both'];
type Fitting = Extract<Both[0]['result'], { eligible: true }>;

/** Differences of less than half a point are none: nobody should be picked because of them. */
const LEAST = 50;

export function compareView({ both, smallJob }: Comparison, me: string): CompareView {
  const isOpen = smallJob.status === 'open';
  const names = both.map(({ person }) => firstName(person)) as [string, string];
  const scores = fittingOf(both);
  return {
    heading: w.compareHeading(both[0].person.name, both[1].person.name),
    lead: smallJob.title,
    inShort: w.inShort,
    differences: scores ? differencesOf(scores, names) : [],
    columns: { part: w.part, names },
    rows: scores ? rowsOf(scores, names) : [],
    total: scores && {
      name: w.total,
      cells: scores.map(({ score }, at) => ({ who: names[at]!, points: shownPoints(score) })),
    },
    people: both.map(({ person, result }) => ({
      name: person.name,
      href: citizenPath(person.id),
      broker: person.broker ? w.broker(person.broker.name) : w.noBroker,
      standing: standingInWords(person),
      score: result.eligible ? shownPoints(result.score) : '',
      bars: result.eligible ? barsOf(result) : [],
      act: result.eligible ? actOn(person, { jobId: smallJob.id, isOpen, me }) : null,
      doesNotFit: result.eligible
        ? null
        : { heading: w.doesNotFit(firstName(person)), lines: result.failed.map(({ text }) => text) },
    })),
  };
}

function fittingOf([one, other]: Both): [Fitting, Fitting] | null {
  return one.result.eligible && other.result.eligible ? [one.result, other.result] : null;
}

/** In all first, then part by part, the largest first, each with what it is about. */
function differencesOf([one, other]: [Fitting, Fitting], names: [string, string]): string[] {
  const total = one.score - other.score;
  const inAll =
    Math.abs(total) < LEAST ? w.same : w.ahead(total > 0 ? names[0] : names[1], shownPoints(Math.abs(total)));
  const parts = one.parts
    .map((part, at) => ({ part, against: other.parts[at]!, much: part.points - other.parts[at]!.points }))
    .filter(({ much }) => Math.abs(much) >= LEAST)
    .sort((a, b) => Math.abs(b.much) - Math.abs(a.much))
    .map(({ part, against, much }) => {
      const [better, worse] = much > 0 ? [part, against] : [against, part];
      const head = w.moreOf(
        much > 0 ? names[0] : names[1],
        w.parts[part.part].toLocaleLowerCase('da-DK'),
        partPoints(Math.abs(much)),
      );
      return `${head} (${w.against(better.text, worse.text)})`;
    });
  return [inAll, ...parts];
}

function rowsOf([one, other]: [Fitting, Fitting], names: [string, string]): CompareView['rows'] {
  const others = partRows(other.parts);
  return partRows(one.parts).map((row, at) => {
    const much = one.parts[at]!.points - other.parts[at]!.points;
    const second = others[at]!;
    return {
      name: row.name,
      cells: [
        { who: names[0], points: row.points, text: row.text, ahead: much >= LEAST },
        { who: names[1], points: second.points, text: second.text, ahead: much <= -LEAST },
      ],
    };
  });
}
