import { dayInWords, phoneInPairs, timeInWords, triesOf, type Message, type Temporal } from '#domain';
import type { MessageFile } from '#use-cases';
import { outcomeOrWords } from '../../../http/sentences/history-texts.js';
import { taskTitles } from '../../../http/sentences/task-titles.js';
import { page } from '../../frame/page.js';
import { messagesWords as w } from '../../words/desk-messages.js';
import { urgentWords } from '../../words/desk-urgent.js';
import { tapOf } from '../desk/row-form.js';
import type { TapView } from '../desk/urgent-views.js';
import { shortTime } from '../placement/when.js';
import { isLost, reasonOf, receiverOf, stateOf, whatOf } from './message-row.js';

interface Pair {
  label: string;
  text: string;
  href: string;
  under: string;
}

interface MessageView {
  heading: string;
  badge: string;
  explained: string;
  what: { heading: string; note: string; subject: string; text: string; language: string; stored: Pair[] };
  facts: { heading: string; pairs: Pair[] };
  correct: { href: string; label: string } | null;
  taps: TapView[];
  tasks: { heading: string; rows: string[] };
  journal: { id: string; label: string; text: string };
}

export const messagePage = page<MessageView>('staff/messages/message');

const pair = (label: string, text: string, href = '', under = ''): Pair => ({ label, text, href, under });

export function messageView(file: MessageFile, now: Temporal.Instant): MessageView {
  const { message, words, tasks } = file;
  return {
    heading: whatOf(message),
    badge: stateOf(message, now),
    explained: w.explained[message.state],
    what: {
      heading: w.what,
      note: words ? w.rewritten : w.cannot,
      subject: words?.subject ? `${w.subject}: ${words.subject}` : '',
      text: words?.text ?? '',
      language: message.language,
      stored: words ? [] : Object.entries(message.data).map(([name, value]) => pair(name, value)),
    },
    facts: { heading: w.became, pairs: factsOf(file, now) },
    correct: correctionOf(message),
    taps: tapsOf(message),
    tasks: {
      heading: w.tasks,
      rows: tasks.map(({ kind, dueAt, doneAt, outcome }) =>
        doneAt === null
          ? w.taskOpen(taskTitles[kind], shortTime(dueAt, now))
          : w.taskDone(taskTitles[kind], outcomeOrWords(outcome ?? '')),
      ),
    },
    journal: { id: 'journal', label: w.journal, text: journalText(file, now) },
  };
}

const pages = { citizen: '/kommune/borgere', company: '/kommune/virksomheder', staff: '' } as const;

function factsOf(file: MessageFile, now: Temporal.Instant): Pair[] {
  const { message, receiver, shift } = file;
  const l = w.facts;
  const room = pages[message.receiver];
  return [
    pair(
      l.to,
      receiverOf(file),
      receiver && room ? `${room}/${receiver.id}` : '',
      w.receivers[message.receiver],
    ),
    pair(l.address, message.channel === 'sms' ? phoneInPairs(message.to) : message.to),
    pair(l.channel, w.channels[message.channel]),
    pair(l.made, shortTime(message.createdAt, now)),
    pair(l.state, stateOf(message, now)),
    ...(message.reason ? [pair(l.reason, reasonOf(message))] : []),
    ...(message.state === 'queued' ? [] : [pair(l.stateAt, shortTime(message.stateAt, now))]),
    ...(triesOf(message) > 1 ? [pair(l.attempts, String(triesOf(message)))] : []),
    ...(shift
      ? [
          pair(
            l.about,
            w.aboutShift(`${dayInWords(shift.date)} kl. ${timeInWords(shift.start)}`),
            `/kommune/vagter/${shift.id}`,
          ),
        ]
      : []),
  ];
}

/** A number or address is corrected where it stands: on the page of the person or the company. */
function correctionOf(message: Message): MessageView['correct'] {
  if (!isLost(message)) return null;
  if (message.citizenId) return { href: `/kommune/borgere/${message.citizenId}`, label: w.correct };
  return message.companyId ? { href: `/kommune/virksomheder/${message.companyId}`, label: w.correct } : null;
}

/** As on *Haster nu*, where they lead to. */
function tapsOf(message: Message): TapView[] {
  if (!isLost(message) || message.template === 'sign-in-code') return [];
  const tap = (what: string, label: string): TapView =>
    tapOf(`/kommune/haster/beskeder/${message.id}/${what}`, label);
  const again = tap('send-igen', urgentWords.sendAgain);
  return message.state === 'uncertain' ? [tap('kom-frem', urgentWords.arrived), again] : [again];
}

const journalText = (file: MessageFile, now: Temporal.Instant): string => {
  const { message, words } = file;
  return [
    `${whatOf(message)}: ${w.sentTo(receiverOf(file), w.channels[message.channel])}, ${shortTime(message.createdAt, now)}`,
    `${stateOf(message, now)}${message.reason ? `: ${reasonOf(message)}` : ''}`,
    ...(words ? [words.text.trim()] : []),
  ].join('\n');
};
