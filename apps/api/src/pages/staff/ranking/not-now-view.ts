import type { Board, WhyNotAnswer } from '#use-cases';
import { FormView, noFaults, type Faults, type InputView, type Typed } from '../../frame/form/index.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { citizenPath, rankingPath, stateQuery, type RankingState } from './addresses.js';
import { shownPoints, standingInWords } from './row-view.js';

/** *Ikke lige nu*: templates/partials/page-desk-not-now.hbs */
export interface NotNowView {
  heading: string;
  lead: string;
  action: string;
  /** The list stays as it was chosen while somebody is looked up. */
  state: { name: string; value: string }[];
  name: InputView;
  find: string;
  /** Null: nobody has been looked up. */
  answer: { none: string; more: string; people: FoundPerson[] } | null;
  inTheWay: { label: string; lines: string[] } | null;
}

interface FoundPerson {
  name: string;
  href: string;
  broker: string;
  standing: string;
  /** "Ja, hvis ...", the score of somebody who fits, or that no single change is enough. */
  yesIf: string;
  failed: { text: string; helps: string }[];
}

const MOST_RULES = 5;

export function notNowView(
  { smallJob: { id: jobId }, inTheWay }: Pick<Board, 'smallJob' | 'inTheWay'>,
  state: RankingState,
  answer: WhyNotAnswer | null,
  typed: Typed = {},
  faults: Faults = noFaults,
): NotNowView {
  const form = new FormView('da', typed, faults);
  const rules = inTheWay.slice(0, MOST_RULES);
  return {
    heading: w.notNow,
    lead: w.notNowLead,
    action: `${rankingPath(jobId)}/ikke-lige-nu`,
    state: [...stateQuery(state)].map(([name, value]) => ({ name, value })),
    name: form.input('navn', w.name, { hint: w.nameHint, max: 100, width: 'm' }),
    find: w.find,
    answer: answer && {
      none: answer.found.length === 0 ? w.noneFound : '',
      more: answer.more ? w.moreFound : '',
      people: answer.found.map(foundPerson),
    },
    inTheWay:
      rules.length === 0
        ? null
        : {
            label: w.inTheWay,
            lines: rules.map(({ name, count, only }) => w.inTheWayOf(name, count, only)),
          },
  };
}

function foundPerson({ person, result, yesIf }: WhyNotAnswer['found'][number]): FoundPerson {
  return {
    name: person.name,
    href: citizenPath(person.id),
    broker: person.broker ? w.broker(person.broker.name) : w.noBroker,
    standing: standingInWords(person),
    yesIf: result.eligible ? w.fits(person.name, shownPoints(result.score)) : (yesIf ?? w.notYes),
    failed: result.failed.map(({ text, change }) => ({
      text,
      helps: change.text === '' ? '' : w.helps(change.text),
    })),
  };
}
