import { Controller, Get, Post, Req } from '@nestjs/common';
import { firstName, rejectReasons, type Actor, type Language, type RejectReason } from '#domain';
import { ConfirmMatch, MatchRecords, RejectMatch, type MatchRecord } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, submit, type Faults, type FieldsOfRefusals, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { type ProposalWords, proposalWords } from '../../words/employer-week.js';
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
  @Roles('employer')
  @Page()
  async list(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    const { language, contact } = visitor!;
    const w = proposalWords[language];
    return proposalsPage({
      title: w.tab,
      back: { href: '/firma', label: w.overview },
      ...proposalsView(await this.all(actor), contact, language),
    });
  }

  @Get(':id')
  @Roles('employer')
  @Page()
  show(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @Req() { visitor }: FastifyRequest,
  ): Promise<ShownPage> {
    return this.page(id, actor, visitor!.language);
  }

  @Post(':id/ja')
  @Roles('employer')
  @Page()
  yes(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() { visitor }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return this.answer(YesForm, id, actor, typed, visitor!.language, ({ start }) =>
      this.confirmMatch.execute(id, start, actor),
    );
  }

  @Post(':id/nej')
  @Roles('employer')
  @Page()
  no(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() { visitor }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return this.answer(NoForm, id, actor, typed, visitor!.language, ({ reason }) =>
      this.rejectMatch.execute(id, reason, actor),
    );
  }

  private async answer<F extends object>(
    form: new () => F,
    id: string,
    actor: Actor,
    typed: Typed,
    language: Language,
    act: (fields: F) => Promise<unknown>,
  ): Promise<SeeOther | ShownPage> {
    const record = await this.matches.show(id, actor);
    return submit(form, typed, {
      do: async (fields) => {
        // A colleague was first, or the link in the SMS was used: the page tells who answered what.
        if (record.match.state !== 'proposed') return seeOther(`/firma/forslag/${id}`, 'besvaret');
        await act(fields);
        return seeOther(`/firma/forslag/${id}`);
      },
      again: (faults) =>
        faults.list.some(({ code }) => code === 'match.wrong-state')
          ? this.page(id, actor, language)
          : this.page(id, actor, language, typed, faults),
      at: refusalsFor(record),
    });
  }

  private async page(
    id: string,
    actor: Actor,
    language: Language,
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
  const whole = (say: (w: ProposalWords) => string) => ({
    field: '',
    text: { da: say(proposalWords.da), en: say(proposalWords.en) },
  });
  const notNow = whole((w) => w.notPossibleNow(c));
  return {
    'match.does-not-fit': notNow,
    'match.not-possible-now': notNow,
    'match.no-interest': notNow,
    'municipality.no-notice-text': notNow,
    'small-job.wrong-state': whole((w) => w.jobNotOpen),
    'small-job.no-seat-left': whole((w) => w.noSeatLeft),
    'match.citizen-wants-to-meet': whole((w) => w.wantsToMeet),
  };
}
