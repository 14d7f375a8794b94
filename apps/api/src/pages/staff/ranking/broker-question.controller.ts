import { Controller, Get, Post } from '@nestjs/common';
import { firstName, refuseUnless } from '#domain';
import { AnswerBrokerQuestion, type BrokerQuestion } from '#use-cases';
import { oneOf, text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import {
  FormBody,
  FormView,
  noFaults,
  submit,
  tick,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page, seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { rankingWords as w } from '../../words/desk-ranking.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { citizenPath, rankingPath } from './addresses.js';
import { inPlayWarnings } from './propose-view.js';

class AnswerForm {
  @oneOf(['yes', 'no']) svar!: 'yes' | 'no';
  @text({ max: 1000, multiline: true, optional: true, example: 'Hun er lige begyndt et andet sted' })
  ord?: string;
  /** The page showed that somebody else is asking, and the broker knows. */
  @tick() alligevel!: boolean;
  /** Whether the page showed somebody who was free. */
  @oneOf(['ja', 'nej'], { optional: true }) fri?: 'ja' | 'nej';
}

interface QuestionView {
  heading: string;
  lead: string;
  note: string;
  person: { href: string; label: string };
  errors: ErrorSummaryView | null;
  /** Null once it is answered, and for whoever is not asked. */
  form: { answer: ChoiceView; word: TextareaView; anyway: ChoiceView | null; free: string } | null;
  warnings: string[];
  submit: string;
  state: string;
}

const questionPage = page<QuestionView>('staff/ranking/question');

/** "Spørg Lars": the broker answers yes or no with a word, and a yes asks the citizen. */
@Controller('kommune/job/:id/spoerg/:opgave')
export class BrokerQuestionController {
  constructor(private readonly questions: AnswerBrokerQuestion) {}

  @Get()
  @StaffPage()
  show(@Id() id: string, @Id('opgave') taskId: string, @StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.shown(id, taskId, visit, {}, noFaults);
  }

  @Post()
  @StaffPage()
  answer(
    @Id() id: string,
    @Id('opgave') taskId: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(AnswerForm, typed, {
      do: async ({ svar: answer, ord: word, alligevel, fri }) => {
        refuseUnless(answer === 'no' || fri !== 'nej' || alligevel, 'citizen.in-play');
        const said = { answer, onlyIfFree: fri !== 'nej', ...(word !== undefined && { word }) };
        await this.questions.execute(taskId, said, visit.actor);
        return seeOther(rankingPath(id), 'svaret');
      },
      again: (faults) => this.shown(id, taskId, visit, typed, faults),
      at: {
        'broker-question.needs-word': 'ord',
        'citizen.in-play': { field: 'alligevel', text: { da: w.anywayNeeded, en: w.anywayNeeded } },
      },
    });
  }

  private async shown(
    id: string,
    taskId: string,
    { actor }: Visit,
    typed: Typed,
    faults: Faults,
  ): Promise<ShownPage> {
    const question = await this.questions.show(taskId, actor);
    return questionPage({
      title: w.questionTab,
      back: { href: rankingPath(id), label: w.backToList },
      ...questionView(question, typed, faults),
    });
  }
}

function questionView(
  { task, smallJob, person, asker, mayAnswer, hasOpenOffer }: BrokerQuestion,
  typed: Typed,
  faults: Faults,
): QuestionView {
  const f = new FormView('da', typed, faults);
  const broker = person.broker ? firstName(person.broker) : w.aColleague;
  const isOpen = task.doneAt === null;
  const warnings = inPlayWarnings({ person, hasOpenOffer });
  const isFree = warnings.length === 0;
  const form = {
    free: isFree ? 'ja' : 'nej',
    anyway: isFree ? null : f.choices('alligevel', '', { options: [{ value: 'ja', label: w.anyway }] }),
    answer: f.choice('svar', w.answer, {
      options: (['yes', 'no'] as const).map((value) => ({
        value,
        label: w.answers[value],
        hint: w.answerHints[value],
      })),
    }),
    word: f.textarea('ord', w.word, { optional: true, rows: 3, max: 1000 }),
  };
  const word = task.outcome ?? '';
  return {
    heading: w.questionHeading(asker ? firstName(asker) : w.aColleague, person.name),
    lead: w.questionFor(smallJob.title),
    note: task.note ?? '',
    person: { href: citizenPath(person.id), label: person.name },
    errors: f.errors(),
    form: isOpen && mayAnswer ? form : null,
    warnings: isOpen && mayAnswer ? warnings : [],
    submit: w.doAnswer,
    state: isOpen
      ? mayAnswer
        ? ''
        : w.notYours(broker)
      : task.answer === 'no'
        ? w.answeredNo(broker, word)
        : task.answer === 'yes'
          ? w.answeredYes(broker)
          : w.answeredItself(word),
  };
}
