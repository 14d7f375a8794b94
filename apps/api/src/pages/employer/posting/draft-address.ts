import { Param } from '@nestjs/common';
import { DomainError, type ErrorCode, type PostingStep } from '#domain';
import type { ShownPostingDraft } from '#use-cases';
import { isUuid } from '../../../http/fields/words.js';
import { HttpProblem } from '../../../http/problem.js';
import { seeOther, type SeeOther } from '../../frame/page.js';
import { stepAt, TASKS } from './steps.js';

/** An id in an address that people see: what has another form leads nowhere, like one that is another company's. */
const idOr = (code: ErrorCode) => ({
  transform(value: string): string {
    if (!isUuid.test(value)) throw new DomainError(code);
    return value.toLowerCase();
  },
});

export const DraftId = (): ParameterDecorator => Param('id', idOr('posting-draft.not-found'));
export const TaskId = (): ParameterDecorator => Param('id', idOr('small-job.not-found'));

/** The step in an address: `uge`, `sted`, … */
export const StepName = (): ParameterDecorator =>
  Param('step', {
    transform(value: string): PostingStep {
      const step = stepAt(value);
      if (!step) throw new HttpProblem('not-found');
      return step;
    },
  });

/** A page that was left open after the draft was posted leads on to the task. */
export const posted = ({ draft }: ShownPostingDraft): SeeOther | undefined =>
  draft.smallJobId === null ? undefined : seeOther(`${TASKS}/${draft.smallJobId}`, 'allerede');
