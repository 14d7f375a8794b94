import type { OfferDesk } from '#use-cases';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { offersWords as w } from '../../words/desk-offers.js';
import { placementWords } from '../../words/desk-placement.js';
import type { ActView, Refused } from '../placement/act-view.js';
import { sentView, type SentView } from '../placement/sent-view.js';
import { sidesView, type SidesView } from '../placement/sides-view.js';
import { shortTime } from '../placement/when.js';
import { actsOf } from './offer-acts.js';
import { stateLines } from './offer-state.js';

interface OfferView {
  errors: ErrorSummaryView | null;
  heading: string;
  company: { text: string; href: string; label: string };
  state: string;
  next: { label: string; lines: string[]; links: { href: string; label: string }[] };
  /** The next thing, when that is a page of its own. */
  goOn: { href: string; label: string } | null;
  tasks: { label: string; items: { text: string; under: string }[] };
  first: ActView | null;
  more: { label: string; acts: ActView[]; notes: string[] };
  sides: SidesView;
  sent: SentView;
  journal: { id: string; label: string; text: string };
}

export const offerPage = page<OfferView>('staff/offers/offer');

export function offerView(desk: OfferDesk, refused?: Refused): OfferView {
  const { offer, smallJob, company, citizen, contact, now, agreementId } = desk;
  const { errors, acts, notes } = actsOf(desk, refused);
  const first = acts.find(({ look }) => look === 'first') ?? null;
  const mayAgree = offer.state === 'accepted' && agreementId === null;
  return {
    errors,
    heading: w.to(smallJob.title, citizen.name),
    company: { text: w.at, href: `/kommune/virksomheder/${company.id}`, label: company.name },
    state: w.states[offer.state],
    next: { label: placementWords.next, lines: stateLines(desk), links: linksOf(desk) },
    goOn: mayAgree ? { href: `/kommune/aftaler/ny?tilbud=${offer.id}`, label: w.writeAgreement } : null,
    tasks: {
      label: w.tasks,
      items: desk.tasks.map(({ kind, note, dueAt }) => ({
        text: w.taskNames[kind] ?? w.task,
        under: [w.due(shortTime(dueAt, now)), note].filter(Boolean).join(' · '),
      })),
    },
    first,
    more: { label: placementWords.doing, acts: acts.filter((act) => act !== first), notes },
    sides: sidesView({ citizen, company, contact }),
    sent: sentView(desk.messages, now),
    journal: journalOf(desk),
  };
}

function linksOf({ offer, smallJob, agreementId }: OfferDesk) {
  const isOver = offer.state === 'declined' || offer.state === 'expired' || offer.state === 'withdrawn';
  return [
    ...(agreementId ? [{ href: `/kommune/aftaler/${agreementId}`, label: w.seeAgreement }] : []),
    { href: `/kommune/forslag/${offer.matchId}`, label: w.seeProposal },
    ...(isOver ? [{ href: `/kommune/job/${smallJob.id}/rangliste`, label: w.lookOn }] : []),
  ];
}

/** What a colleague needs to know, as plain text for the journal. */
function journalOf(desk: OfferDesk): OfferView['journal'] {
  const { offer, smallJob, company, citizen, contact } = desk;
  const j = w.journal;
  const lines = [
    j.heading(smallJob.title, company.name),
    j.who(citizen.name),
    j.state(w.states[offer.state]),
    ...stateLines(desk),
    ...(contact ? [j.contact(contact.name)] : []),
  ];
  return { id: 'journal', label: placementWords.journal, text: lines.join('\n') };
}
