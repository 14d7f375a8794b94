import { addDays, localDateOf, nextContactTime, type Actor, type Task } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { brokerOf } from '../contact/who-answers.js';
import { openTask } from '../task/open-task.js';
import { ownRecord } from './own-record.js';

/** What can be wrong, as the page names its parts. */
export const correctable = [
  'name',
  'phone',
  'address',
  'goals',
  'hours',
  'limits',
  'travel',
  'shifts',
  'other',
] as const;
export type Correctable = (typeof correctable)[number];

export interface CorrectionWish {
  about: Correctable;
  /** In the citizen's own words. */
  words: string;
}

/** *Det er forkert*: becomes a task for the contact, who changes it and says so. The same wish twice is one. */
export class WishCorrection {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute({ about, words }: CorrectionWish, actor: Actor): Promise<Task> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const citizen = await ownRecord(unit, actor, 'my.correction');
      await unit.citizens.lock(citizen.id);
      const note = `${about}: ${words}`;
      const waiting = await unit.tasks.first({
        citizenId: citizen.id,
        kind: 'correct-record',
        note,
        doneAt: { isNull: true },
      });
      if (waiting) return waiting;
      const now = await unit.now();
      const today = localDateOf(now);
      const contact = await brokerOf(unit, citizen);
      const holidays = await unit.holidays(today, addDays(today, 21));
      return openTask(unit, this.ids, {
        kind: 'correct-record',
        staffId: contact?.id ?? null,
        citizenId: citizen.id,
        note,
        dueAt: contact ? nextContactTime(contact.contactHours, now, holidays) : now,
      });
    });
  }
}
