import {
  addressesGivenUp,
  goesInsteadTo,
  messageStates,
  wasAskedElsewhereOnly,
  type Citizen,
  type Message,
} from '#domain';
import { Ids, Secrets, type UnitOfWork } from '../ports/index.js';
import { endLinks } from '../message/answer-links.js';
import { HandleUndelivered } from '../message/handle-undelivered.js';
import { contactOfSender } from '../message/sender.js';
import { openTask, type NewTask } from '../task/open-task.js';

/**
 * A citizen has another number or address. What was sent to the old one opens nothing any more, what waits goes to the
 * new one, what was asked only there is somebody's to ask again, and whoever signed in with a code from there is out.
 */
export class LeaveOldAddresses {
  static readonly needs = [Ids, Secrets, HandleUndelivered] as const;

  constructor(
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly undelivered: HandleUndelivered,
  ) {}

  /** `sentAnew`: what the caller sends to the new one itself. */
  async within(unit: UnitOfWork, before: Citizen, after: Citizen, sentAnew?: string | null): Promise<void> {
    const givenUp = addressesGivenUp(before, after);
    if (givenUp.length === 0) return;
    const citizenId = after.id;
    await unit.endSessions({ kind: 'citizen', municipalityId: after.municipalityId, citizenId });
    const there = await unit.messages.list({ citizenId, to: { in: givenUp } }, { lock: true });
    await endLinks(
      unit,
      this.secrets,
      there.filter(({ state }) => state !== 'queued'),
    );
    for (const message of there.filter(({ state }) => state === 'queued'))
      await this.readdress(unit, message, after);
    for (const task of await this.toAskAgain(unit, after)) {
      const about = { citizenId, offerId: task.offerId, matchId: task.matchId, shiftId: task.shiftId };
      const isWaiting = await unit.tasks.first({
        ...onlyGiven(about),
        kind: task.kind,
        doneAt: { isNull: true },
      });
      const subject = task.offerId ?? task.matchId ?? task.shiftId;
      if (!isWaiting && subject !== sentAnew) await this.putOnAList(unit, task);
    }
  }

  private async readdress(unit: UnitOfWork, message: Message, citizen: Citizen): Promise<void> {
    const to = goesInsteadTo(message, citizen);
    if (to !== null) {
      await unit.messages.update({ ...message, to });
      return;
    }
    const left: Message = {
      ...message,
      state: messageStates.move('queued', 'failed'),
      stateAt: await unit.now(),
      reason: 'receiver-left',
    };
    await unit.messages.update(left);
    await unit.forget('message.deliver', message.id);
    await this.undelivered.within(unit, left);
  }

  /** Offers, questions whether a company may hear, and reminders of shifts to come. */
  private async toAskAgain(unit: UnitOfWork, citizen: Citizen): Promise<Omit<NewTask, 'dueAt'>[]> {
    const citizenId = citizen.id;
    const offers = await unit.offers.list({ citizenId, state: { in: ['sent', 'visiting'] } });
    const matches = await unit.matches.list({ citizenId, state: 'asking' });
    const now = await unit.now();
    const shifts = await unit.shifts.list({ citizenId, state: 'planned', startsAt: { after: now } });
    const all: Omit<NewTask, 'dueAt'>[] = [
      ...offers.map(({ id, smallJobId }) => ({ kind: 'give-offer' as const, offerId: id, smallJobId })),
      ...matches.map(({ id, smallJobId }) => ({ kind: 'ask-interest' as const, matchId: id, smallJobId })),
      ...shifts.map(({ id, smallJobId }) => ({ kind: 'remind-shift' as const, shiftId: id, smallJobId })),
    ];
    const subjectOf = ({ offerId, matchId, shiftId }: Omit<NewTask, 'dueAt'>): string =>
      offerId ?? matchId ?? shiftId ?? '';
    const asked = await unit.messages.list({ citizenId, subjectId: { in: all.map(subjectOf) } });
    return all
      .filter((one) => {
        const about = asked.filter(({ subjectId }) => subjectId === subjectOf(one));
        return wasAskedElsewhereOnly(about, citizen);
      })
      .map((one) => ({ ...one, citizenId, note: notes[one.kind as keyof typeof notes] }));
  }

  private async putOnAList(unit: UnitOfWork, task: Omit<NewTask, 'dueAt'>): Promise<void> {
    const contact = await contactOfSender(unit, { who: 'citizen', id: task.citizenId ?? '' });
    await openTask(unit, this.ids, { ...task, staffId: contact?.id ?? null, dueAt: await unit.now() });
  }
}

const notes = {
  'give-offer': 'Tilbuddet gik til det gamle nummer eller den gamle adresse. Ring, eller send det igen.',
  'ask-interest': 'Spørgsmålet gik til det gamle nummer eller den gamle adresse. Ring.',
  'remind-shift': 'Beskeden om vagten gik til det gamle nummer eller den gamle adresse. Ring.',
};

/** A criterion of `undefined` would be one for nothing. */
const onlyGiven = (about: Record<string, string | null | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(about).filter((entry): entry is [string, string] => !!entry[1]));
