import { Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { ChangeSentences, SettingsDesk, type Sentences } from '#use-cases';
import { text } from '../../../http/fields/index.js';
import {
  fault,
  FormBody,
  FormView,
  noFaults,
  RefusedForm,
  submit,
  tick,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page, seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { textsWords as w } from '../../words/desk-texts.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { TEXTS } from './texts-view.js';

const PATH = `${TEXTS}/saetninger`;

class SentencesForm {
  @text({ max: 400, example: 'Så taler vi om et andet job.' }) nejDa!: string;
  @text({ max: 400, example: 'Then we talk about another job.' }) nejEn!: string;
  @tick() godkendt!: boolean;
  @text({ max: 200, optional: true, example: 'Torsdag kl. 14-16' }) tidDa?: string;
  @text({ max: 200, optional: true, example: 'Thursday 2-4 pm' }) tidEn?: string;
  @text({ max: 200, optional: true, example: 'Biblioteket, Vejle' }) sted?: string;
}

interface SentencesView {
  heading: string;
  errors: ErrorSummaryView | null;
  notice: {
    heading: string;
    intro: string;
    missing: string;
    applies: string;
    da: TextareaView;
    en: TextareaView;
    approved: ChoiceView;
  };
  advice: { heading: string; intro: string; da: InputView; en: InputView; where: InputView };
  save: string;
}

const sentencesPage = page<SentencesView>('staff/texts/sentences');

/** What a no means, and open advice: sentences that stand on pages and in offers. */
@Controller('kommune/tekster')
export class SentencesController {
  constructor(
    private readonly desk: SettingsDesk,
    private readonly changing: ChangeSentences,
  ) {}

  @Get('saetninger')
  @LeaderPage()
  show(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.page(actor);
  }

  @Post('saetninger')
  @LeaderPage()
  change(@StaffVisit() { actor }: Visit, @FormBody() typed: Typed): Promise<SeeOther | ShownPage> {
    return submit(SentencesForm, typed, {
      do: async (form) => {
        const wrong = wrongIn(form);
        if (wrong) throw new RefusedForm(() => this.page(actor, typed, wrong));
        await this.changing.execute(sentencesIn(form), actor);
        return seeOther(PATH, 'gemt');
      },
      again: (faults) => this.page(actor, typed, faults),
    });
  }

  private async page(actor: Actor, typed: Typed = {}, faults: Faults = noFaults): Promise<ShownPage> {
    const { sentences } = await this.desk.show(actor);
    const { noticeOnNo, openAdvice } = sentences;
    const f = new FormView('da', typed, faults);
    return sentencesPage({
      title: w.sentencesTab,
      heading: w.sentencesHeading,
      notice: {
        heading: w.noticeHeading,
        intro: w.noticeIntro,
        missing: noticeOnNo ? '' : w.noticeMissing,
        applies: w.noticeApplies,
        da: f.textarea('nejDa', w.da, { rows: 3, max: 400, value: noticeOnNo?.da ?? '' }),
        en: f.textarea('nejEn', w.en, { rows: 3, max: 400, value: noticeOnNo?.en ?? '' }),
        approved: f.choices('godkendt', w.approved, { options: [{ value: 'ja', label: w.approved }] }),
      },
      advice: {
        heading: w.adviceHeading,
        intro: w.adviceIntro,
        da: f.input('tidDa', w.whenDa, { optional: true, max: 200, value: openAdvice?.when.da ?? '' }),
        en: f.input('tidEn', w.whenEn, { optional: true, max: 200, value: openAdvice?.when.en ?? '' }),
        where: f.input('sted', w.where, { optional: true, max: 200, value: openAdvice?.where ?? '' }),
      },
      save: w.saveSentences,
      errors: f.errors(),
      status: faults.status,
      back: { href: TEXTS, label: w.back },
      messages: { gemt: w.sentencesSaved },
    });
  }
}

/** Nobody says by accident that the municipality has approved a sentence. */
function wrongIn({ godkendt, tidDa, tidEn, sted }: SentencesForm): Faults | undefined {
  if (!godkendt) return fault('godkendt', w.approvedMissing, w.approvedMissing);
  const given = [tidDa, tidEn, sted].filter((one) => one !== undefined).length;
  return given === 0 || given === 3 ? undefined : fault('tidDa', w.adviceWhole, w.adviceWhole);
}

const sentencesIn = ({ nejDa, nejEn, tidDa, tidEn, sted }: SentencesForm): Sentences => ({
  noticeOnNo: { da: nejDa, en: nejEn },
  openAdvice: tidDa && tidEn && sted ? { when: { da: tidDa, en: tidEn }, where: sted } : null,
});
