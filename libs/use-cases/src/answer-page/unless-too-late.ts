import { DomainError } from '#domain';

/**
 * What `change` gives back, or null when it came too late: it was said already, the thing has moved on, or a rule has
 * come to say no since the page was shown. None of these is a fault of whoever pressed the button.
 */
export async function unlessTooLate<T>(change: () => Promise<T>): Promise<T | null> {
  try {
    return await change();
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'conflict' || error.kind === 'rule')) return null;
    throw error;
  }
}
