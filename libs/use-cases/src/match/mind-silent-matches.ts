import { firstName, isBefore, matchStates, type Match } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { contactFor, contactInWords, fixedContactOf } from '../contact/who-answers.js';
import { Correspondence } from '../message/correspondence.js';
import { openTask } from '../task/open-task.js';
import { found } from '../wiring/permissions.js';

/** A silent company is reminded once, and the contact gets it on the list. */
export class RemindEmployer {
  static readonly needs = [Transactor, Ids, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(municipalityId: string, matchId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const match = await unit.matches.lock(matchId);
      const now = await unit.now();
      if (match?.state !== 'proposed' || match.remindAt === null || isBefore(now, match.remindAt)) return;
      await unit.matches.update({ ...match, remindAt: null });
      const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'small-job.not-found');
      const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
      const contact = await contactFor(unit, smallJob.id, now);
      await this.correspondence.toCompany(unit, company, {
        template: 'match-reminder',
        data: {
          companyContact: firstName(company.contact),
          ...contactInWords(contact),
          title: smallJob.title,
        },
        question: 'match',
        subjectId: matchId,
        linkPurpose: 'match',
      });
      await openTask(unit, this.ids, {
        kind: 'employer-silent',
        staffId: contact.id,
        matchId,
        smallJobId: smallJob.id,
        dueAt: now,
      });
    });
  }
}

/** Nobody answered for days: the proposal lapses, and a person tells the citizen or looks further. */
export class LapseMatch {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(municipalityId: string, matchId: string): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const match = await unit.matches.lock(matchId);
      const now = await unit.now();
      if (!match || !matchStates.allows(match.state, 'lapsed')) return;
      if (match.lapsesAt === null || isBefore(now, match.lapsesAt)) return;
      const lapsed: Match = { ...match, state: 'lapsed', decidedAt: now, remindAt: null, lapsesAt: null };
      await unit.matches.update(lapsed);
      const contact = await fixedContactOf(unit, match.smallJobId);
      const note = match.state === 'asking' ? 'Borgeren har ikke svaret' : 'Virksomheden har ikke svaret';
      await openTask(unit, this.ids, {
        kind: match.state === 'asking' ? 'call-citizen' : 'tell-citizen-no',
        staffId: contact?.id ?? match.proposedByStaffId,
        citizenId: match.citizenId,
        matchId,
        smallJobId: match.smallJobId,
        note,
        dueAt: now,
      });
      await unit.record({ type: 'MatchLapsed', matchId });
    });
  }
}
