import { Readable } from 'node:stream';
import type { Deadline } from '#use-cases';

/**
 * The content of a mail on its way to the server. Nodemailer reads it only after the server has said that it takes it
 * (354), piece by piece, and ends it with the dot that makes it count. So whether any of it was read tells "may have
 * arrived" from "certainly has not"; and content that stops before its end has certainly not arrived, which is how a
 * worker that slept too long keeps from sending.
 */
export class GatedContent {
  readonly stream: Readable;
  isTooLate = false;

  constructor(content: Readable, deadline: Deadline) {
    this.stream = Readable.from(this.whileThereIsTime(content, deadline), { objectMode: false });
  }

  get wasRead(): boolean {
    return this.stream.readableDidRead;
  }

  private async *whileThereIsTime(content: Readable, deadline: Deadline): AsyncGenerator<Buffer> {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      this.goOnUnlessLate(deadline);
      yield chunk;
    }
    this.goOnUnlessLate(deadline);
  }

  private goOnUnlessLate(deadline: Deadline): void {
    this.isTooLate = deadline.remainingMs() <= 0;
    if (this.isTooLate) throw new Error('too late to send');
  }
}
