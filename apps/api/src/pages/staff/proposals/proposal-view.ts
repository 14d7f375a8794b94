import { firstName, isBefore, personCard, Temporal, type PersonCard } from '#domain';
import type { ProposalDesk } from '#use-cases';
import { cardView, type CardView } from '../../answer-view.js';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { placementWords } from '../../words/desk-placement.js';
import { proposalsWords as w } from '../../words/desk-proposals.js';
import type { ActView, Refused } from '../placement/act-view.js';
import { sentView, type SentView } from '../placement/sent-view.js';
import { sidesView, type SidesView } from '../placement/sides-view.js';
import { shortTime } from '../placement/when.js';
import { actsOf, modestOf } from './proposal-acts.js';
import { journalOf, type JournalView } from './proposal-journal.js';
import { stateLines } from './proposal-state.js';

export interface ProposalView {
  errors: ErrorSummaryView | null;
  heading: string;
  company: { text: string; href: string; label: string };
  state: string;
  /** Where it stands, and what comes next and when. */
  next: { label: string; lines: string[]; links: { href: string; label: string }[] };
  /** What stands in the way of a yes. */
  alerts: { warns: boolean; text: string }[];
  first: ActView | null;
  more: { label: string; acts: ActView[]; notes: string[] };
  card: CardView | null;
  why: { label: string; lines: string[]; none: string } | null;
  facts: { label: string; text: string; href: string; under: string }[];
  sides: SidesView;
  sent: SentView;
  journal: JournalView;
}

export const proposalPage = page<ProposalView>('staff/proposals/proposal');

export function proposalView(desk: ProposalDesk, refused?: Refused): ProposalView {
  const { match, smallJob, company, citizen, contact, now } = desk;
  const { errors, acts, notes } = actsOf(desk, refused);
  const first = acts.find(({ look }) => look === 'first') ?? null;
  return {
    errors,
    heading: w.to(citizen.name, smallJob.title),
    company: { text: w.at, href: `/kommune/virksomheder/${company.id}`, label: company.name },
    state: w.states[match.state],
    next: { label: placementWords.next, lines: stateLines(desk), links: linksOf(desk) },
    alerts: alertsOf(desk),
    first,
    more: { label: placementWords.doing, acts: acts.filter((act) => act !== first), notes },
    card: cardOf(desk),
    why: whyOf(desk),
    facts: factsOf(desk),
    sides: sidesView({ citizen, company, contact }),
    sent: sentView(desk.messages, now),
    journal: journalOf(desk),
  };
}

function linksOf({ match, smallJob, offer, agreementId, others }: ProposalDesk) {
  const isOver = match.state === 'rejected' || match.state === 'lapsed' || match.state === 'withdrawn';
  return [
    ...(agreementId ? [{ href: `/kommune/aftaler/${agreementId}`, label: w.seeAgreement }] : []),
    ...(offer && !agreementId ? [{ href: `/kommune/tilbud/${offer.id}`, label: w.seeOffer }] : []),
    ...(isOver ? [{ href: `/kommune/job/${smallJob.id}/rangliste`, label: w.lookOn }] : []),
    ...(others > 0 ? [{ href: `/kommune/job/${smallJob.id}`, label: w.others(others) }] : []),
  ];
}

/** A yes needs a seat, and a citizen without another open offer: said before the company is called. */
function alertsOf({ match, smallJob, otherOffer, citizen }: ProposalDesk): ProposalView['alerts'] {
  if (match.state !== 'asking' && match.state !== 'proposed') return [];
  const isFull = smallJob.seatsTaken >= smallJob.positions;
  return [
    ...(otherOffer ? [{ warns: true, text: w.otherOffer(firstName(citizen)) }] : []),
    ...(isFull ? [{ warns: true, text: w.noSeat }] : []),
  ];
}

/** The very card of the company; before the citizen has said yes, the one that a yes would make. */
function cardOf(desk: ProposalDesk): CardView | null {
  const { match, citizen } = desk;
  if (match.state === 'asking') {
    const interest = {
      how: 'phone' as const,
      at: '',
      fields: modestOf(desk),
      startWithoutMeeting: null,
    };
    return titled(w.cardIf, w.cardIfNote, personCard({ ...match, interest }, citizen));
  }
  if (match.interest === null) return null;
  const isOn = match.state === 'proposed' || match.state === 'confirmed';
  return titled(isOn ? w.card : w.cardOver, isOn ? w.cardNote : '', desk.card);
}

const titled = (label: string, note: string, card: PersonCard): CardView => cardView(label, note, card, 'da');

function whyOf({ match, why }: ProposalDesk): ProposalView['why'] {
  if (match.state !== 'proposed' && match.state !== 'confirmed') return null;
  return { label: w.why, lines: why.map((reason) => w.reasons[reason]), none: w.noReasons };
}

function factsOf({ match, smallJob, staff, now }: ProposalDesk): ProposalView['facts'] {
  const fact = (label: string, text: string, under = '', href = '') => ({ label, text, under, href });
  const by = match.proposedByStaffId && staff.get(match.proposedByStaffId);
  const { interest } = match;
  return [
    ...(by ? [fact(w.proposedBy, by, shortTime(match.createdAt, now))] : []),
    fact(w.score, w.points(match.score), '', `/kommune/job/${smallJob.id}/rangliste`),
    ...(interest
      ? [fact(w.heardHow, w.ways[interest.how], shortTime(Temporal.Instant.from(interest.at), now))]
      : []),
    ...(match.note ? [fact(w.note, match.note)] : []),
  ];
}

/** Not past the time from which one may remind. */
export const isTooSoon = ({ mayRemindAt, now }: Pick<ProposalDesk, 'mayRemindAt' | 'now'>): boolean =>
  mayRemindAt !== null && isBefore(now, mayRemindAt);
