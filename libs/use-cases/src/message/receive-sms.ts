import { DomainError, earliest, readSms, type SmsSays } from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { AskAPerson } from './ask-a-person.js';
import { Converse } from './converse.js';
import { heardFromFormerNumber } from './former-number.js';
import type { IncomingSms } from './incoming-sms.js';
import { isKnown, keepSms } from './keep-sms.js';
import { NumberOfSeveral } from './number-of-several.js';
import { openQuestions } from './open-questions.js';
import type { Sender } from './sender.js';
import { SetUpNumber } from './set-up-number.js';
import { whoWrites } from './who-writes.js';

export type Received = 'understood' | 'a-person-calls' | 'repeated' | 'unknown-number';
type Places = Map<string, Sender[]>;

/**
 * Reads a reply and does what it says. A repeat of the same SMS changes nothing. What is not understood, or
 * could be about two people, becomes a task for the contact, and the sender hears that a person will call.
 */
export class ReceiveSms {
  static readonly needs = [
    Transactor,
    Ids,
    Secrets,
    Converse,
    SetUpNumber,
    NumberOfSeveral,
    AskAPerson,
  ] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly converse: Converse,
    private readonly setUpNumber: SetUpNumber,
    private readonly numberOfSeveral: NumberOfSeveral,
    private readonly askAPerson: AskAPerson,
  ) {}

  async execute(received: IncomingSms): Promise<Received> {
    const { places, former } = await whoWrites(this.transactor, this.secrets, received.from);
    if (places.size === 0) return this.fromFormerNumber(former, received);
    const says = readSms(received.text);
    const citizens = [...places.values()].flat().filter(({ who }) => who === 'citizen');
    // What changes the number itself holds for everybody who has it; the rest is about one person, or nobody.
    if (isAboutTheNumber(says, citizens.length)) return this.aboutTheNumber(places, says, received);
    if (citizens.length > 1 && !isThanks(says)) return this.fromSeveral(places, says, received);
    const asked = await this.whereAsked(places, says, received);
    const [only] = asked.size === 1 ? asked : [];
    const outcome = only && (await this.talk(only[0], only[1], says, received));
    if (outcome && outcome !== 'refused') return outcome;
    return this.handOver(asked.size > 0 ? asked : places, received, outcome === 'refused');
  }

  /** Where something was asked that this could answer. With one municipality there is nothing to choose. */
  private async whereAsked(places: Places, says: SmsSays, received: IncomingSms): Promise<Places> {
    if (places.size === 1) return places;
    const asked: Places = new Map();
    if (says.kind !== 'reply') return asked;
    for (const [municipalityId, senders] of places) {
      const isAsked = await this.transactor.inMunicipality(municipalityId, async (unit) => {
        const sms = await inOurTime(unit, received);
        for (const sender of senders)
          if ((await openQuestions(unit, sender, { ...sms, word: says.reply.word })).length > 0) return true;
        return false;
      });
      if (isAsked) asked.set(municipalityId, senders);
    }
    return asked;
  }

  /** Undefined when nobody guesses, `refused` when a rule said no: nothing of it stays, and a person takes over. */
  private async talk(
    municipalityId: string,
    senders: readonly Sender[],
    says: SmsSays,
    received: IncomingSms,
  ): Promise<Received | 'refused' | undefined> {
    try {
      return await this.transactor.inMunicipality(municipalityId, async (unit) => {
        const sms = await inOurTime(unit, received);
        if (await isKnown(unit, sms)) return 'repeated';
        const outcome = await this.converse.within(unit, senders, says, sms);
        if (!outcome) throw new NotUnderstood();
        return outcome;
      });
    } catch (error) {
      if (error instanceof NotUnderstood) return undefined;
      if (error instanceof DomainError && error.kind !== 'unavailable') return 'refused';
      throw error;
    }
  }

  private handOver(places: Places, received: IncomingSms, isClear: boolean): Promise<Received> {
    return this.everywhere(places, received, async (unit, senders, sms) => {
      await keepSms(unit, this.ids, sms, {});
      await this.askAPerson.within(unit, senders, sms, isClear);
      return 'a-person-calls';
    });
  }

  private aboutTheNumber(places: Places, says: SmsSays, received: IncomingSms): Promise<Received> {
    let confirm = true;
    return this.everywhere(places, received, async (unit, senders, sms) => {
      const outcome = await this.setUpNumber.within(unit, senders, says, sms, confirm);
      confirm = false;
      return outcome;
    });
  }

  private fromSeveral(places: Places, says: SmsSays, received: IncomingSms): Promise<Received> {
    let isTold = false;
    return this.everywhere(places, received, async (unit, senders, sms) => {
      await keepSms(unit, this.ids, sms, {});
      const citizens = senders.filter(({ who }) => who === 'citizen');
      isTold = (await this.numberOfSeveral.within(unit, citizens, says, sms, !isTold)) || isTold;
      return 'a-person-calls';
    });
  }

  private async everywhere(
    places: Places,
    received: IncomingSms,
    act: (unit: UnitOfWork, senders: readonly Sender[], sms: IncomingSms) => Promise<Received>,
  ): Promise<Received> {
    let outcome: Received = 'repeated';
    for (const [municipalityId, senders] of places)
      await this.transactor.inMunicipality(municipalityId, async (unit) => {
        const sms = await inOurTime(unit, received);
        if (!(await isKnown(unit, sms))) outcome = await act(unit, senders, sms);
      });
    return outcome;
  }

  private async fromFormerNumber(
    former: readonly { municipalityId: string; sender: Sender }[],
    sms: IncomingSms,
  ): Promise<Received> {
    let outcome: Received = 'unknown-number';
    for (const { municipalityId, sender } of former) {
      const heard = await this.transactor.inMunicipality(municipalityId, (unit) =>
        heardFromFormerNumber(unit, this.ids, sender, sms),
      );
      if (heard !== 'unknown-number') outcome = heard;
    }
    return outcome;
  }
}

/** Takes back what a conversation that came to nothing has written. */
class NotUnderstood extends Error {}

/** A gateway whose clock is ahead of ours says nothing about the future. */
const inOurTime = async (unit: UnitOfWork, sms: IncomingSms): Promise<IncomingSms> => ({
  ...sms,
  at: earliest(sms.at, await unit.now()),
});

/** STOP is of the number. START, and that it is the wrong one, only as long as it is one person's. */
const isAboutTheNumber = (says: SmsSays, citizens: number): boolean =>
  (says.kind === 'reply' && says.reply.word === 'stop') ||
  (citizens < 2 && (says.kind === 'start' || says.kind === 'wrong-number'));

const isThanks = (says: SmsSays): boolean => says.kind === 'polite' && says.how === 'thanks';
