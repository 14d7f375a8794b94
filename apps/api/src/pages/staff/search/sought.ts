import { Injectable } from '@nestjs/common';
import { Secrets } from '#use-cases';

/** The name in an address of what was searched for. */
export const SOUGHT = 's';

const PATH = '/kommune/soeg';

/**
 * What one searches for is posted and stands sealed in the address that it leads to: names of citizens stand in no
 * address, history or log, and *back* from somebody who was found leads to the list again. Sealed for the one who
 * searched; to anybody else it says nothing.
 */
@Injectable()
export class Sought {
  constructor(private readonly secrets: Secrets) {}

  address(words: string, staffId: string): string {
    const sealed = this.secrets.seal(JSON.stringify({ sought: words, by: staffId }));
    return `${PATH}?${SOUGHT}=${encodeURIComponent(sealed)}`;
  }

  /** Undefined where nothing was searched for. */
  read(sealed: unknown, staffId: string): string | undefined {
    if (typeof sealed !== 'string') return undefined;
    try {
      const { sought, by } = JSON.parse(this.secrets.unseal(sealed)) as { sought?: unknown; by?: unknown };
      return typeof sought === 'string' && by === staffId ? sought : undefined;
    } catch {
      return undefined;
    }
  }
}
