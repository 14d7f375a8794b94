import { firstName, phoneInPairs } from '#domain';
import type { Board, ListedPerson } from '#use-cases';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { citizenPath, matchPath, proposePath, questionPath } from './addresses.js';
import { decimal } from './handles.js';

/** One of the two sub-scores: in words, and as a bar of so many hundredths. */
export interface BarView {
  label: string;
  percent: number;
  words: string;
}

/** templates/partials/page-desk-rank.hbs */
export interface RankRow {
  id: string;
  place: number;
  placeWords: string;
  rawPlace: string;
  name: string;
  href: string;
  score: string;
  bars: BarView[];
  reasons: string;
  parts: PartRow[];
  broker: string;
  standing: string;
  /** What can be done with the person next; null while there is nothing to do but wait. */
  act: { href: string; label: string; about: string; first: boolean } | null;
  call: { href: string; label: string } | null;
  tick: string;
}

export interface PartRow {
  name: string;
  points: string;
  text: string;
}

/** The job that a list is of, and who looks at it. */
interface About {
  jobId: string;
  isOpen: boolean;
  me: string;
}

type Ranked = Board['ranking']['ranked'][number];

const REASONS = 3;

/** Points of the matching are hundredths: 8,200 is shown as 82. */
export const shownPoints = (points: number): string => String(Math.round(points / 100));
/** Of a part with one decimal, so that the ten parts come near to the sum. */
export const partPoints = (points: number): string => decimal(Math.round(points / 10) / 10);

export function barsOf({ wants, canGet }: Pick<Ranked, 'wants' | 'canGet'>): BarView[] {
  return [bar(w.wants, wants), bar(w.canGet, canGet)];
}

function bar(label: string, of10000: number): BarView {
  const percent = Math.round(of10000 / 100);
  const band = percent >= 75 ? 'high' : percent >= 45 ? 'middle' : 'low';
  return { label, percent, words: w.bands[band] };
}

export const partRows = (parts: Ranked['parts']): PartRow[] =>
  parts.map(({ part, points, max, text }) => ({
    name: w.parts[part],
    points: w.pointsOf(partPoints(points), partPoints(max)),
    text,
  }));

/** What gives most of all, in the words of the parts. */
export const strongest = (parts: Ranked['parts']): string =>
  [...parts]
    .filter(({ points, max }) => points > 0 && points * 2 >= max)
    .sort((a, b) => b.points - a.points)
    .slice(0, REASONS)
    .map(({ text }) => text)
    .join(' · ');

export function rankRow(ranked: Ranked, at: number, person: ListedPerson, about: About): RankRow {
  const { me } = about;
  const { rank, spreadRank } = ranked;
  return {
    id: person.id,
    place: at + 1,
    placeWords: w.place(at + 1),
    rawPlace: rank !== undefined && rank !== spreadRank ? w.rawPlace(rank) : '',
    name: person.name,
    href: citizenPath(person.id),
    score: shownPoints(ranked.score),
    bars: barsOf(ranked),
    reasons: strongest(ranked.parts),
    parts: partRows(ranked.parts),
    broker: person.broker?.id === me ? '' : person.broker ? w.broker(person.broker.name) : w.noBroker,
    standing: standingInWords(person, me),
    act: actOn(person, about),
    call: callOf(person, me),
    tick: w.tick(person.name),
  };
}

/** Whom to call instead of waiting for an answer. */
function callOf({ standing, broker }: ListedPerson, me: string): RankRow['call'] {
  const waits = standing.kind === 'asked' && broker?.id !== me && broker?.phone;
  return waits
    ? { href: `tel:${broker.phone}`, label: `${w.call} ${firstName(broker)} ${phoneInPairs(broker.phone!)}` }
    : null;
}

/** What can be done with somebody who fits. */
export function actOn(person: ListedPerson, { jobId, isOpen, me }: About): RankRow['act'] {
  const { standing, broker, id, name } = person;
  if (standing.kind === 'here') {
    return {
      href: matchPath(standing.matchId),
      label: w.seeProposal,
      about: `${w.seeProposal}: ${name}`,
      first: false,
    };
  }
  if (standing.kind === 'asked') {
    return broker?.id === me
      ? {
          href: questionPath(jobId, standing.taskId),
          label: w.answerQuestion,
          about: `${w.answerQuestion}: ${name}`,
          first: true,
        }
      : null;
  }
  if (!isOpen) return null;
  const isColleagues = broker !== null && broker.id !== me;
  return {
    href: proposePath(jobId, id),
    label: isColleagues ? w.ask(firstName(broker)) : w.propose,
    about: isColleagues ? w.askAbout(firstName(broker), name) : w.proposeWhom(name),
    first: standing.kind === 'free',
  };
}

export const byWhom = (by: string | null): string => (by === null ? '' : w.by(firstName({ name: by })));

/** What is going on with somebody already; empty for somebody who is free. */
export function standingInWords({ standing, broker }: ListedPerson, me?: string): string {
  const brokerName = broker === null ? w.aColleague : firstName(broker);
  switch (standing.kind) {
    case 'free':
      return '';
    case 'here':
      return standing.state === 'confirmed'
        ? w.standing.confirmed(byWhom(standing.by))
        : w.standing[standing.state === 'asking' ? 'asking' : 'proposed'](byWhom(standing.by));
    case 'elsewhere':
      return standing.openOffer
        ? w.standing.openOffer(standing.title, byWhom(standing.by))
        : w.standing.elsewhere(standing.title, byWhom(standing.by));
    case 'asked':
      return broker?.id === me ? '' : w.standing.asked(byWhom(standing.by), brokerName);
    case 'declined':
      return w.standing.declined(brokerName, standing.word);
  }
}
