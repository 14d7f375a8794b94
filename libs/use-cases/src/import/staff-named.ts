import { plainEmail, type Staff } from '#domain';
import { plainName } from './written-names.js';

/** Finds a member of staff by the name or e-mail in a file; `ambiguous` when two have the same name. */
export function staffNamed(staff: readonly Staff[], written: string): Staff | 'ambiguous' | undefined {
  const wanted = plainName(written);
  const hits = staff.filter(
    ({ name, email }) =>
      plainName(name) === wanted || (email !== null && plainEmail(email) === plainEmail(written)),
  );
  return hits.length > 1 ? 'ambiguous' : hits[0];
}
