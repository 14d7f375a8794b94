import type { Temporal } from '#domain';
import type { EstimateBudget, FitQuestion } from './estimate-budget.js';

/** One question of a company, asked and paid once, however often its transaction has to be begun again. */
export class AskedOnce<Answer extends object> {
  private asked: { question: FitQuestion; at: Temporal.Instant; known: Answer | undefined } | undefined;

  constructor(private readonly budget: EstimateBudget) {}

  /** What is known already. @throws posting.too-many-estimates */
  ask(question: FitQuestion, at: Temporal.Instant): Answer | undefined {
    this.asked ??= { question, at, known: this.budget.ask<Answer>(question, at) };
    return this.asked.known;
  }

  /** Once the transaction is over and the calculation stands in the access log. */
  keep(answer: Answer): void {
    if (this.asked && !this.asked.known) this.budget.keep(this.asked.question, answer, this.asked.at);
  }
}
