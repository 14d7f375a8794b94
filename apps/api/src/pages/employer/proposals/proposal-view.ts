import { firstName, phoneInPairs, phoneInWords, rejectReasons, type Language, type Staff } from '#domain';
import type { MatchRecord } from '#use-cases';
import { cardView, type CardView } from '../../answer-view.js';
import {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { employerWords } from '../../words/index.js';
import { type ProposalWords, proposalWords } from '../../words/employer-week.js';

/** One card and the answer to it; or what became of it. */
interface ProposalView {
  errors: ErrorSummaryView | null;
  heading: string;
  intro: string;
  /** What happened, in lines; null while it waits. */
  became: { label: string; lines: string[] } | null;
  person: { name: string; phoneLabel: string; phone: string; link: string } | null;
  card: CardView | null;
  why: { label: string; lines: string[] } | null;
  answers: {
    label: string;
    action: string;
    /** No place is left: a yes needs one first. */
    full: { text: string; href: string; label: string } | null;
    yes: { value: string; label: string; look: string }[];
    no: { summary: string; open: boolean; reason: ChoiceView; button: string };
    notes: string[];
  } | null;
  other: { text: string; href: string; label: string } | null;
}

export const proposalPage = page<ProposalView>('employer/proposal');

interface ProposalToShow {
  record: MatchRecord;
  /** Somebody else who is proposed for the same task. */
  other: MatchRecord | null;
  language: Language;
  typed?: Typed;
  faults?: Faults;
}

export function proposalView({ record, other, language, typed, faults }: ProposalToShow): ProposalView {
  const { match, smallJob, card } = record;
  const w = proposalWords[language];
  const c = record.contact ? firstName(record.contact) : '';
  const waits = match.state === 'proposed';
  const form = new FormView(language, typed, faults);
  const answers = waits ? answersOf(record, form, language, c) : null;
  return {
    errors: form.errors(),
    heading: waits ? w.meetAPerson : becameOf(record, language).heading,
    intro: w.to(smallJob.title),
    became: waits ? null : becameOf(record, language),
    person: personOf(record, w),
    card: waits || match.state === 'confirmed' ? cardView('', '', card, language) : null,
    why: waits ? whyOf(record, w, c) : null,
    answers,
    other: other && {
      text: w.alsoProposed(other.match.pseudonym),
      href: `/firma/forslag/${other.match.id}`,
      label: w.seeOther(other.match.pseudonym),
    },
  };
}

function answersOf(
  { match, smallJob, mayStartDirectly }: MatchRecord,
  form: FormView,
  language: Language,
  c: string,
): ProposalView['answers'] {
  const e = employerWords[language];
  const w = proposalWords[language];
  const isFull = smallJob.seatsTaken >= smallJob.positions;
  const yes = [
    { value: 'meet', label: e.yesMeet, look: 'first' },
    ...(mayStartDirectly ? [{ value: 'direct', label: e.yesDirect, look: 'next' }] : []),
  ];
  const reason = form.choice('reason', e.whyNot, {
    options: rejectReasons.map((value) => ({ value, label: e.reasons[value] })),
  });
  return {
    label: e.yourAnswer,
    action: `/firma/forslag/${match.id}`,
    full: isFull ? { text: w.full, href: `/firma/opgaver/${smallJob.id}`, label: w.changeTask } : null,
    yes: isFull ? [] : yes,
    no: { summary: e.no, open: reason.error !== '', reason, button: e.sendNo },
    notes: [e.ifYes, e.nameLater, e.ifNo(c)],
  };
}

/** Only reasons the citizen has agreed to; the fixed contact is one for everybody. */
function whyOf({ why }: MatchRecord, w: ProposalWords, c: string): ProposalView['why'] {
  return { label: w.why, lines: [...why.map((reason) => w.reasons[reason]), w.sameContact(c)] };
}

const personOf = ({ person }: MatchRecord, w: ProposalWords): ProposalView['person'] =>
  person && {
    name: person.name,
    phoneLabel: w.phone,
    phone: person.phone ? phoneInPairs(person.phone) : '',
    link: person.phone ? `tel:${person.phone}` : '',
  };

/** Who answered, and what happens now. A colleague's answer is told as such. */
function becameOf(
  { match, person, contact }: MatchRecord,
  language: Language,
): { heading: string; label: string; lines: string[] } {
  const w = proposalWords[language];
  const e = employerWords[language];
  const c = contact ? firstName(contact) : '';
  const told = (heading: string, lines: string[]) => ({ heading, label: e.nowThis, lines });
  const who = match.decidedBy;
  switch (match.state) {
    case 'confirmed': {
      const heading = who ? w.saidYes(firstName({ name: who })) : w.somebodySaidYes;
      return person
        ? told(heading, [w.personIsTold(firstName(person)), e.arrangesRest(c)])
        : told(heading, [e.personIsAsked, e.nameLater, e.arrangesRest(c)]);
    }
    case 'rejected':
      return told(who ? w.saidNo(firstName({ name: who })) : w.somebodySaidNo, [
        e.tellsPerson(c),
        e.jobStaysOpen,
        e.toChangeJob(c),
      ]);
    case 'withdrawn':
      return told(e.withdrawn, [e.nothingToDo, e.looksOn(c), e.inDoubt(c)]);
    default:
      return told(e.lapsed, [e.nothingToDo, e.looksOn(c), e.inDoubt(c)]);
  }
}

/** The contact of this proposal, who may be another than the company's usual one. */
export const contactOf = (contact: Staff | null): { name: string; phone: string } | undefined =>
  contact ? { name: contact.name, phone: contact.phone ? phoneInWords(contact.phone) : '' } : undefined;
