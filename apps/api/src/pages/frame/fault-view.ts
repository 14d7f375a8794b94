/** A page for what went wrong. Nobody is known, so it is Danish with one line of English, and gives no hints. */
export interface FaultView {
  language: 'da';
  tab: string;
  municipality: string;
  heading: string;
  lines: string[];
  english: string;
  /** Back to the page with the buttons; empty when there is none. */
  again: string;
  /** What to tell us when it was our fault; empty otherwise. */
  id: string;
}

type Fault = Pick<FaultView, 'heading' | 'lines' | 'english'>;

const gone: Fault = {
  heading: 'Linket virker ikke længere.',
  lines: ['Ring til kommunen, så hjælper vi dig.'],
  english: 'This link no longer works. Please call the municipality, and we will help you.',
};
const notUnderstood: Fault = {
  heading: 'Vi forstod ikke svaret.',
  lines: ['Gå tilbage, og tryk på en af knapperne.'],
  english: 'We did not understand the answer. Please go back and press one of the buttons.',
};
const busy: Fault = {
  heading: 'Vi har travlt lige nu.',
  lines: ['Svaret er ikke gemt. Vent lidt, og prøv igen.'],
  english: 'We are busy right now, and nothing was saved. Please wait a moment and try again.',
};
const broken: Fault = {
  heading: 'Der gik noget galt hos os.',
  lines: ['Svaret er ikke gemt. Prøv igen, eller ring til kommunen.'],
  english: 'Something failed on our side, and nothing was saved. Please try again or call the municipality.',
};

export function faultView(status: number, path: string, id: string): FaultView {
  const fault = faultOf(status);
  return {
    ...fault,
    language: 'da',
    tab: 'Svar',
    municipality: '',
    again: fault === gone ? '' : path,
    id: fault === broken ? id : '',
  };
}

function faultOf(status: number): Fault {
  if (status === 404) return gone;
  if (status === 429 || status === 503) return busy;
  return status < 500 ? notUnderstood : broken;
}
