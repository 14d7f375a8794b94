import {
  checkFrom,
  checkWording,
  localDateOf,
  refuseUnless,
  type Actor,
  type LocalDate,
  type OwnText,
  type OwnWording,
  type TextPlace,
} from '#domain';
import { Ids, MessageTexts, Transactor } from '../ports/index.js';
import { refuseUnlessLeader } from '../wiring/permissions.js';

export interface TextChange {
  /** Null takes the standard back. */
  wording: OwnWording | null;
  /** The first day it holds; today when nothing is said. */
  from?: LocalDate;
}

/** A leader words a message, from a day on. Every version stays. */
export class ChangeText {
  static readonly needs = [Transactor, Ids, MessageTexts] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly texts: MessageTexts,
  ) {}

  /**
   * `id`: that of the wish, so that a form sent twice makes one version.
   *
   * @throws not-allowed, text.not-found, text.too-long, text.nothing-left, text.from-in-past, and those of `checkWording`
   */
  async execute(
    place: TextPlace,
    { wording, from }: TextChange,
    actor: Actor,
    id = this.ids.next(),
  ): Promise<OwnText> {
    refuseUnlessLeader(actor);
    this.check(place, wording);
    const { name, language, channel } = place;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const before = await unit.ownTexts.find(id);
      if (before) return before;
      const madeAt = await unit.now();
      const today = localDateOf(madeAt);
      checkFrom(from ?? today, today);
      const row: OwnText = {
        id,
        municipalityId: unit.municipalityId,
        name,
        language,
        channel,
        version: (await unit.ownTexts.count({ name, language, channel })) + 1,
        from: from ?? today,
        wording,
        byStaffId: actor.staffId,
        madeAt,
      };
      await unit.ownTexts.insert(row);
      return row;
    });
  }

  /** Whether this could be saved, without saving it. */
  check(place: TextPlace, wording: OwnWording | null): void {
    const { demands } = this.texts.standard(place);
    if (wording === null) return;
    checkWording(wording, demands);
    const fits = place.channel === 'email' || this.texts.placesLeft(place, wording) >= 0;
    refuseUnless(fits, 'text.too-long', { place: 'text' });
    // Somebody without a ring-aftale, as most are, would get an SMS without a word.
    refuseUnless(this.texts.sample(place, wording).text.trim() !== '', 'text.nothing-left', {
      place: 'text',
    });
  }
}
