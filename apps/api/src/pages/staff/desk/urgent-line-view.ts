import {
  firstName,
  listInWords,
  localTimeOf,
  Temporal,
  timeInWords,
  type Message,
  type Staff,
} from '#domain';
import type { UrgentLine } from '#use-cases';
import { urgentWords as w } from '../../words/desk-urgent.js';
import { sinceInWords, whenInWords } from '../../words/when-in-words.js';
import { questionPath } from '../ranking/addresses.js';
import { lineId } from './desk-address.js';
import { escalationTaps, stateOfCase } from './case-taps.js';
import { lineTaps } from './line-taps.js';
import type { Refused } from './row-form.js';
import type { LineView, TapsView } from './urgent-views.js';

export interface Looking {
  me: string;
  now: Temporal.Instant;
}

/** Reasons that say the number itself is wrong (libs/use-cases message/handle-undelivered.ts says so by the task). */
const isWrongAddress = (line: UrgentLine): boolean =>
  line.tasks.some(({ kind }) => kind === 'correct-number') ||
  (line.message?.reason ?? '').includes('unknown');

export function lineView(line: UrgentLine, looking: Looking, refused?: Refused): LineView {
  const { me, now } = looking;
  const late = Temporal.Instant.compare(line.deadline, now) <= 0;
  const { head, href, below } = wordsOf(line, now);
  const state = line.escalation ? stateOfCase(line.escalation, me, now) : [];
  const taps: TapsView = line.escalation
    ? escalationTaps(line.escalation, me, refused)
    : lineTaps(line, now, refused);
  return {
    id: lineId(line.about),
    tone: line.isBurning ? 'now' : late ? 'late' : 'calm',
    mark: line.isBurning ? w.urgent : '',
    head,
    href,
    place: placeOf(line),
    since: sinceOf(line, now, late),
    below,
    state,
    who: whoOf(line, me),
    notes: line.tasks.flatMap(({ note, messageId }) => (note && messageId === null ? [note] : [])),
    calls: callsOf(line),
    ...taps,
  };
}

/** "Frugtlageret kl. 8": where, and for a shift when. */
function placeOf({ company, shift, smallJob }: UrgentLine): string {
  const where = company?.name ?? smallJob?.title ?? '';
  return shift ? `${where} kl. ${timeInWords(shift.start)}`.trim() : where;
}

function sinceOf(line: UrgentLine, now: Temporal.Instant, late: boolean): LineView['since'] {
  if (line.escalation?.state === 'open') {
    const { openedAt } = line.escalation;
    return { iso: openedAt.toString(), text: sinceInWords(openedAt, now) };
  }
  if (line.escalation || !late) return null;
  return { iso: line.deadline.toString(), text: sinceInWords(line.deadline, now) };
}

function whoOf({ owners, escalation }: UrgentLine, me: string): string {
  if (escalation?.acknowledged && escalation.state === 'acknowledged') return '';
  if (owners.length === 0) return w.nobodyHasIt;
  const names = owners.map((one: Staff) => (one.id === me ? w.you : firstName(one)));
  return w.has(listInWords(names));
}

interface LineWords {
  head: string;
  href: string;
  below: string[];
}

