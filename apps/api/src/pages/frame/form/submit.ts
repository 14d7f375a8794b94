import type { Class } from '../../../http/fields/index.js';
import { ShownPage, type SeeOther } from '../page.js';
import { faultsOf, type Faults, type FieldsOfRefusals } from './faults.js';
import type { Typed } from './form-body.js';
import { readForm } from './read-form.js';
import { RefusedForm } from './refused-form.js';

interface Submission<T> {
  /** Does it, and says where to go: `seeOther('/firma/uge', 'gemt')`. */
  do: (fields: T) => Promise<SeeOther | ShownPage>;
  /** The same page again with what was typed. Runs after everything `do` began has been taken back. */
  again: (faults: Faults) => Promise<ShownPage> | ShownPage;
  at?: FieldsOfRefusals;
}

type Pressed = Omit<Submission<never>, 'do'> & { do: () => Promise<SeeOther | ShownPage> };

/**
 * A form: read, done, and 303; or 422 (409 when somebody else was first) and the page again with everything typed.
 * Whatever a person cannot do anything about is thrown on.
 */
export const submit = <T extends object>(
  type: Class<T>,
  typed: Typed,
  { do: act, ...rest }: Submission<T>,
): Promise<SeeOther | ShownPage> => press({ do: async () => act(readForm(type, typed)), ...rest });

/** The same for a form without fields, as a button, and for one whose fields are read by what is done. */
export async function press({ do: act, again, at }: Pressed): Promise<SeeOther | ShownPage> {
  try {
    return await act();
  } catch (error) {
    const faults = faultsOf(error, at);
    if (!faults) throw error;
    throw refusal(faults, again);
  }
}

/** For what only the page knows to refuse. */
export const refusal = (faults: Faults, again: Submission<never>['again']): RefusedForm =>
  new RefusedForm(async () => withStatus(await again(faults), faults.status));

const withStatus = ({ name, rendered, view }: ShownPage, status: number): ShownPage =>
  new ShownPage(name, rendered, { ...view, status });
