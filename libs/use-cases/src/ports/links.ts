/** Where answer pages live, seen from the person who gets a message. */
export abstract class Links {
  /** Absolute address of an answer page, `https://.../o/<token>`. */
  abstract answerPage(purpose: 'interest' | 'offer' | 'match' | 'shift', token: string): string;
  /** Absolute address of a page that asks who one is: `/firma/…`. Holds no secret. */
  abstract page(path: string): string;
}
