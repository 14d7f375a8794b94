import { isoWithOffset, Temporal } from '#domain';
import type { LadderTold } from '#use-cases';
import { asId, words, type Verb } from './verb.js';

/** `ops ladder`: one case from its first step to what comes next, in ids, roles, states and times. */
export const ladder: Verb = {
  usage: 'ladder <case id> [--json]',
  does: 'its steps and what they sent, who took it, and what comes next',
  run: async (wish, around) => {
    const id = asId(words(wish, '<case id>')[0]);
    for (const place of await around.places()) {
      const told = await around.ladder.execute(place.id, id);
      if (told)
        return { lines: linesOf(told, place.code), exitCode: 0, data: { municipality: place.code, ...told } };
    }
    return { lines: [`There is no case ${id}.`], exitCode: 1 };
  },
};

type Step = LadderTold['steps'][number];
type Sent = LadderTold['otherMessages'][number];

function linesOf(
  { case: about, acknowledged, steps, otherMessages, history, tasks }: LadderTold,
  code: string,
): string[] {
  return [
    `case ${about.id} of ${code}: ${about.ladder}, ${about.state}, round ${about.round}, opened ${time(about.openedAt)}`,
    ...steps.flatMap(stepInWords),
    ...otherMessages.map((message) => `beside  ${sentInWords(message)}`),
    ...history.map(({ at, what }) => `${time(at)}  ${what}`),
    ...tasks.map(({ kind, staffId, dueAt }) => `list    ${kind}, ${toWhom(staffId)}, due ${time(dueAt)}`),
    ...(acknowledged
      ? [
          `taken   by ${acknowledged.byStaffId} (${acknowledged.action}) at ${local(acknowledged.at)}, until ${local(acknowledged.expiresAt)}` +
            (acknowledged.askedAt === null ? '' : `, asked at ${local(acknowledged.askedAt)}`),
        ]
      : []),
    nextInWords(about),
  ];
}

function stepInWords(step: Step): string[] {
  const { round, seq, who, channel, message, state, dueAt, takenAt } = step;
  const ran = takenAt === null ? state : `${state} ${time(takenAt)}${lateness(dueAt, takenAt)}`;
  return [
    `step ${round}.${seq} ${who} by ${channel} (${message}), due ${time(dueAt)}: ${ran}`,
    ...step.messages.map((sent) => `        ${sentInWords(sent)}`),
  ];
}

const lateness = (dueAt: Temporal.Instant, takenAt: Temporal.Instant): string =>
  `, ${Math.max(0, Math.round((takenAt.epochMilliseconds - dueAt.epochMilliseconds) / 1_000))} s late`;

const sentInWords = ({ id, template, channel, receiver, staffId, state, stateAt, reason }: Sent): string =>
  `${channel} ${template} to ${staffId === null ? receiver : `${receiver} ${staffId}`}: ${state} ${time(stateAt)}` +
  `${reason === null ? '' : ` (${reason})`}, message ${id}`;

function nextInWords({ state, nextStepAt, snoozedUntil, outcome, closedAt }: LadderTold['case']): string {
  if (state === 'closed')
    return `closed  ${outcome ?? 'without an outcome'}${closedAt ? `, ${time(closedAt)}` : ''}`;
  if (snoozedUntil) return `next    rests until ${time(snoozedUntil)}`;
  return nextStepAt
    ? `next    ${time(nextStepAt)}`
    : 'next    nothing: it stands on a list, or waits for who has it';
}

const toWhom = (staffId: string | null): string => staffId ?? 'everybody';
const time = isoWithOffset;
const local = (at: string): string => time(Temporal.Instant.from(at));
