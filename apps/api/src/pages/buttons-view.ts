/** A form of buttons that send one word each: templates/partials/page-buttons.hbs. */
export interface ButtonsView {
  /** Where it goes; empty: the page itself. */
  action: string;
  /** Somebody is signed in: the form needs its marks. Whoever comes by a link has none. */
  marks: boolean;
  /** Goes along with every button. */
  always: { name: string; value: string }[];
  buttons: { name: string; value: string; label: string; look: 'first' | 'next' | 'light' }[];
}

/** A form without its buttons yet. */
export const buttonsTo = (marks: boolean, action = ''): Omit<ButtonsView, 'buttons'> => ({
  action,
  marks,
  always: [],
});
