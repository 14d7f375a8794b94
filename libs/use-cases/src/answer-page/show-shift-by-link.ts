import { firstName, isBefore, linkEndsAt, type Actor, type Language } from '#domain';
import { Secrets, Transactor } from '../ports/index.js';
import { shiftView, type ShiftView } from '../my-page/shift-page.js';
import { openLink } from './open-link.js';
import { mayActFor } from './own-phone.js';
import { shiftBehindLink } from './shift-behind-link.js';

export interface ShiftLinkPage {
  municipality: string;
  firstName: string;
  shift: ShiftView;
  /** The day is over: the page says whom to call, and nothing of the shift. */
  expired: boolean;
}

/** A link to one shift: good for that shift, until its day is over. */
export class ShowShiftByLink {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  /** `visitor`: who is signed in, if anybody. `language`: what was chosen for this visit. */
  async execute(
    token: string,
    { visitor = null, language }: { visitor?: Actor | null; language?: Language } = {},
  ): Promise<ShiftLinkPage> {
    const hit = await openLink(this.transactor, this.secrets, token, ['shift']);
    return this.transactor.inMunicipality(hit.municipalityId, async (unit) => {
      const { shift, citizen: known } = await shiftBehindLink(unit, hit.subjectId);
      const citizen = language ? { ...known, language } : known;
      const expired = hit.expired || !isBefore(await unit.now(), linkEndsAt(shift));
      return {
        municipality: (await unit.municipality()).name,
        firstName: firstName(citizen),
        shift: await shiftView(unit, shift, citizen, { all: mayActFor(known, visitor) && !expired }),
        expired,
      };
    });
  }
}
