import { firstName, refuseUnless, type Actor, type OwnWording, type TextPlace } from '#domain';
import { Correspondence } from '../message/correspondence.js';
import { Ids, MessageTexts, Transactor, type UnitOfWork } from '../ports/index.js';
import { found, refuseUnlessLeader } from '../wiring/permissions.js';

export interface Trial {
  /** What the message is called to the reader. */
  what: string;
  place: TextPlace;
  /** Null: the standard. */
  wording: OwnWording | null;
}

/**
 * Sends texts to the leader who asks, and to nobody else: as a message of its own that says it is a test, with demo
 * people in it and no question, so that no answer to it does anything.
 */
export class TryText {
  static readonly needs = [Transactor, Ids, MessageTexts, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly texts: MessageTexts,
    private readonly correspondence: Correspondence,
  ) {}

  /** `wish`: names the press, so that pressing twice sends once. @throws not-allowed, text.too-long, message.no-address */
  async execute(trial: Trial, actor: Actor, wish: string = this.ids.next()): Promise<void> {
    refuseUnlessLeader(actor);
    await this.transactor.inMunicipality(actor.municipalityId, (unit) =>
      this.within(unit, [trial], actor, wish),
    );
  }

  /** @throws message.no-address when the leader has none for one of the channels */
  async within(
    unit: UnitOfWork,
    trials: readonly Trial[],
    actor: Actor & { staffId: string },
    wish: string,
  ): Promise<void> {
    const me = found(await unit.staff.find(actor.staffId), 'staff.not-found');
    for (const [at, { what, place, wording }] of trials.entries()) {
      refuseUnless(place.channel === 'sms' ? me.phone : me.email, 'message.no-address');
      const written = this.texts.sample(place, wording);
      const text = written.channel === 'sms' ? written.text : `${written.subject}\n\n${written.text}`;
      const data = { contact: firstName(me), what, text };
      const letter = { template: 'test-message', data, occasion: `${wish}-${at}`, urgent: true } as const;
      await this.correspondence.toStaff(unit, me, letter, place.channel);
    }
  }
}
