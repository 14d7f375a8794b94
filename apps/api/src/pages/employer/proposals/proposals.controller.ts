import { Controller, Get, Post } from '@nestjs/common';
import { firstName, rejectReasons, type Actor, type RejectReason } from '#domain';
import { ConfirmMatch, MatchRecords, RejectMatch, type MatchRecord } from '#use-cases';
import { oneOf } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import {
  FormBody,
  said,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { proposalWords } from '../../words/employer-week.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { contactOf, proposalPage, proposalView } from './proposal-view.js';
import { proposalsPage, proposalsView } from './proposals-view.js';

class YesForm {
  @oneOf(['meet', 'direct']) start!: 'meet' | 'direct';
}
class NoForm {
  @oneOf(rejectReasons) reason!: RejectReason;
}

/** A company has a handful of proposals; nobody leafs through pages of people. */
const MOST = 200;

/** Proposals, and the answers to them, through the same use cases as the link in the SMS. */
@Controller('firma/forslag')
export class ProposalsController {
  constructor(
    private readonly matches: MatchRecords,
    private readonly confirmMatch: ConfirmMatch,
    private readonly rejectMatch: RejectMatch,
  ) {}

  @Get()
  @EmployerPage()
  async list(@Visit() { actor, language, contact }: CompanyVisit): Promise<ShownPage> {
    const w = proposalWords[language];
    return proposalsPage({
      title: w.tab,
      back: { href: '/firma', label: w.overview },
      ...proposalsView(await this.all(actor), contact, language),
    });
  }

  @Get(':id')
  @EmployerPage()
  show(@Id() id: string, @Visit() visit: CompanyVisit): Promise<ShownPage> {
    return this.page(id, visit);
  }

  @Post(':id/ja')
  @EmployerPage()
  yes(
    @Id() id: string,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    return this.answer(YesForm, id, typed, visit, ({ start }) =>
      this.confirmMatch.execute(id, start, visit.actor),
    );
  }

  @Post(':id/nej')
  @EmployerPage()
  no(
    @Id() id: string,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    return this.answer(NoForm, id, typed, visit, ({ reason }) =>
      this.rejectMatch.execute(id, reason, visit.actor),
    );
  }

  private async answer<F extends object>(
    form: new () => F,
    id: string,
    typed: Typed,
    visit: CompanyVisit,
    act: (fields: F) => Promise<unknown>,
  ): Promise<SeeOther | ShownPage> {
    const record = await this.matches.show(id, visit.actor);
    return submit(form, typed, {
      do: async (fields) => {
        // A colleague was first, or the link in the SMS was used: the page tells who answered what.
        if (record.match.state !== 'proposed') return seeOther(`/firma/forslag/${id}`, 'besvaret');
        await act(fields);
        return seeOther(`/firma/forslag/${id}`);
      },
      again: (faults) =>
        faults.list.some(({ code }) => code === 'match.wrong-state')
          ? this.page(id, visit)
          : this.page(id, visit, typed, faults),
      at: refusalsFor(record),
    });
  }

  private async page(
    id: string,
    { actor, language }: CompanyVisit,
    typed?: Typed,
    faults?: Faults,
  ): Promise<ShownPage> {
    const record = await this.matches.show(id, actor);
    const others = await this.all(actor, { smallJobId: record.smallJob.id, state: 'proposed' });
    const other = others.find(({ match }) => match.id !== id) ?? null;
    const w = proposalWords[language];
    return proposalPage({
      title: w.tab,
      back: { href: '/firma/forslag', label: w.back },
      contact: contactOf(record.contact),
      messages: { besvaret: w.alreadyAnswered },
      ...proposalView({ record, other, language, typed, faults }),
    });
  }

  private async all(
    actor: Actor,
    filter: { smallJobId?: string; state?: 'proposed' } = {},
  ): Promise<MatchRecord[]> {
    return (await this.matches.list(filter, { limit: MOST }, actor)).items;
  }
}

/** What a company can do about it, in its own words; why a person does not fit is not among them. */
function refusalsFor({ contact }: MatchRecord): FieldsOfRefusals {
  const c = contact ? firstName(contact) : '';
  const notNow = said(proposalWords, (w) => w.notPossibleNow(c));
  return {
    'match.does-not-fit': notNow,
    'match.not-possible-now': notNow,
    'match.no-interest': notNow,
    'municipality.no-notice-text': notNow,
    'small-job.wrong-state': said(proposalWords, (w) => w.jobNotOpen),
    'small-job.no-seat-left': said(proposalWords, (w) => w.noSeatLeft),
    'match.citizen-wants-to-meet': said(proposalWords, (w) => w.wantsToMeet),
  };
}
