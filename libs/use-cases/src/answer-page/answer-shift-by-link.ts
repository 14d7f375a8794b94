import {
  DomainError,
  firstName,
  isBefore,
  linkEndsAt,
  refuseUnless,
  type Actor,
  type Citizen,
} from '#domain';
import { Secrets, Transactor } from '../ports/index.js';
import { AnswerShift } from '../shift/answer-shift.js';
import { openLink } from './open-link.js';
import { mayActFor } from './own-phone.js';
import { pressShiftButton, type ShiftAnswerInput } from './press-shift-button.js';
import { shiftBehindLink } from './shift-behind-link.js';
import { unlessTooLate } from './unless-too-late.js';

/**
 * One of the five buttons, as if it had been written by SMS. `changed` is false when it was said already or is too
 * late: a double click, a hundred at once, and the page of yesterday all end on a page that says what holds.
 */
export class AnswerShiftByLink {
  static readonly needs = [Transactor, Secrets, AnswerShift] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
    private readonly answerShift: AnswerShift,
  ) {}

  /** `visitor`: who is signed in, if anybody. */
  async execute(
    token: string,
    input: ShiftAnswerInput,
    visitor: Actor | null = null,
  ): Promise<{ changed: boolean }> {
    const hit = await openLink(this.transactor, this.secrets, token, ['shift']);
    const said = await unlessTooLate(() =>
      this.transactor.inMunicipality(hit.municipalityId, async (unit) => {
        const { shift, citizen } = await shiftBehindLink(unit, hit.subjectId);
        const isOpen = !hit.expired && isBefore(await unit.now(), linkEndsAt(shift));
        if (!isOpen) throw new DomainError('shift.wrong-state', { from: shift.state });
        refuseUnless(ofThisDay(input) || mayActFor(citizen, visitor), 'link.code-needed');
        await pressShiftButton(unit, this.answerShift, shift, input, actorOf(citizen));
        return input.answer;
      }),
    );
    return { changed: said !== null };
  }
}

/**
 * What the same phone could say by SMS, and what the next word undoes: about this one day. To call off a week, or all
 * that is planned, on a phone that others read too, takes the code.
 */
const ofThisDay = ({ span }: ShiftAnswerInput): boolean => span === undefined || span === 'today';

const actorOf = (citizen: Citizen): Actor => ({
  role: 'citizen',
  municipalityId: citizen.municipalityId,
  citizenId: citizen.id,
  name: firstName(citizen),
  holder: 'link',
});
