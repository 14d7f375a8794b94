import { Controller, Get, Post } from '@nestjs/common';
import { BeginPostingDraft } from '#use-cases';
import { oneOf, text } from '../../../http/fields/index.js';
import { FormBody, said, submit, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { employerPostWords } from '../../words/employer-post.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
import { showBegin } from './begin-view.js';
import { draftPath } from './steps.js';

const tiles = Object.keys(employerPostWords.da.tiles);

class BeginForm {
  @text({ max: 300, optional: true, example: 'rydde op hver morgen' }) sentence?: string;
  @oneOf(tiles, { optional: true }) slags?: string;
}

/** *Slå en opgave op* begins with one line, or one tap. */
@Controller('firma/opgaver/ny')
export class BeginTaskController {
  constructor(private readonly beginDraft: BeginPostingDraft) {}

  @Get()
  @EmployerPage()
  ask(@Visit() { language }: CompanyVisit): ShownPage {
    return showBegin(language);
  }

  @Post()
  @EmployerPage()
  begin(
    @FormBody() typed: Typed,
    @Visit() { actor, companyId, language }: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    return submit(BeginForm, typed, {
      do: async ({ sentence, slags }) => {
        const beginning = { sentence, kind: slags };
        const { id, answers } = await this.beginDraft.execute({ companyId, beginning }, actor);
        const known = answers.title !== undefined && answers.category !== undefined;
        return seeOther(draftPath(id, known ? 'week' : 'task'));
      },
      again: (faults) => showBegin(language, typed, faults),
      at: { 'posting-draft.incomplete': said(employerPostWords, (w) => w.somethingFirst, 'sentence') },
    });
  }
}
