import { Controller, Get, Post } from '@nestjs/common';
import { instantOf, localDateOf, localTimeOf, refuseUnless } from '#domain';
import {
  AskBroker,
  ProposeMatch,
  RankingBoard,
  ShowProposalDesk,
  type Board,
  type InterestInput,
  type ProposalSituation,
} from '#use-cases';
import { Id } from '../../../http/operation.js';
import {
  FormBody,
  noFaults,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { rankingAddress, rankingPath, readRankingState } from './addresses.js';
import {
  AskForm,
  askPage,
  askView,
  cannotPage,
  cannotView,
  isAskedByPerson,
  ProposeForm,
  proposePage,
  proposeView,
} from './propose-view.js';
import { takenPage, takenView } from './taken-view.js';

/** The words of the desk for what a form can be refused for. */
const refusals: FieldsOfRefusals = {
  'match.interest-in-future': 'kl',
  'citizen.in-play': { field: 'alligevel', text: { da: w.anywayNeeded, en: w.anywayNeeded } },
};
/** A colleague was first: that is a page of its own. */
const TAKEN = new Set(['citizen.in-play', 'match.already-exists', 'broker-question.already-asked']);

/** *Foreslå*: the citizen is asked before the company hears of anybody, and a colleague before the citizen. */
@Controller('kommune/job/:id/foreslaa/:borger')
export class ProposeController {
  constructor(
    private readonly desk: ShowProposalDesk,
    private readonly proposeMatch: ProposeMatch,
    private readonly askBroker: AskBroker,
    private readonly board: RankingBoard,
  ) {}

  @Get()
  @StaffPage()
  async show(
    @Id() id: string,
    @Id('borger') citizenId: string,
    @StaffVisit() visit: Visit,
  ): Promise<ShownPage> {
    return pageOf(await this.desk.execute(id, citizenId, visit.actor), {}, noFaults);
  }

  @Post()
  @StaffPage()
  propose(
    @Id() id: string,
    @Id('borger') citizenId: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(ProposeForm, typed, {
      do: async (form) => {
        const { actor } = visit;
        // The page showed somebody who was in play already, and that this has to be agreed.
        refuseUnless(form.fri !== 'nej' || form.alligevel, 'citizen.in-play');
        const situation = await this.desk.execute(id, citizenId, actor);
        const interest = interestOf(form, situation);
        await this.proposeMatch.execute(
          {
            smallJobId: id,
            citizenId,
            ...(form.note !== undefined && { note: form.note }),
            ...(interest && { interest }),
            onlyIfFree: form.fri !== 'nej',
            onlyOwn: true,
          },
          actor,
        );
        const asked = isAskedByPerson(situation) ? 'paalisten' : 'spurgt';
        return seeOther(`${rankingPath(id)}#p-${citizenId}`, interest ? 'foreslaaet' : asked);
      },
      again: (faults) => this.again(id, citizenId, typed, faults, visit),
      at: refusals,
    });
  }

  @Post('spoerg')
  @StaffPage()
  ask(
    @Id() id: string,
    @Id('borger') citizenId: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(AskForm, typed, {
      do: async ({ ord }) => {
        const input = { smallJobId: id, citizenId, ...(ord !== undefined && { word: ord }) };
        await this.askBroker.execute(input, visit.actor);
        // Among one's own a colleague's citizen does not stand.
        const everybody = rankingAddress(id, { ...readRankingState({}), scope: 'municipality' });
        return seeOther(`${everybody}#p-${citizenId}`, 'kollega');
      },
      again: (faults) => this.again(id, citizenId, typed, faults, visit),
    });
  }

  private async again(
    id: string,
    citizenId: string,
    typed: Typed,
    faults: Faults,
    { actor }: Visit,
  ): Promise<ShownPage> {
    const situation = await this.desk.execute(id, citizenId, actor);
    const isTaken = faults.list.some(({ code }) => code !== undefined && TAKEN.has(code));
    const knew = typed['fri'] === 'nej';
    if (!isTaken || knew || situation.person.standing.kind === 'free')
      return pageOf(situation, typed, faults);
    return takenPage({
      title: w.takenTab,
      back: { href: rankingPath(id), label: w.backToList },
      ...takenView(situation, await this.boardWithNext(id, actor), actor.staffId),
    });
  }

  /** Own citizens first; where none of them is free, the team's. */
  private async boardWithNext(id: string, actor: Visit['actor']): Promise<Board> {
    const show = (scope: 'mine' | 'team') => this.board.execute(id, { scope, limit: 20 }, actor);
    const mine = await show('mine');
    const isAnyFree = [...mine.people.values()].some(({ standing }) => standing.kind === 'free');
    return isAnyFree ? mine : show('team');
  }
}

function pageOf(situation: ProposalSituation, typed: Typed, faults: Faults): ShownPage {
  const { smallJob, result, person, isOwn } = situation;
  const frame = {
    title: w.proposeTab,
    back: { href: rankingPath(smallJob.id), label: w.backToList },
  };
  const isPossible = smallJob.status === 'open' && result.eligible && person.standing.kind !== 'here';
  if (!isPossible) return cannotPage({ ...frame, ...cannotView(situation) });
  return isOwn
    ? proposePage({ ...frame, ...proposeView(situation, typed, faults) })
    : askPage({ ...frame, ...askView(situation, typed, faults) });
}

/** Undefined: the citizen has not been talked with, and is asked. */
function interestOf(
  { hvordan, dag, kl, felter, direkte }: ProposeForm,
  { at: now }: ProposalSituation,
): InterestInput | undefined {
  if (hvordan === 'first') return undefined;
  const at = instantOf(dag ?? localDateOf(now), kl ?? localTimeOf(now));
  return { how: hvordan, at: at.toString(), fields: felter, startWithoutMeeting: direkte };
}
