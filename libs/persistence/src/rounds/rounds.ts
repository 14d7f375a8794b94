interface Asked {
  question: unknown;
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
}

interface Group {
  answerAll: (questions: never[]) => Promise<unknown[]>;
  asked: Asked[];
}

/**
 * Several pieces of work share a transaction and go on side by side (ADR 0029). What they ask until all of them wait is a
 * round: questions of one form become one statement, and the answers of a round are given together, so that the pieces stay
 * in step and their next questions meet again.
 */
export class Rounds {
  private groups = new Map<string, Group>();
  private isUnderWay = false;
  private failure: { error: unknown } | undefined;

  /**
   * @param form what the question has in common with those that `answerAll` can answer with it
   * @param answerAll as many answers as questions, in their order
   * @throws what the statement, or an earlier one of the same transaction, failed with
   */
  ask<Q, A>(form: string, question: Q, answerAll: (questions: Q[]) => Promise<A[]>): Promise<A> {
    return new Promise<A>((resolve, reject) => {
      this.throwFailure();
      let group = this.groups.get(form);
      if (!group) this.groups.set(form, (group = { answerAll, asked: [] }));
      group.asked.push({ question, resolve, reject });
      this.callForARound();
    });
  }

  /** A question that is the same for everybody who asks it in this round. */
  askOnce<A>(form: string, answer: () => Promise<A>): Promise<A> {
    return this.ask(form, null, async (asked) => {
      const same = await answer();
      return asked.map(() => same);
    });
  }

  /** One piece of work has failed, and the transaction with it: the others need not go on. */
  giveUp(error: unknown): void {
    this.failure ??= { error };
  }

  /** @throws what the transaction failed with, if it did */
  throwFailure(): void {
    if (this.failure) throw this.failure.error;
  }

  private callForARound(): void {
    if (this.isUnderWay) return;
    this.isUnderWay = true;
    // After everything that is ready to go on has gone as far as its next question.
    setImmediate(() => void this.go());
  }

  private async go(): Promise<void> {
    const groups = [...this.groups.values()];
    this.groups = new Map();
    const questionsOf = ({ asked }: Group): never[] => asked.map(({ question }) => question as never);
    const answered = await Promise.allSettled(
      groups.map(async (group) => {
        // Nothing may follow a rollback: it would be outside of any transaction.
        this.throwFailure();
        return group.answerAll(questionsOf(group));
      }),
    );
    this.isUnderWay = false;
    // In the order in which PostgreSQL met them: what comes after the first only says that the transaction is over.
    for (const outcome of answered) if (outcome.status === 'rejected') this.giveUp(outcome.reason);
    answered.forEach((outcome, place) => {
      groups[place]!.asked.forEach(({ resolve, reject }, at) => {
        if (outcome.status === 'fulfilled') resolve(outcome.value[at] as never);
        else reject(outcome.reason);
      });
    });
    if (this.groups.size > 0) this.callForARound();
  }
}
