import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { DomainError, refuseUnless, type Actor, type OwnWording, type TextPlace } from '#domain';
import { ChangeText, TextDesk, TryText, type TextFile } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { text } from '../../../http/fields/index.js';
import { Name } from '../../../http/operation.js';
import { wishId } from '../../../http/wish-id.js';
import {
  day,
  faultsOf,
  FormBody,
  noFaults,
  press,
  submit,
  typedText,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownFragment, type ShownPage } from '../../frame/page.js';
import { textsWords as w } from '../../words/desk-texts.js';
import { listState } from '../list/list-state.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { inOwnWords, lookFragment, lookView, textView, wordingIn } from './text-view.js';
import { nameOf, pathOf, textsChoices, textsView } from './texts-view.js';

class TextForm {
  @text({ max: 200, optional: true, example: 'Vi ses i morgen' }) emne?: string;
  @text({ max: 4000, multiline: true, example: 'Hej {fornavn}.' }) tekst!: string;
  @day({ optional: true }) fra?: string;
}

const atFields = {
  'text.subject-missing': 'emne',
  'text.too-long': 'tekst',
  'text.nothing-left': 'tekst',
  'text.other-link': 'tekst',
  'text.from-in-past': 'fra',
  'message.no-address': { field: '', text: { da: w.noAddress, en: w.noAddress } },
} as const;

/** Messages in the municipality's own words. */
@Controller('kommune/tekster')
export class TextPagesController {
  constructor(
    private readonly desk: TextDesk,
    private readonly changing: ChangeText,
    private readonly trying: TryText,
  ) {}

  @Get()
  @LeaderPage()
  async list(@StaffVisit() { actor }: Visit, @Query() query: Record<string, unknown>): Promise<ShownPage> {
    return textsView(await this.desk.list(actor), listState(textsChoices, query));
  }

  /** `?fra=standard` or `?fra=3`: begins with the standard, or with an earlier version. */
  @Get(':name/:language/:channel')
  @LeaderPage()
  async show(
    @Name('name', 'shift-reminder') name: string,
    @Name('language', 'da') language: string,
    @Name('channel', 'sms') channel: string,
    @StaffVisit() { actor }: Visit,
    @Query('fra') begin: unknown,
  ): Promise<ShownPage> {
    const place = placeOf(name, language, channel);
    const file = await this.desk.show(place, actor);
    const { subject, text: words } = beginning(file, begin);
    const typed = { emne: subject ?? '', tekst: words, fra: file.today };
    return textView(place, file, this.desk.look(place, { subject, text: words }), typed);
  }

  @Post(':name/:language/:channel')
  @LeaderPage()
  change(
    @Name('name', 'shift-reminder') name: string,
    @Name('language', 'da') language: string,
    @Name('channel', 'sms') channel: string,
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
    @Req() { once }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const place = placeOf(name, language, channel);
    return submit(TextForm, typed, {
      do: async ({ fra: from, ...form }) => {
        const wording = wordingIn(form, channel === 'sms');
        const wish = wishId(actor, once);
        if (typedText(typed, 'goer') === 'proev') return this.send(place, wording, actor, wish);
        await this.changing.execute(place, { wording, ...(from && { from }) }, actor, wish);
        return seeOther(pathOf(place), 'gemt');
      },
      again: (faults) => this.again(place, typed, actor, faults),
      at: atFields,
    });
  }

  /** While somebody is typing: how it reads, how much room is left, and what would be refused. */
  @Post(':name/:language/:channel/kig')
  @LeaderPage()
  look(
    @Name('name', 'shift-reminder') name: string,
    @Name('language', 'da') language: string,
    @Name('channel', 'sms') channel: string,
    @FormBody() typed: Typed,
  ): ShownFragment {
    const place = placeOf(name, language, channel);
    const wording = typedWording(place, typed);
    return lookFragment(lookView(this.desk.look(place, wording), this.refusal(place, wording)));
  }

  @Post(':name/:language/:channel/standard')
  @LeaderPage()
  standard(
    @Name('name', 'shift-reminder') name: string,
    @Name('language', 'da') language: string,
    @Name('channel', 'sms') channel: string,
    @StaffVisit() { actor }: Visit,
    @Req() { once }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const place = placeOf(name, language, channel);
    return press({
      do: async () => {
        await this.changing.execute(place, { wording: null }, actor, wishId(actor, once));
        return seeOther(pathOf(place), 'standard');
      },
      again: (faults) => this.again(place, {}, actor, faults),
    });
  }

  private async send(
    place: TextPlace,
    wording: OwnWording,
    actor: Actor,
    wish: string | undefined,
  ): Promise<SeeOther> {
    this.changing.check(place, wording);
    const { text: about } = await this.desk.show(place, actor);
    await this.trying.execute({ what: nameOf(about), place, wording }, actor, wish);
    return seeOther(pathOf(place), 'sendt');
  }

  private async again(
    place: TextPlace,
    typed: Typed,
    actor: Actor,
    faults: Faults = noFaults,
  ): Promise<ShownPage> {
    const look = this.desk.look(place, typedWording(place, typed));
    return textView(place, await this.desk.show(place, actor), look, typed, faults);
  }

  /** The first thing that keeps it from being saved; empty: it could be. */
  private refusal(place: TextPlace, wording: OwnWording): string {
    try {
      this.changing.check(place, wording);
      return '';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const [fault] = faultsOf(error)?.list ?? [];
      return fault ? inOwnWords(fault).text.da : '';
    }
  }
}

const typedWording = ({ channel }: TextPlace, typed: Typed): OwnWording =>
  wordingIn({ emne: typedText(typed, 'emne'), tekst: typedText(typed, 'tekst') }, channel === 'sms');

function placeOf(name: string, language: string, channel: string): TextPlace {
  refuseUnless(language === 'da' || language === 'en', 'text.not-found');
  refuseUnless(channel === 'sms' || channel === 'email', 'text.not-found');
  return { name, language, channel };
}

/** What one goes on from: an own text that is to come or holds, otherwise the standard. */
function beginning({ standard, now, versions }: TextFile, begin: unknown): OwnWording {
  if (begin === 'standard') return standard.wording;
  const chosen = versions.find(({ row }) => String(row.version) === begin)?.row.wording;
  const later = versions.find(({ is }) => is === 'later')?.row.wording;
  return chosen ?? later ?? now ?? standard.wording;
}
