import { firstName, isBefore, type Language } from '#domain';
import type { MatchRecord } from '#use-cases';
import { cardView, type CardView } from '../../answer-view.js';
import { page } from '../../frame/page.js';
import { proposalWords } from '../../words/employer-week.js';

interface ProposalsView {
  heading: string;
  waiting: { label: string; items: { card: CardView; title: string; href: string; see: string }[] };
  empty: { text: string; help: string } | null;
  earlier: {
    label: string;
    items: { pseudonym: string; title: string; state: string; href: string; see: string }[];
  };
}

export const proposalsPage = page<ProposalsView>('employer/proposals');

/** So many that were answered are listed; older ones are history. */
const EARLIER = 10;

export function proposalsView(
  records: readonly MatchRecord[],
  contact: { name: string } | null,
  language: Language,
): ProposalsView {
  const w = proposalWords[language];
  const waiting = records.filter(({ match }) => match.state === 'proposed');
  const earlier = records
    .filter(({ match }) => match.state !== 'proposed' && match.decidedAt !== null)
    .sort((a, b) => (isBefore(a.match.decidedAt!, b.match.decidedAt!) ? 1 : -1))
    .slice(0, EARLIER);
  return {
    heading: w.heading,
    waiting: {
      label: w.waiting,
      items: waiting.map(({ match, smallJob, card }) => ({
        card: cardView('', '', card, language),
        title: w.to(smallJob.title),
        href: `/firma/forslag/${match.id}`,
        see: w.seeAndAnswer,
      })),
    },
    empty: waiting.length > 0 ? null : { text: w.none, help: contact ? w.noneHelp(firstName(contact)) : '' },
    earlier: {
      label: w.earlier,
      items: earlier.map(({ match, smallJob }) => ({
        pseudonym: match.pseudonym,
        title: w.to(smallJob.title),
        state: w.states[match.state],
        href: `/firma/forslag/${match.id}`,
        see: w.see,
      })),
    },
  };
}
