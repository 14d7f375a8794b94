/** Where answer pages live, seen from the person who gets a message. */
export abstract class Links {
  /** Absolute address of an answer page, `https://.../o/<token>`. */
  abstract answerPage(purpose: 'interest' | 'offer' | 'match', token: string): string;
}
