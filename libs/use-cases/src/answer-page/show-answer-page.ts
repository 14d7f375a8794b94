import { DomainError, firstName, personCard, type Actor, type Language } from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { found } from '../wiring/permissions.js';
import { linkPurposes, type AnswerPage, type MatchPage } from './answer-page.js';
import { contactOf } from './contact-of.js';
import { interestPage } from './interest-page.js';
import { offerPage } from './offer-page.js';
import { openLiveLink } from './open-link.js';

/** Reads what a page shows. A GET changes nothing: mail scanners open links, people press buttons. */
export class ShowAnswerPage {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  /**
   * `visitor`: who is signed in, if anybody; on a phone that is shared only the citizen sees all. `language`: what was
   * chosen for this visit.
   */
  async execute(
    token: string,
    { visitor = null, ...chosen }: { visitor?: Actor | null; language?: Language } = {},
  ): Promise<AnswerPage> {
    const { transactor, secrets } = this;
    const { municipalityId, subjectId, purpose } = await openLiveLink(
      transactor,
      secrets,
      token,
      linkPurposes,
    );
    return transactor.inMunicipality<AnswerPage>(municipalityId, async (unit) => {
      if (purpose === 'match') return matchPage(unit, subjectId, chosen);
      const visit = { visitor, ...chosen };
      return purpose === 'interest'
        ? interestPage(unit, subjectId, visit)
        : offerPage(unit, subjectId, visit);
    });
  }
}

/** Companies are written to in Danish until they choose. */
async function matchPage(
  unit: UnitOfWork,
  matchId: string,
  { language = 'da' }: { language?: Language },
): Promise<MatchPage> {
  const match = found(await unit.matches.find(matchId), 'link.not-found');
  const smallJob = found(await unit.smallJobs.find(match.smallJobId), 'link.not-found');
  const company = found(await unit.companies.find(smallJob.companyId), 'link.not-found');
  const citizen = found(await unit.citizens.find(match.citizenId), 'link.not-found');
  if (match.interest === null) throw new DomainError('link.not-found');
  await unit.logAccess({
    who: company.name,
    staffId: null,
    companyId: company.id,
    citizenIds: [citizen.id],
    kind: 'shown',
    purpose: 'answer-page.match',
  });
  return {
    purpose: 'match',
    state: match.state,
    answeredBy: match.decidedBy,
    language,
    municipality: (await unit.municipality()).name,
    title: smallJob.title,
    contact: await contactOf(unit, smallJob, await unit.now()),
    companyContact: firstName(company.contact),
    card: personCard(match, citizen),
    mayStartDirectly: match.interest.startWithoutMeeting === true,
  };
}
