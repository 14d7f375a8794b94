import { Controller, Get, Post, Query } from '@nestjs/common';
import { instantOf, isoWithOffset, rejectReasons, type RejectReason } from '#domain';
import {
  choosableFields,
  ConfirmMatch,
  ProposalList,
  RecordInterest,
  RejectMatch,
  RemindCompany,
  ShowProposal,
  TaskRecords,
  WithdrawMatch,
  type ChoosableField,
  type ProposalFilter,
} from '#use-cases';
import { list, oneOf, text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { clockTime, day, FormBody, said, submit, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { placementWords } from '../../words/desk-placement.js';
import { proposalsWords as w } from '../../words/desk-proposals.js';
import { listPage, listState } from '../list/list-state.js';
import type { Refused } from '../placement/act-view.js';
import { actOn } from '../placement/act-on.js';
import { isMine } from '../placement/mine.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { WithdrawForm } from '../placement/withdraw-fields.js';
import { heardWays } from './proposal-acts.js';
import { proposalPage, proposalView } from './proposal-view.js';
import { proposalChoices, proposalsPage, proposalsView } from './proposals-view.js';

class InterestForm {
  @oneOf(heardWays) hvordan!: (typeof heardWays)[number];
  @day() dag!: string;
  @clockTime() klokken!: string;
  @list(oneOf(choosableFields), { max: 30, optional: true }) felter: ChoosableField[] = [];
  @oneOf(['ask', 'meet', 'direct']) start!: 'ask' | 'meet' | 'direct';
}
class YesForm {
  @oneOf(['meet', 'direct']) svar!: 'meet' | 'direct';
}
class NoForm {
  @oneOf(rejectReasons) grund!: RejectReason;
}
class RemindForm {}
class ToldForm {
  @text({ max: 2000, multiline: true, example: 'Jonas tager det roligt og vil gerne høre om et nyt' })
  udfald!: string;
}

const LIST = '/kommune/forslag';

/** *Forslag*: from the question to the citizen until the company has answered. */
@Controller('kommune/forslag')
export class StaffProposalsController {
  constructor(
    private readonly proposals: ProposalList,
    private readonly desk: ShowProposal,
    private readonly recordInterest: RecordInterest,
    private readonly confirmMatch: ConfirmMatch,
    private readonly rejectMatch: RejectMatch,
    private readonly remindCompany: RemindCompany,
    private readonly withdrawMatch: WithdrawMatch,
    private readonly tasks: TaskRecords,
  ) {}

  @Get()
  @StaffPage()
  async list(@Query() query: Record<string, unknown>, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    const state = listState(proposalChoices, query);
    const filter = {
      state: state.view,
      order: state.sort,
      mine: isMine(state),
    } as ProposalFilter;
    const page = listPage(state);
    const found = await this.proposals.execute(filter, page, actor);
    return proposalsPage({ title: w.tab, wide: true, ...proposalsView(found, state) });
  }

  @Get(':id')
  @StaffPage()
  show(@Id() id: string, @StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.page(id, visit);
  }

  @Post(':id/borgerens-ja')
  @StaffPage()
  interest(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(InterestForm, typed, {
      do: async ({ hvordan, dag, klokken, felter, start }) => {
        await this.recordInterest.execute(
          id,
          {
            how: hvordan,
            at: isoWithOffset(instantOf(dag, klokken)),
            fields: felter,
            ...(start !== 'ask' && { startWithoutMeeting: start === 'direct' }),
          },
          visit.actor,
        );
        return seeOther(`${LIST}/${id}`, 'vist');
      },
      ...this.again(id, 'borgerens-ja', typed, visit),
      at: { 'match.interest-in-future': said({ da: w, en: w }, ({ inFuture }) => inFuture, 'klokken') },
    });
  }

  @Post(':id/ja')
  @StaffPage()
  yes(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return submit(YesForm, typed, {
      do: async ({ svar }) => {
        const { offer } = await this.confirmMatch.execute(id, svar, visit.actor);
        return seeOther(`/kommune/tilbud/${offer.id}`, 'sendt');
      },
      ...this.again(id, 'ja', typed, visit),
      at: { 'match.citizen-wants-to-meet': 'svar' },
    });
  }

  @Post(':id/nej')
  @StaffPage()
  no(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return submit(NoForm, typed, {
      do: async ({ grund }) => {
        await this.rejectMatch.execute(id, grund, visit.actor);
        return seeOther(`${LIST}/${id}`, 'nej');
      },
      ...this.again(id, 'nej', typed, visit),
    });
  }

  @Post(':id/mind')
  @StaffPage()
  remind(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(RemindForm, typed, {
      do: async () => {
        await this.remindCompany.execute(id, visit.actor);
        return seeOther(`${LIST}/${id}`, 'mindet');
      },
      ...this.again(id, 'mind', typed, visit),
    });
  }

  @Post(':id/traek')
  @StaffPage()
  withdraw(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(WithdrawForm, typed, {
      do: async ({ hvorfor, hvordan }) => {
        await this.withdrawMatch.execute(id, visit.actor, hvorfor, hvordan);
        return seeOther(`${LIST}/${id}`, 'trukket');
      },
      ...this.again(id, 'traek', typed, visit),
    });
  }

  @Post(':id/sagt')
  @StaffPage()
  async told(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    const { tellCitizen } = await this.desk.execute(id, visit.actor);
    // A colleague was first, or this is a second click: it has been said.
    if (!tellCitizen) return seeOther(`${LIST}/${id}`, 'sagt');
    return submit(ToldForm, typed, {
      do: async ({ udfald }) => {
        await this.tasks.finish(tellCitizen.id, udfald, visit.actor);
        return seeOther(`${LIST}/${id}`, 'sagt');
      },
      ...this.again(id, 'sagt', typed, visit),
    });
  }

  private again(id: string, act: string, typed: Typed, visit: Visit) {
    return actOn(act, typed, (refused) => this.page(id, visit, refused));
  }

  private async page(id: string, { actor }: Visit, refused?: Refused): Promise<ShownPage> {
    const desk = await this.desk.execute(id, actor);
    return proposalPage({
      title: w.tab,
      wide: true,
      contact: null,
      back: { href: LIST, label: placementWords.rooms.proposals },
      messages: w.said,
      ...proposalView(desk, refused),
    });
  }
}
