import { Ids } from '#use-cases';
import { v7 } from 'uuid';

/** UUID v7: ids made later sort later, so the newest rows share the pages of an index. */
export class TimeOrderedIds extends Ids {
  next(): string {
    return v7();
  }
}
