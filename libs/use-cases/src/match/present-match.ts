import { firstName, latest, matchStates, type Match } from '#domain';
import { Ids, type UnitOfWork } from '../ports/index.js';
import { contactFor, contactInWords } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { recordConsent } from '../my-page/record-consent.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';
import type { RecordedInterest } from './interest-input.js';

/** The two ways a new match goes: first to the citizen, or to the company when the citizen has agreed. */
export class PresentMatch {
  static readonly needs = [Ids, Correspondence] as const;

  constructor(
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  /** "Må Mette fortælle firmaet om dig?" A match that nobody answers lapses. */
  async askCitizen(unit: UnitOfWork, match: Match): Promise<Match> {
    const { settings } = await unit.municipality();
    const now = await unit.now();
    const asking: Match = { ...match, lapsesAt: now.add({ hours: settings.match.lapseAfterHours }) };
    await unit.matches.update(asking);
    const citizen = found(await unit.citizens.find(match.citizenId), 'citizen.not-found');
    const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'small-job.not-found');
    const contact = await contactFor(unit, smallJob.id, now);
    await this.correspondence.toCitizen(
      unit,
      citizen,
      contact,
      {
        template: 'interest-asked',
        data: {
          firstName: firstName(citizen),
          ...contactInWords(contact),
          title: smallJob.title,
          town: smallJob.workplace.town,
        },
        question: 'interest',
        subjectId: match.id,
        linkPurpose: 'interest',
      },
      { kind: 'ask-interest', matchId: match.id, smallJobId: smallJob.id },
    );
    await unit.wake('match.lapse', match.id, asking.lapsesAt ?? now);
    await unit.record({ type: 'CitizenAsked', matchId: match.id });
    return asking;
  }

  /** The company hears of a person, by pseudonym and agreed fields. Silent companies are reminded. */
  async toCompany(unit: UnitOfWork, match: Match, interest: RecordedInterest): Promise<Match> {
    const { settings } = await unit.municipality();
    const now = await unit.now();
    const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'small-job.not-found');
    const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
    const contact = await contactFor(unit, smallJob.id, now);
    const proposed: Match = {
      ...match,
      state: matchStates.move(match.state, 'proposed'),
      interest: {
        how: interest.how,
        at: interest.at,
        fields: interest.fields,
        startWithoutMeeting: interest.startWithoutMeeting ?? null,
        ...(interest.byStaffId && { byStaffId: interest.byStaffId }),
      },
      proposedAt: now,
      remindAt: now.add({ hours: settings.match.remindEmployerAfterHours }),
      lapsesAt: now.add({ hours: settings.match.lapseAfterHours }),
    };
    await unit.matches.update(proposed);
    await recordConsent(unit, this.ids, {
      citizenId: match.citizenId,
      kind: 'card',
      matchId: match.id,
      action: 'given',
      fields: interest.fields,
      how: interest.how,
    });
    const written = await this.correspondence.toCompany(unit, company, {
      template: 'match-proposed',
      data: { companyContact: firstName(company.contact), ...contactInWords(contact), title: smallJob.title },
      question: 'match',
      subjectId: match.id,
      linkPurpose: 'match',
    });
    if (written.length === 0) {
      await openTask(unit, this.ids, {
        kind: 'tell-company',
        staffId: contact.id,
        matchId: match.id,
        smallJobId: smallJob.id,
        dueAt: now,
      });
    }
    await unit.wake('match.remind-employer', match.id, latest(now, proposed.remindAt ?? now));
    await unit.wake('match.lapse', match.id, proposed.lapsesAt ?? now);
    await unit.record({ type: 'MatchProposed', matchId: match.id });
    return proposed;
  }
}
