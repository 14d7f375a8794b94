import { phoneInPairs, type SmallJob } from '#domain';
import type { PlaceThen, WhatIfAnswer } from '#use-cases';
import { fragment } from '../../frame/page.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { citizenPath, jobPath } from './addresses.js';
import { barsOf, shownPoints, type BarView } from './row-view.js';

/** The list as it would be: templates/partials/page-desk-then.hbs, alone while somebody drags. */
export interface ThenView {
  heading: string;
  /** Null: nothing has been changed. */
  sum: { count: string; change: string; moves: string } | null;
  fault: string;
  rows: ThenRow[];
  none: string;
  gone: { label: string; names: string } | null;
  changeSo: { href: string; label: string } | null;
  ask: string;
}

interface ThenRow {
  place: number;
  name: string;
  href: string;
  score: string;
  bars: BarView[];
  /** How it compares with the list as it is. */
  mark: string;
  isNew: boolean;
}

export const thenFragment = fragment<ThenView>('staff/ranking/then');

export function thenView(answer: WhatIfAnswer, job: SmallJob, handles: URLSearchParams): ThenView {
  const { eligible, came, went, ranked, gone, change } = answer;
  const { name, phone } = job.companyContact;
  const isChanged = Object.keys(change).length > 0;
  return {
    heading: w.then,
    sum: {
      count: w.sum(eligible.after),
      change: isChanged ? w.sumChange(eligible.before, eligible.after) : w.nothingChanged,
      moves: isChanged ? w.moves(came, went) : '',
    },
    fault: '',
    rows: ranked.map(thenRow),
    none: ranked.length === 0 ? w.noneThen : '',
    gone: gone.length === 0 ? null : { label: w.gone, names: gone.map((one) => one.name).join(', ') },
    changeSo:
      isChanged && job.status !== 'closed'
        ? { href: `${jobPath(job.id)}/ret?${handles.toString()}`, label: w.changeSo }
        : null,
    ask: isChanged ? w.askCompany(name, phoneInPairs(phone)) : '',
  };
}

/** What cannot be asked, said where the list would be. */
export const impossibleThen = (fault: string): ThenView => ({
  heading: w.then,
  sum: null,
  fault,
  rows: [],
  none: '',
  gone: null,
  changeSo: null,
  ask: '',
});

function thenRow({ id, name, score, placeNow, isNew, ...subScores }: PlaceThen, at: number): ThenRow {
  return {
    place: at + 1,
    name,
    href: citizenPath(id),
    score: shownPoints(score),
    bars: barsOf(subScores),
    mark: isNew
      ? w.isNew
      : placeNow === null
        ? w.fartherDown
        : placeNow === at + 1
          ? ''
          : w.placeNow(placeNow),
    isNew,
  };
}
