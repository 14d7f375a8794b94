import { refuseUnless, wayOfPage, type Actor, type Match } from '#domain';
import { Ids, Transactor, type UnitOfWork } from '../ports/index.js';
import { fixedContactOf } from '../contact/who-answers.js';
import { AnswerInterest } from '../match/answer-interest.js';
import { RecordInterest } from '../match/record-interest.js';
import { WithdrawMatch } from '../match/withdraw-match.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import type { ChoosableField } from './card-choices.js';
import { refuseUnlessCitizen, type CitizenActor } from './own-record.js';
import { recordConsent } from './record-consent.js';

/**
 * The citizen decides what a company sees. It holds from the company's very next request on, since a card is made
 * anew each time from what is agreed.
 */
export class ChangeMyCard {
  static readonly needs = [Transactor, Ids, RecordInterest, AnswerInterest, WithdrawMatch] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly recordInterest: RecordInterest,
    private readonly answerInterest: AnswerInterest,
    private readonly withdrawMatch: WithdrawMatch,
  ) {}

  /** For a job that nobody has been told of, this is the yes to tell. @throws match.not-found, match.wrong-state */
  async show(matchId: string, fields: readonly ChoosableField[], actor: Actor): Promise<void> {
    refuseUnlessCitizen(actor);
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const match = await own(unit, matchId, actor);
      const now = await unit.now();
      if (match.state === 'asking') {
        const interest = { how: 'link' as const, at: now.toString(), fields: [...fields] };
        await this.recordInterest.within(unit, matchId, interest);
        return;
      }
      const { interest } = match;
      const mayChange = (match.state === 'proposed' || match.state === 'confirmed') && interest !== null;
      refuseUnless(mayChange, 'match.wrong-state', { from: match.state });
      if (sameFields(interest.fields, fields)) return;
      await unit.matches.update({ ...match, interest: { ...interest, fields: [...fields] } });
      await recordConsent(unit, this.ids, {
        citizenId: match.citizenId,
        kind: 'card',
        matchId,
        action: fields.length === 0 ? 'withdrawn' : 'given',
        fields: [...fields],
        how: wayOfPage(actor),
      });
    });
  }

  /** The company shall not see the card any more, or hear of the person at all. @throws match.not-found, match.wrong-state */
  async withdraw(matchId: string, actor: Actor): Promise<void> {
    refuseUnlessCitizen(actor);
    await this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const match = await own(unit, matchId, actor);
      if (match.state === 'withdrawn') return;
      if (match.state === 'asking') {
        await this.answerInterest.within(unit, matchId, 'no', 'link', actor);
        return;
      }
      // After the company's yes there is an offer: it is answered there, with what a no means beside it.
      refuseUnless(match.state === 'proposed', 'match.wrong-state', { from: match.state, to: 'withdrawn' });
      await this.withdrawMatch.within(unit, matchId, { reason: 'citizen-changed-mind', byStaffId: null });
      await this.tellContact(unit, match, actor);
      await recordConsent(unit, this.ids, {
        citizenId: match.citizenId,
        kind: 'card',
        matchId,
        action: 'withdrawn',
        fields: [],
        how: wayOfPage(actor),
      });
    });
  }

  /** The job is looked for somebody else to, as after a no by SMS. */
  private async tellContact(unit: UnitOfWork, match: Match, actor: CitizenActor): Promise<void> {
    const contact = await fixedContactOf(unit, match.smallJobId);
    await openTask(unit, this.ids, {
      kind: 'next-person',
      staffId: contact?.id ?? match.proposedByStaffId,
      citizenId: match.citizenId,
      matchId: match.id,
      smallJobId: match.smallJobId,
      note: `${actor.name} vil ikke nævnes for firmaet mere`,
      dueAt: await unit.now(),
    });
  }
}

async function own(unit: UnitOfWork, matchId: string, actor: CitizenActor): Promise<Match> {
  const peek = found(await unit.matches.find(matchId), 'match.not-found');
  refuseUnless(peek.citizenId === actor.citizenId, 'match.not-found');
  // The small job before the match, as everywhere.
  await unit.smallJobs.lock(peek.smallJobId);
  return found(await unit.matches.lock(matchId), 'match.not-found');
}

const sameFields = (before: readonly string[], after: readonly string[]): boolean =>
  before.length === after.length && after.every((field) => before.includes(field));
