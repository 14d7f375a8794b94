import { firstName } from '#domain';
import type { Board, ProposalSituation } from '#use-cases';
import { page } from '../../frame/page.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { proposePath, rankingPath } from './addresses.js';
import { byWhom, rankRow, standingInWords } from './row-view.js';

/** A colleague was first: what happened, and who comes next, so that nobody has to begin again. */
export interface TakenView {
  heading: string;
  said: string;
  note: string;
  next: { label: string; name: string; score: string; reasons: string; href: string; action: string } | null;
  nobody: string;
  links: { href: string; label: string }[];
}

export const takenPage = page<TakenView>('staff/ranking/taken');

export function takenView(situation: ProposalSituation, board: Board, me: string): TakenView {
  const { person, smallJob } = situation;
  const about = { jobId: smallJob.id, isOpen: smallJob.status === 'open', me };
  const next = board.ranking.ranked
    .map((ranked, at) => ({ ranked, at, who: board.people.get(ranked.citizenId) }))
    .find(({ who }) => who && who.id !== person.id && who.standing.kind === 'free');
  const row = next?.who && rankRow(next.ranked, next.at, next.who, about);
  return {
    heading: w.takenHeading(firstName(person)),
    said: saidOf(situation),
    note: w.takenNote,
    next: row?.act
      ? {
          label: w.nextPerson,
          name: row.name,
          score: row.score,
          reasons: row.reasons,
          href: row.act.href,
          action: row.act.about,
        }
      : null,
    nobody: row ? '' : w.nobodyNext,
    links: [
      { href: rankingPath(smallJob.id), label: w.backToList },
      { href: proposePath(smallJob.id, person.id), label: w.anotherWay },
    ],
  };
}

function saidOf({ person }: ProposalSituation): string {
  const { standing } = person;
  const name = firstName(person);
  if (standing.kind === 'here') return w.takenHere(name, byWhom(standing.by));
  return standing.kind === 'elsewhere'
    ? w.takenElsewhere(name, standing.title, byWhom(standing.by))
    : standingInWords(person);
}
