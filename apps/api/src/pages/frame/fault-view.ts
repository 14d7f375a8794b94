import { ownPath } from '#domain';
import { isOfLink } from '../link-token.js';
import { page, type ShownPage } from './page.js';

/** A page for what went wrong: Danish with one line of English, since nobody may be known, and no hints. */
interface FaultView {
  heading: string;
  lines: string[];
  english: string;
  /** Back to the page with the buttons; empty when there is none. */
  again: string;
  /** What to tell us when it was our fault; empty otherwise. */
  id: string;
}

type Fault = Pick<FaultView, 'heading' | 'lines' | 'english'> & { tab?: string; wayBack?: boolean };

const fault = (heading: string, lines: string[], english: string, wayBack = true): Fault => ({
  heading,
  lines,
  english,
  wayBack,
});

const goneLink = fault(
  'Linket virker ikke længere.',
  ['Ring til kommunen, så hjælper vi dig.'],
  'This link no longer works. Please call the municipality, and we will help you.',
  false,
);
const notAnAnswer = fault(
  'Vi forstod ikke svaret.',
  ['Gå tilbage, og tryk på en af knapperne.'],
  'We did not understand the answer. Please go back and press one of the buttons.',
);
const byStatus: Readonly<Record<number, Fault>> = {
  400: fault(
    'Vi forstod ikke det, der blev sendt.',
    ['Intet er gemt. Gå tilbage, og prøv igen fra siden.'],
    'We did not understand what was sent, and nothing was saved. Please go back and try again from the page.',
  ),
  401: fault(
    'Log ind først.',
    ['Siden er kun for dem, der er logget ind.'],
    'Please sign in first. This page is only for people who are signed in.',
    false,
  ),
  403: fault(
    'Den side har du ikke adgang til.',
    ['Mangler du noget, så ring til din kontaktperson eller til kommunen.'],
    'You have no access to this page. If you need something, call your contact or the municipality.',
    false,
  ),
  404: fault(
    'Siden findes ikke.',
    ['Måske er den flyttet. Gå til forsiden, eller ring til kommunen.'],
    'There is no such page. Go to the front page, or call the municipality.',
    false,
  ),
  405: fault(
    'Det kan ikke gøres på den måde.',
    ['Gå tilbage, og prøv igen fra siden.'],
    'It cannot be done this way. Please go back and try again from the page.',
  ),
  409: fault(
    'Noget har ændret sig imens.',
    ['Intet er gemt. Åbn siden igen, og se, hvordan det står nu.'],
    'Something has changed in the meantime. Nothing was saved. Open the page again and see how things are now.',
  ),
  413: fault(
    'Der blev sendt for meget på én gang.',
    ['Intet er gemt. Gør teksten kortere, og prøv igen.'],
    'Too much was sent at once, and nothing was saved. Please make the text shorter and try again.',
  ),
  414: fault(
    'Adressen er for lang.',
    ['Måske er linket kopieret forkert. Prøv at åbne det igen fra beskeden.'],
    'The address is too long. Perhaps the link was copied wrongly. Try opening it again from the message.',
    false,
  ),
  415: fault(
    'Vi kan ikke læse det, der blev sendt.',
    ['Intet er gemt. Gå tilbage, og prøv igen fra siden.'],
    'We cannot read what was sent, and nothing was saved. Please go back and try again from the page.',
  ),
  422: fault(
    'Det kunne ikke gemmes.',
    ['Gå tilbage, ret det, og prøv igen.'],
    'It could not be saved. Please go back, correct it, and try again.',
  ),
  429: fault(
    'Vi har travlt lige nu.',
    ['Svaret er ikke gemt. Vent lidt, og prøv igen.'],
    'We are busy right now, and nothing was saved. Please wait a moment and try again.',
  ),
  503: fault(
    'Vi har travlt lige nu.',
    ['Svaret er ikke gemt. Vent lidt, og prøv igen.'],
    'We are busy right now, and nothing was saved. Please wait a moment and try again.',
  ),
};
const byCode: Readonly<Record<string, Fault>> = {
  'form-too-old': fault(
    'Siden har stået åben for længe.',
    ['Intet er gemt. Åbn siden igen, og prøv en gang til.'],
    'The page was open for too long, and nothing was saved. Please open it again and try once more.',
  ),
  'no-cookies': fault(
    'Din browser gemmer ikke cookies.',
    ['Uden dem kan vi ikke vide, hvem du er. Slå dem til, eller brug en anden browser.'],
    'Your browser keeps no cookies. Without them we cannot know who you are. Please switch them on, or use another browser.',
    false,
  ),
  'cross-site': fault(
    'Det kom fra en anden side.',
    ['Intet er gemt. Åbn siden hos os, og prøv derfra.'],
    'This came from another site, and nothing was saved. Please open the page here and try from there.',
  ),
};
const broken = fault(
  'Der gik noget galt hos os.',
  ['Svaret er ikke gemt. Prøv igen, eller ring til kommunen.'],
  'Something failed on our side, and nothing was saved. Please try again or call the municipality.',
);

const shownFault = page<FaultView>('fault');

/** What goes wrong where links of messages lead to is about an answer, and nobody came by a page of ours. */
const ofLinks: Readonly<Record<number, Fault>> = { 400: notAnAnswer, 404: goneLink };

/** `path` is where the request went. */
export function faultPage(status: number, path: string, id: string, code = ''): ShownPage {
  const ofLink = isOfLink(path) ? ofLinks[status] : undefined;
  const ofStatus = byStatus[status] ?? (status < 500 ? byStatus[400]! : broken);
  const found = byCode[code] ?? ofLink ?? ofStatus;
  const { heading, lines, english, wayBack } = found;
  return shownFault({
    title: found === goneLink ? 'Svar' : 'Fodfæste',
    language: 'da',
    status,
    heading,
    lines,
    english,
    again: wayBack ? (ownPath(path) ?? '') : '',
    id: found === broken ? id : '',
  });
}
