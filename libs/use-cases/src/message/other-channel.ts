import { type Citizen, type Message } from '#domain';
import { Ids, RunningConditions, Secrets, type UnitOfWork } from '../ports/index.js';
import { linkAnew } from './answer-links.js';
import { queueMessage } from './queue-message.js';
import { stillMakesSense } from './still-makes-sense.js';

/** Where another channel would fare no better, or must not be tried. */
const notByAnyChannel = new Set(['cannot-be-written', 'citizen-cap', 'moment-passed', 'receiver-said-stop']);

/**
 * What certainly did not arrive goes out by the citizen's other channel, when there is one that may carry it. Only once,
 * never while anybody could still have got the first, and never what the other channel was sent anyway. A step of a
 * ladder does not try: its next step is a person, and sooner.
 */
export class OtherChannel {
  static readonly needs = [Ids, Secrets, RunningConditions] as const;

  constructor(
    readonly ids: Ids,
    readonly secrets: Secrets,
    readonly conditions: RunningConditions,
  ) {}

  /** @returns whether it goes out the other way. */
  async within(unit: UnitOfWork, message: Message): Promise<boolean> {
    const { citizenId, state, reason, escalationStepId, template } = message;
    const mayGo = state === 'failed' && escalationStepId === null && template !== 'sign-in-code';
    if (!mayGo || citizenId === null || notByAnyChannel.has(reason ?? '')) return false;
    const citizen = await unit.citizens.find(citizenId);
    const to = citizen && otherAddress(citizen, message);
    if (!to) return false;
    const channel = message.channel === 'sms' ? 'email' : 'sms';
    const dedupeKey = keyByOther(message, channel);
    if (await unit.messages.first({ dedupeKey })) return false;
    if (!(await stillMakesSense(unit, message, await unit.now()))) return false;
    const link = await linkAnew(unit, this, message, channel);
    await queueMessage(unit, this, { ...message, channel, to, dedupeKey, link });
    return true;
  }
}

/** Null when there is none, when the citizen wants to hear from a person, or when others read that phone too. */
function otherAddress(citizen: Citizen, { channel }: Message): string | null {
  if (citizen.preferredChannel !== 'sms' && citizen.preferredChannel !== 'email') return null;
  if (channel === 'sms') return citizen.email;
  return citizen.sharedPhone ? null : citizen.phone;
}

/**
 * The key that the same letter has by the other channel, whether it was written with the first one or goes instead of
 * it: so it can be there once only, and what went instead has nowhere else to go.
 */
function keyByOther({ dedupeKey }: Message, other: 'sms' | 'email'): string {
  const [template, subject, receiver, , ...occasion] = dedupeKey.replace(/(:again-\d+)+$/, '').split(':');
  return [template, subject, receiver, other, ...occasion].join(':');
}
