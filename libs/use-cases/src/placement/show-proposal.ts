import {
  openMatchStates,
  openOfferStates,
  Temporal,
  type Actor,
  type Citizen,
  type Company,
  type Match,
  type Message,
  type Offer,
  type Staff,
  type Task,
} from '#domain';
import { Transactor, type UnitOfWork } from '../ports/index.js';
import { mayRemindAt } from '../match/may-remind-at.js';
import { cardChoices, type CardChoice } from '../my-page/card-choices.js';
import { MatchRecords, type MatchRecord } from '../records/match-records.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';
import { staffNames } from './around.js';

/** A proposal as the municipality works on it: both sides, the card, and what can be done now. */
export interface ProposalDesk extends MatchRecord {
  now: Temporal.Instant;
  company: Company;
  citizen: Citizen;
  broker: Staff | null;
  /** What each field would put on the company's card; fields with nothing in them are left out. */
  choices: CardChoice[];
  /** What came of a yes. */
  offer: Offer | null;
  agreementId: string | null;
  /** Another offer waits for the citizen's answer: one at a time. */
  otherOffer: Offer | null;
  /** How many others are proposed for the same small job, or wait to be asked. */
  others: number;
  /** What went out about it, the newest first. */
  messages: Message[];
  /** From when the company can be reminded; null: not any more, or there is nobody to remind. */
  mayRemindAt: Temporal.Instant | null;
  /** The contact still has to tell the citizen that it was a no. */
  tellCitizen: Task | null;
  /** Names of the staff who are named by id. */
  staff: ReadonlyMap<string, string>;
}

export class ShowProposal {
  static readonly needs = [Transactor, MatchRecords] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly matches: MatchRecords,
  ) {}

  async execute(matchId: string, actor: Actor): Promise<ProposalDesk> {
    refuseUnlessStaff(actor);
    const record = await this.matches.show(matchId, actor);
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => beside(unit, record));
  }
}

async function beside(unit: UnitOfWork, record: MatchRecord): Promise<ProposalDesk> {
  const { match, smallJob } = record;
  const { id: matchId, citizenId } = match;
  const company = found(await unit.companies.find(smallJob.companyId), 'company.not-found');
  const citizen = found(await unit.citizens.find(citizenId), 'citizen.not-found');
  const offer = await unit.offers.first({ matchId });
  const agreement = offer && (await unit.agreements.first({ offerId: offer.id }));
  const open = await unit.offers.first({ citizenId, state: { in: openOfferStates } });
  const inPlay = await unit.matches.count({ smallJobId: smallJob.id, state: { in: openMatchStates } });
  const tellCitizen = await unit.tasks.first({
    matchId,
    kind: 'tell-citizen-no',
    doneAt: { isNull: true },
  });
  return {
    ...record,
    now: await unit.now(),
    company,
    citizen,
    broker: citizen.brokerId ? ((await unit.staff.find(citizen.brokerId)) ?? null) : null,
    choices: cardChoices(match, citizen),
    offer: offer ?? null,
    agreementId: agreement?.id ?? null,
    otherOffer: open && open.id !== offer?.id ? open : null,
    others: openMatchStates.includes(match.state) ? inPlay - 1 : inPlay,
    messages: await unit.messages.list(
      { subjectId: matchId },
      { order: [{ by: 'createdAt', direction: 'desc' }] },
    ),
    mayRemindAt: match.state === 'proposed' ? await mayRemindAt(unit, match) : null,
    tellCitizen: tellCitizen ?? null,
    staff: await staffNames(unit, namedIn(match)),
  };
}

const namedIn = ({ proposedByStaffId, reminders, withdrawal }: Match): (string | null)[] => [
  proposedByStaffId,
  ...reminders.map(({ byStaffId }) => byStaffId),
  withdrawal?.byStaffId ?? null,
];
