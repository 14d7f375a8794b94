import {
  firstName,
  hoursInWords,
  isUnpaidOnly,
  localDateOf,
  monthName,
  oneLine,
  phoneInPairs,
  wantsTalk,
  type LocalDate,
} from '#domain';
import type { CompanyDesk } from '#use-cases';
import { FormView, type ErrorSummaryView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { companiesWords as w } from '../../words/desk-companies.js';
import { placementWords } from '../../words/desk-placement.js';
import { asInput, ofAct, type ActView, type Refused } from '../placement/act-view.js';
import { shortDay } from '../placement/when.js';
import type { TimelineView } from '../timeline/timeline-view.js';

interface Row {
  text: string;
  href: string;
  under: string;
  badge: string;
}

interface CompanyView {
  errors: ErrorSummaryView | null;
  heading: string;
  doing: { href: string; label: string }[];
  alerts: { warns: boolean; text: string }[];
  reach: { label: string; name: string; links: { href: string; label: string }[] };
  facts: { label: string; text: string; href: string; under: string }[];
  waiting: { label: string; none: string; rows: Row[] };
  jobs: { label: string; none: string; rows: Row[] };
  people: { label: string; none: string; rows: Row[] };
  standing: { label: string; rows: { label: string; text: string; href: string; under: string }[] } | null;
  visits: { label: string; none: string; rows: VisitRow[] };
  closing: { label: string; none: string; rows: string[]; change: { href: string; label: string } };
  users: { label: string; none: string; rows: UserRow[]; add: ActView; remove: string };
  timeline: { label: string; view: TimelineView };
  journal: { id: string; label: string; text: string };
}

interface VisitRow {
  when: string;
  observations: {
    text: string;
    under: string;
    job: { href: string; label: string } | null;
    number: string;
  }[];
  visitId: string;
  action: string;
  makeLabel: string;
}

interface UserRow {
  name: string;
  reach: string;
  note: string;
  href: string;
}

export const companyPage = page<CompanyView>('staff/companies/company');

export function companyView(desk: CompanyDesk, timeline: TimelineView, refused?: Refused): CompanyView {
  const { company } = desk;
  const at = `/kommune/virksomheder/${company.id}`;
  const form = new FormView('da', ...ofAct('bruger', refused));
  const add = addUserAct(form, at, refused);
  return {
    errors: form.errors() ?? otherErrors(refused),
    heading: company.name,
    doing: [
      ...contactOf(desk).links.slice(0, 1),
      { href: `${at}/besoeg`, label: w.visitThem },
      { href: `/kommune/job/ny?virksomhed=${company.id}`, label: w.newJob },
      { href: `${at}/ret`, label: w.edit },
    ],
    alerts: alertsOf(desk),
    reach: contactOf(desk),
    facts: factsOf(desk, at),
    waiting: waitingOf(desk),
    jobs: jobsOf(desk),
    people: peopleOf(desk),
    standing: standingOf(desk),
    visits: visitsOf(desk, at),
    closing: {
      label: w.closing,
      none: w.noClosing,
      rows: desk.closingDays.map(({ from, to, reason }) =>
        [w.days(shortDay(from, desk.today), shortDay(to, desk.today)), reason].filter(Boolean).join(' · '),
      ),
      change: { href: `${at}/lukkedage`, label: w.changeClosing },
    },
    users: {
      label: w.users,
      none: w.noUsers,
      rows: desk.users.map(({ id, name, email, phone, isContact }) => ({
        name,
        reach: [email, phone && phoneInPairs(phone)].filter(Boolean).join(' · '),
        note: isContact ? w.isContact : '',
        href: `${at}/brugere/${id}/fjern`,
      })),
      add,
      remove: w.remove,
    },
    timeline: { label: placementWords.timeline, view: timeline },
    journal: { id: 'journal', label: placementWords.journal, text: journalOf(desk) },
  };
}

/** Of a form that has no fields to show it at. */
const otherErrors = (refused?: Refused): ErrorSummaryView | null =>
  refused && refused.act !== 'bruger' ? new FormView('da', refused.typed, refused.faults).errors() : null;

function alertsOf({ standing, stopped, company, today }: CompanyDesk): CompanyView['alerts'] {
  return [
    ...stopped.map(({ phone, at, reason }) => ({
      warns: true,
      text: [
        w.stopped[reason](phoneInPairs(phone), shortDay(localDateOf(at), today)),
        company.contact.email ? w.writesInstead(company.contact.email) : w.callsInstead,
        ...(reason === 'asked' ? [w.startAgain] : []),
      ].join(' '),
    })),
    ...(isUnpaidOnly(standing) ? [{ warns: true, text: w.onlyUnpaid }] : []),
    ...(wantsTalk(standing) ? [{ warns: true, text: w.wantsTalk }] : []),
  ];
}

function contactOf({ company: { contact } }: CompanyDesk): CompanyView['reach'] {
  const { name, phone, email } = contact;
  const call = { href: `tel:${phone}`, label: w.callTo(firstName({ name }), phoneInPairs(phone)) };
  return {
    label: w.contact,
    name,
    links: [call, ...(email ? [{ href: `mailto:${email}`, label: w.writeTo(email) }] : [])],
  };
}

function factsOf({ company, contact, today }: CompanyDesk, at: string): CompanyView['facts'] {
  const fact = (label: string, text: string, href = '', under = '') => ({ label, text, href, under });
  const hasPlace = company.position !== null;
  return [
    fact(w.facts.address, oneLine(company.address)),
    fact(w.facts.cvr, company.cvr.replace(/(\d\d)(?=\d)/g, '$1 ').trim()),
    fact(w.facts.industry, company.industry ?? w.noIndustry),
    hasPlace
      ? fact(w.facts.map, w.onMap, `/kommune/kort?firma=${company.id}`)
      : fact(w.facts.map, w.setPosition, `${at}/ret#felt-lat`, w.byTown),
    fact(w.facts.since, shortDay(localDateOf(company.createdAt), today)),
    fact(w.facts.ours, contact?.name ?? placementWords.noContact),
  ];
}

function waitingOf({ company, proposals, months, today }: CompanyDesk): CompanyView['waiting'] {
  return {
    label: w.waiting,
    none: w.nothingWaits,
    rows: [
      ...proposals.map(({ id, pseudonym, title, lapsesAt }) => ({
        text: w.proposal(pseudonym, title),
        href: `/kommune/forslag/${id}`,
        under: lapsesAt ? w.lapses(shortDay(localDateOf(lapsesAt), today)) : '',
        badge: '',
      })),
      ...months.map(({ month, toConfirm }) => ({
        text: w.month(monthName(Number(month.slice(5))), toConfirm),
        href: `/kommune/timer/${company.id}?maaned=${month}`,
        under: '',
        badge: '',
      })),
    ],
  };
}

const jobsOf = ({ smallJobs }: CompanyDesk): CompanyView['jobs'] => ({
  label: w.jobs,
  none: w.noJobs,
  rows: smallJobs.map(({ id, title, status, seatsTaken, positions }) => ({
    text: title,
    href: `/kommune/job/${id}`,
    under: status === 'open' || status === 'filled' ? w.seats(seatsTaken, positions) : '',
    badge: w.jobStates[status],
  })),
});

function peopleOf({ people, today }: CompanyDesk): CompanyView['people'] {
  return {
    label: w.people,
    none: w.nobody,
    rows: people.map(({ agreement, citizen, title, weekly }) => {
      const { startDate, paidFrom } = agreement;
      return {
        text: citizen.name,
        href: `/kommune/aftaler/${agreement.id}`,
        under: [
          title,
          w.paid(hoursInWords(weekly.paid)),
          ...(weekly.unpaid > 0 ? [w.unpaid(hoursInWords(weekly.unpaid))] : []),
          ...(startDate > today ? [w.begins(shortDay(startDate, today))] : []),
          ...(paidFrom > today && paidFrom !== startDate ? [w.paidFrom(shortDay(paidFrom, today))] : []),
        ].join(' · '),
        badge: startDate <= today && paidFrom > today ? w.unpaidOnly : '',
      };
    }),
  };
}

/** Shown once somebody has been there; paid and unpaid are never one figure (R86). */
function standingOf({ standing }: CompanyDesk): CompanyView['standing'] {
  const { paidNow, unpaidNow, becamePaid, neverPaid } = standing;
  if (paidNow + unpaidNow + becamePaid + neverPaid === 0) return null;
  const names = ['paidNow', 'unpaidNow', 'becamePaid', 'neverPaid'] as const;
  return {
    label: w.standing,
    rows: names.map((name) => ({
      label: w.standingRows[name],
      text: String(standing[name]),
      href: '',
      under: '',
    })),
  };
}

const visitsOf = ({ visits, staff, today }: CompanyDesk, at: string): CompanyView['visits'] => ({
  label: w.visits,
  none: w.noVisits,
  rows: visits.map((visit) => ({
    when: w.visitBy(shortDay(visit.on, today), visit.byStaffId ? (staff.get(visit.byStaffId) ?? '') : ''),
    visitId: visit.id,
    action: `${at}/iagttagelser`,
    makeLabel: w.makeJob,
    observations: visit.observations.map(
      ({ bottleneck, whoIsHeldUp, minutesPerWeek, idea, smallJobId }, n) => ({
        text: idea,
        under: `${bottleneck} · ${w.heldUp(whoIsHeldUp, minutesPerWeek)}`,
        job: smallJobId ? { href: `/kommune/job/${smallJobId}`, label: w.seeJob } : null,
        number: String(n),
      }),
    ),
  })),
});

const addUserAct = (form: FormView, at: string, refused?: Refused): ActView => ({
  id: 'bruger',
  label: w.addUser,
  help: w.addUserHelp,
  action: `${at}/brugere`,
  fields: [
    asInput(form.input('name', w.userName, { max: 200 })),
    asInput(
      form.input('email', w.userEmail, { type: 'email', inputmode: 'email', optional: true, max: 200 }),
    ),
    asInput(
      form.input('phone', w.userPhone, {
        type: 'tel',
        inputmode: 'tel',
        optional: true,
        width: 'm',
        max: 20,
      }),
    ),
  ],
  button: w.saveUser,
  look: 'next',
  open: refused?.act === 'bruger',
});

/** What a colleague needs to know, as plain text for the journal. */
function journalOf({ company, smallJobs, people, visits, today }: CompanyDesk): string {
  const j = w.journal;
  const going = smallJobs.filter(({ status }) => status !== 'closed' && status !== 'draft').length;
  const last: LocalDate | undefined = visits[0]?.on;
  return [
    j.heading(company.name, company.cvr),
    oneLine(company.address),
    j.contact(company.contact.name, phoneInPairs(company.contact.phone)),
    j.jobs(going),
    j.people(people.filter(({ agreement }) => agreement.startDate <= today).length),
    ...(last ? [j.visit(shortDay(last, today))] : []),
  ].join('\n');
}