function wordsOf(line: UrgentLine, now: Temporal.Instant): LineWords {
  const { escalation, nextStep, message, offer, match, shift, smallJob, citizen, company, tasks } = line;
  const person = citizen?.name ?? w.somebody;
  const due = (): string[] =>
    Temporal.Instant.compare(line.deadline, now) > 0 ? [w.dueAt(whenInWords(line.deadline, now))] : [];
  const listed = tasks.map(({ kind }) => w.tasks[kind]);
  switch (line.kind) {
    case 'missing': {
      const next =
        escalation!.state !== 'open'
          ? []
          : nextStep
            ? [w.next(whenInWords(nextStep.dueAt, now), nextStep.who)]
            : [w.ladderDone];
      const head = escalation!.ladder === 'not-here' ? w.notHere(person) : w.notSeen(person);
      return { head, href: `/kommune/sager/${escalation!.id}`, below: next };
    }
    case 'message':
      return {
        head: messageHead(message, receiverOf(line)),
        href: citizen
          ? `/kommune/borgere/${citizen.id}`
          : company
            ? `/kommune/virksomheder/${company.id}`
            : '',
        below: [messageHelp(line)],
      };
    case 'offer':
      return {
        head: offer!.state === 'visiting' ? w.offerVisit(person) : w.offerSilent(person),
        href: `/kommune/tilbud/${offer!.id}`,
        below: [w.deadline(whenInWords(offer!.expiresAt, now)), ...listed.map((title) => `${title}.`)],
      };
    case 'silent-company':
      return {
        head: w.companySilent(company?.name ?? w.somebody),
        href: match ? `/kommune/forslag/${match.id}` : '',
        below: [
          `${[smallJob?.title, citizen?.name].filter(Boolean).join(' · ')}.`,
          ...(match?.proposedAt ? [w.proposedSince(sinceInWords(match.proposedAt, now))] : []),
        ],
      };
    case 'unconfirmed':
      return {
        head: w.didItHappen(person),
        href: shift ? `/kommune/vagter/${shift.id}` : '',
        below: shift
          ? [
              w.case.shift(
                whenInWords(shift.startsAt, now).replace(/ ?kl\..*$/, '') || 'i dag',
                timeInWords(shift.start),
                timeInWords(shift.end),
              ),
            ]
          : [],
      };
    case 'no-duty':
      return {
        head: w.noDuty(smallJob?.title ?? ''),
        href: smallJob ? `/kommune/job/${smallJob.id}` : '',
        below: [w.noDutyHelp],
      };
    case 'task':
      return {
        head: [[...new Set(listed)].join(', '), citizen?.name].filter(Boolean).join(': '),
        href: taskHref(line),
        below: due(),
      };
  }
}

function taskHref({ tasks, citizen, smallJob }: UrgentLine): string {
  const [task] = tasks;
  if (task?.kind === 'ask-broker' && smallJob) return questionPath(smallJob.id, task.id);
  if (task?.kind === 'next-person' && smallJob) return `/kommune/job/${smallJob.id}/rangliste`;
  if (task?.offerId) return `/kommune/tilbud/${task.offerId}`;
  if (task?.matchId) return `/kommune/forslag/${task.matchId}`;
  if (task?.shiftId) return `/kommune/vagter/${task.shiftId}`;
  if (citizen) return `/kommune/borgere/${citizen.id}`;
  return smallJob ? `/kommune/job/${smallJob.id}` : '';
}

const receiverOf = ({ message, citizen, company, owners }: UrgentLine): string => {
  if (message?.receiver === 'company') return company?.name ?? w.somebody;
  if (message?.receiver === 'staff') return owners[0]?.name ?? w.somebody;
  return citizen?.name ?? w.somebody;
};

function messageHead(message: Message | null, name: string): string {
  const isUncertain = message?.state === 'uncertain';
  if (message?.channel === 'email') return isUncertain ? w.emailUncertain(name) : w.emailNot(name);
  return isUncertain ? w.smsUncertain(name) : w.smsNot(name);
}

function messageHelp(line: UrgentLine): string {
  if (line.message?.state === 'uncertain') return w.uncertainHelp;
  return isWrongAddress(line) ? w.wrongNumber : w.otherFault;
}

/** Whom one would call about it: the one it is about, else the company. */
function callsOf({ kind, citizen, company, smallJob, message }: UrgentLine): LineView['calls'] {
  const workplace = smallJob?.companyContact ?? company?.contact ?? null;
  const isCompanys = kind === 'silent-company' || message?.receiver === 'company';
  const one = isCompanys ? workplace : citizen;
  if (!one?.phone || kind === 'no-duty') return [];
  return [{ href: `tel:${one.phone}`, label: w.ring, about: w.callPerson(one.name) }];
}

export const clock = (at: Temporal.Instant): string => timeInWords(localTimeOf(at));
