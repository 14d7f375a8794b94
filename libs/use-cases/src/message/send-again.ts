import { DomainError, reachOf, refuseUnless, type Actor, type Message } from '#domain';
import { Ids, RunningConditions, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { finishTasks } from '../task/open-task.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { linkAnew } from './answer-links.js';
import { queueMessage } from './queue-message.js';
import { stillMakesSense } from './still-makes-sense.js';

/**
 * A person sends a message again that did not arrive, or of which nobody knows. Never by itself, for the receiver may
 * have it already (P3). To the number or address that the receiver has now, and only while it still makes sense.
 */
export class SendAgain {
  static readonly needs = [Transactor, Ids, Secrets, RunningConditions] as const;

  constructor(
    private readonly transactor: Transactor,
    readonly ids: Ids,
    readonly secrets: Secrets,
    readonly conditions: RunningConditions,
  ) {}

  /** @throws message.wrong-state, message.no-longer-relevant, message.no-address */
  async execute(messageId: string, actor: Actor): Promise<Message> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, messageId, actor.staffId),
    );
  }

  async within(unit: UnitOfWork, messageId: string, staffId: string): Promise<Message> {
    const before = found(await unit.messages.lock(messageId), 'message.not-found');
    const { state, template, dedupeKey } = before;
    if (state !== 'uncertain' && state !== 'failed') throw new DomainError('message.wrong-state', { state });
    // One new message for each that went wrong: a second press finds the first one's.
    const sentAgain = `${dedupeKey}:again-${before.attempts}`;
    refuseUnless(!(await unit.messages.first({ dedupeKey: sentAgain })), 'message.wrong-state', { state });
    const now = await unit.now();
    const isRelevant = template !== 'sign-in-code' && (await stillMakesSense(unit, before, now));
    refuseUnless(isRelevant, 'message.no-longer-relevant');
    const to = await addressNow(unit, before);
    // What went to the number before opens nothing any more.
    const link = to === before.to ? before.link : await linkAnew(unit, this, before, before.channel);
    const again = await queueMessage(unit, this, { ...before, to, link, dedupeKey: sentAgain });
    await finishTasks(unit, { messageId }, 'Sendt igen', staffId);
    return again;
  }
}

/** Where the receiver is reached now: the number may have been corrected since. */
async function addressNow(unit: UnitOfWork, message: Message): Promise<string> {
  const { receiver, channel } = message;
  let to: string | null | undefined = message.to;
  if (receiver === 'citizen') {
    const citizen = found(await unit.citizens.find(message.citizenId ?? ''), 'citizen.not-found');
    const reach = reachOf(citizen);
    // What was written for a phone of one's own does not go to one that is shared.
    const mayRead = message.template === 'call-only' || reach.by === 'email' || !citizen.sharedPhone;
    to = channel === 'email' ? citizen.email : mayRead ? citizen.phone : null;
  }
  if (receiver === 'staff') {
    const staff = found(await unit.staff.find(message.staffId ?? ''), 'staff.not-found');
    to = channel === 'email' ? staff.email : staff.phone;
  }
  if (receiver === 'company') to = await companyAddress(unit, message);
  refuseUnless(to, 'message.no-address');
  return to;
}

/** The number of the one it was written to; the company's, when that one is not to be found in its small jobs. */
async function companyAddress(unit: UnitOfWork, message: Message): Promise<string | null> {
  const company = found(await unit.companies.find(message.companyId ?? ''), 'company.not-found');
  if (message.channel === 'email') return company.contact.email;
  const jobs = await unit.smallJobs.list({ companyId: company.id });
  const isKnown = jobs.some(({ companyContact }) => companyContact.phone === message.to);
  return isKnown ? message.to : company.contact.phone;
}
