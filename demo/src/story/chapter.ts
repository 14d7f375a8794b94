import type { Stage } from './stage.js';

export interface Chapter {
  /** A short name for machines. */
  name: string;
  /** Does it, and answers the line that a person reads. Throws when it is not as it should be. */
  play(stage: Stage): Promise<string>;
}
