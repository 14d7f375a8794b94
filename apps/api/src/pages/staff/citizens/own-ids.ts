import type { ErrorSummaryView } from '../../frame/form/index.js';

interface Field {
  id: string;
  describedBy: string;
}
interface Choice extends Field {
  options: { id: string }[];
}

/** Several forms with the same fields stand on one page: every field gets ids of its own, by the row it is about. */
export function withOwnIds<V extends Field>(view: V, row: string): V {
  const rename = (id: string): string => id.replace(view.id, `${view.id}-${row}`);
  return {
    ...view,
    id: rename(view.id),
    describedBy: view.describedBy.split(' ').map(rename).join(' ').trim(),
    ...('options' in view && {
      options: (view as unknown as Choice).options.map((option) => ({ ...option, id: rename(option.id) })),
    }),
  };
}

/** Where the list of what is wrong leads to: the same field, by its new id. */
export const ownErrors = (errors: ErrorSummaryView | null, row: string): ErrorSummaryView | null =>
  errors && {
    ...errors,
    errors: errors.errors.map(({ href, text }) => ({
      href: href.replace(
        /^(#felt-[a-zA-Z]+)(-\d+)?$/,
        (_, field: string, place = '') => `${field}-${row}${place}`,
      ),
      text,
    })),
  };
