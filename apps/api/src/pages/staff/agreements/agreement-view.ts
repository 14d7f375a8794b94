import { localDateOf, parties, Temporal, timeInWords, type Party } from '#domain';
import type { AgreementDesk } from '#use-cases';
import type { ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import { placementWords } from '../../words/desk-placement.js';
import { timelineWords } from '../../words/desk-timeline.js';
import type { ActView, Refused } from '../placement/act-view.js';
import { sidesView, type SidesView } from '../placement/sides-view.js';
import { shortDay, shortTime } from '../placement/when.js';
import type { TimelineView } from '../timeline/timeline-view.js';
import { agreedFacts, markOfTerms, type AgreedFact } from './agreed-view.js';
import { actsOf, growsAct } from './agreement-acts.js';
import { stateLines } from './agreement-state.js';

interface AgreementView {
  errors: ErrorSummaryView | null;
  heading: string;
  company: { text: string; href: string; label: string };
  state: string;
  next: { label: string; lines: string[]; links: { href: string; label: string }[] };
  signatures: { label: string; help: string; action: string; seen: string; rows: SignatureRow[] };
  agreed: { label: string; facts: AgreedFact[] };
  shifts: { label: string; empty: string; rows: ShiftRow[]; all: { href: string; label: string } | null };
  followUps: { label: string; rows: FollowUpRow[]; usual: ActView | null; acts: ActView[] };
  learnt: { label: string; lines: string[] };
  doing: { label: string; links: { href: string; label: string }[] };
  sides: SidesView;
  timeline: { label: string; view: TimelineView };
  journal: { id: string; label: string; text: string };
}

interface SignatureRow {
  party: Party;
  name: string;
  said: string;
  /** Empty: it has signed, or cannot any more. */
  button: string;
}

interface ShiftRow {
  when: string;
  href: string;
  under: string;
}

interface FollowUpRow {
  what: string;
  when: string;
  note: string;
  done: string;
  /** To write down what was said; null when that is done. */
  act: ActView | null;
}

export const agreementPage = page<AgreementView>('staff/agreements/agreement');

export function agreementView(desk: AgreementDesk, timeline: TimelineView, refused?: Refused): AgreementView {
  const { agreement, smallJob, company, citizen, contact } = desk;
  const { errors, usual, acts } = actsOf(desk, refused);
  return {
    errors,
    heading: w.with(citizen.name, smallJob.title),
    company: { text: w.at, href: `/kommune/virksomheder/${company.id}`, label: company.name },
    state: w.states[agreement.state],
    next: { label: placementWords.next, lines: stateLines(desk), links: linksOf(desk) },
    signatures: {
      label: w.signatures,
      help: agreement.state === 'draft' ? w.signHelp : '',
      action: `/kommune/aftaler/${agreement.id}/underskrift`,
      seen: markOfTerms(agreement),
      rows: parties.map((party) => signatureRow(desk, party)),
    },
    agreed: { label: w.agreed, facts: agreedFacts(agreement) },
    shifts: shiftsOf(desk),
    followUps: {
      label: w.followUps,
      rows: desk.followUps.map((task) => followUpRow(desk, task, refused)),
      usual,
      acts,
    },
    learnt: { label: w.learntBefore, lines: desk.learntBefore },
    doing: { label: w.doing, links: doingOf(desk) },
    sides: sidesView({ citizen, company, contact }),
    timeline: { label: placementWords.timeline, view: withoutJob(timeline, smallJob.title) },
    journal: journalOf(desk),
  };
}

function signatureRow({ agreement, now }: AgreementDesk, party: Party): SignatureRow {
  const signature = agreement.signatures.find((one) => one.party === party);
  const name = w.parties[party];
  if (!signature) {
    return { party, name, said: w.notYet, button: agreement.state === 'draft' ? w.sign[party] : '' };
  }
  const at = shortTime(Temporal.Instant.from(signature.at), now);
  const said = signature.onBehalf ? w.onBehalf(signature.byName, at) : w.signedBy(signature.byName, at);
  return { party, name, said, button: '' };
}

function shiftsOf({ coming, shifts, today, agreement }: AgreementDesk): AgreementView['shifts'] {
  const { startDate } = agreement;
  const from = startDate < today ? startDate : today;
  return {
    label: w.shifts,
    empty: w.noShifts,
    rows: coming.map(({ id, date, start, end, paid, task }) => ({
      when: `${shortDay(date, today)} kl. ${timeInWords(start)}-${timeInWords(end)}`,
      href: `/kommune/vagter/${id}`,
      under: paid ? '' : w.unpaidShift(task ?? ''),
    })),
    all:
      shifts.ahead + shifts.behind > coming.length
        ? { href: `/kommune/vagter?fra=${from}&job=${agreement.smallJobId}`, label: w.allShifts }
        : null,
  };
}

function followUpRow(
  desk: AgreementDesk,
  task: AgreementDesk['followUps'][number],
  refused?: Refused,
): FollowUpRow {
  const { kind, dueAt, note, doneAt, doneByStaffId, outcome } = task;
  const done = doneByStaffId === null ? (outcome ?? '') : w.followUpDone(outcome ?? '');
  return {
    what: w.followUpKinds[kind === 'grow-hours' ? 'grow-hours' : 'follow-up'],
    when: shortDay(localDateOf(dueAt), desk.today),
    note: note ?? '',
    done: doneAt ? done : '',
    act: doneAt ? null : growsAct(desk, task, refused),
  };
}

function linksOf({ agreement, smallJob }: AgreementDesk) {
  return [
    { href: `/kommune/tilbud/${agreement.offerId}`, label: w.seeOffer },
    ...(agreement.state === 'ended'
      ? [{ href: `/kommune/job/${smallJob.id}/rangliste`, label: w.newPerson }]
      : []),
  ];
}

function doingOf({ agreement }: AgreementDesk) {
  const at = `/kommune/aftaler/${agreement.id}`;
  return [
    ...(agreement.state === 'draft' ? [{ href: `${at}/ret`, label: w.edit }] : []),
    ...(agreement.state === 'signed' ? [{ href: `${at}/timer`, label: w.changeHours }] : []),
    { href: `${at}/print`, label: w.print },
    ...(agreement.state === 'ended' ? [] : [{ href: `${at}/slut`, label: w.end }]),
  ];
}

/** What a colleague needs to know, as plain text for the journal. */
function journalOf(desk: AgreementDesk): AgreementView['journal'] {
  const { agreement, smallJob, company, citizen, contact } = desk;
  const j = w.journal;
  const facts = agreedFacts(agreement).map(
    ({ label, lines, quote }) => `${label}: ${quote ? `"${quote}"` : lines.join('; ')}`,
  );
  const lines = [
    j.heading(smallJob.title, company.name),
    j.who(citizen.name),
    j.state(w.states[agreement.state]),
    ...facts,
    ...stateLines(desk),
    ...(contact ? [j.contact(contact.name)] : []),
  ];
  return { id: 'journal', label: placementWords.journal, text: lines.join('\n') };
}

/** The job stands in the heading: every line need not say it again. */
function withoutJob(timeline: TimelineView, title: string): TimelineView {
  const said = timelineWords.job(title);
  const under = (text: string): string =>
    text
      .split(' · ')
      .filter((part) => part !== said)
      .join(' · ');
  return {
    ...timeline,
    days: timeline.days.map(({ heading, lines }) => ({
      heading,
      lines: lines.map((line) => ({ ...line, under: under(line.under) })),
    })),
  };
}
