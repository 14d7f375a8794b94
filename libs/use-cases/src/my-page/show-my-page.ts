import { firstName, type Actor, type Citizen, type Language } from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { myContact, myJobId, type MyContact } from './my-contact.js';
import { ownRecord } from './own-record.js';
import type { ShiftView } from './shift-page.js';
import { comingShifts } from './show-my-shifts.js';

/** What somebody who opens the page most likely has to do or know. */
export type NextThing =
  | { kind: 'offer'; offerId: string; title: string }
  | { kind: 'interest'; matchId: string; title: string }
  | { kind: 'shift'; shift: ShiftView }
  | { kind: 'nothing' };

export interface MyPage {
  language: Language;
  firstName: string;
  next: NextThing;
  /** After the next thing. */
  shifts: ShiftView[];
  contact: MyContact;
  settings: Pick<Citizen, 'contactLevel' | 'mondayReminder' | 'language'>;
  /** Open hours where anybody can come by; null when the municipality has none. */
  openAdvice: { when: string; where: string } | null;
}

const SHOWN = 4;

/** The one place to see what comes. */
export class ShowMyPage {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute(actor: Actor, language?: Language): Promise<MyPage> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.page', language);
      const { contactLevel, mondayReminder } = citizen;
      const own = (await unit.citizens.find(citizen.id))?.language ?? citizen.language;
      const shifts = await comingShifts(unit, citizen, SHOWN);
      const waiting = await question(unit, citizen.id);
      const [first, ...rest] = shifts;
      const { openAdvice } = (await unit.municipality()).settings;
      return {
        language: citizen.language,
        firstName: firstName(citizen),
        next: waiting ?? (first ? { kind: 'shift', shift: first } : { kind: 'nothing' }),
        shifts: waiting ? shifts : rest,
        contact: await myContact(unit, citizen, await myJobId(unit, citizen.id)),
        settings: { contactLevel, mondayReminder, language: own },
        openAdvice: openAdvice ? { when: openAdvice.when[citizen.language], where: openAdvice.where } : null,
      };
    });
  }
}

/** Something that waits for the citizen's answer. */
async function question(unit: UnitOfWork, citizenId: string): Promise<NextThing | undefined> {
  const offer = await unit.offers.first({ citizenId, state: { in: ['sent', 'visiting'] } });
  const asked = offer ?? (await unit.matches.first({ citizenId, state: 'asking' }));
  if (!asked) return undefined;
  const title = (await unit.smallJobs.find(asked.smallJobId))?.title ?? '';
  return offer ? { kind: 'offer', offerId: offer.id, title } : { kind: 'interest', matchId: asked.id, title };
}
