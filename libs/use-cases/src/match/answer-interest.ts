import {
  addDays,
  localDateOf,
  matchStates,
  nextContactTime,
  shareableFields,
  type Actor,
  type Interest,
  type InterestWay,
  type ShareableField,
  type Staff,
  type Temporal,
} from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { fixedContactOf, whoTakes } from '../contact/who-answers.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import { RecordInterest } from './record-interest.js';

/** What the company may see when the citizen says yes without naming fields: wishes and abilities, no needs. */
export const modestFields: readonly ShareableField[] = shareableFields.filter(
  (field) => field === 'goals' || field === 'wishes' || field === 'abilities' || field === 'hours',
);

/** What the citizen is shown before answering: exactly the card that a yes would give the company. */
export const modestInterest = (now: Temporal.Instant): Interest => ({
  how: 'link',
  at: now.toString(),
  fields: [...modestFields],
  startWithoutMeeting: null,
});

/** The citizen answers "Må Mette fortælle firmaet om dig?" by link or SMS. */
export class AnswerInterest {
  static readonly needs = [Ids, RecordInterest] as const;

  constructor(
    private readonly ids: Ids,
    private readonly recordInterest: RecordInterest,
  ) {}

  async within(
    unit: UnitOfWork,
    matchId: string,
    answer: 'yes' | 'no' | 'call',
    how: InterestWay,
    actor: Actor,
  ): Promise<void> {
    const match = found(await unit.matches.lock(matchId), 'match.not-found');
    const now = await unit.now();
    if (answer === 'yes') {
      await this.recordInterest.within(unit, matchId, { how, at: now.toString(), fields: [...modestFields] });
      return;
    }
    const contact = await fixedContactOf(unit, match.smallJobId);
    const about = {
      staffId: contact?.id ?? match.proposedByStaffId,
      citizenId: match.citizenId,
      matchId,
      smallJobId: match.smallJobId,
    };
    if (answer === 'call') {
      // A double click, or a page and an SMS: one call is enough.
      if ((await unit.tasks.count({ matchId, kind: 'call-citizen', doneAt: { isNull: true } })) > 0) return;
      const caller = contact && (await whoTakes(unit, contact, now));
      await openTask(unit, this.ids, {
        kind: 'call-citizen',
        ...about,
        staffId: caller?.id ?? about.staffId,
        dueAt: await callsAt(unit, caller, now),
      });
      await unit.record({ type: 'CallWished', citizenId: match.citizenId });
      return;
    }
    await unit.matches.update({
      ...match,
      state: matchStates.move(match.state, 'withdrawn'),
      decidedAt: now,
      lapsesAt: null,
      withdrawal: { reason: 'citizen-changed-mind', byStaffId: null },
    });
    await openTask(unit, this.ids, {
      kind: 'next-person',
      ...about,
      note: `${actor.name} vil ikke nævnes for firmaet`,
      dueAt: now,
    });
    await unit.record({ type: 'MatchWithdrawn', matchId });
  }
}

/** Within the contact's hours, so that the page can say truthfully when the phone rings (practice). */
async function callsAt(
  unit: UnitOfWork,
  contact: Staff | undefined,
  now: Temporal.Instant,
): Promise<Temporal.Instant> {
  if (!contact) return now;
  const today = localDateOf(now);
  return nextContactTime(contact.contactHours, now, await unit.holidays(today, addDays(today, 21)));
}
