import { page } from '../frame/page.js';
import type { ErrorSummaryView, InputView } from '../frame/form/index.js';

/** The pages of signing in and out; the controllers beside fill them. */
interface DoorView {
  heading: string;
  intro: string;
  doors: { href: string; label: string; text: string }[];
  demo: DemoDoors | null;
}

export interface DemoDoors {
  heading: string;
  people: { name: string; of: string; href: string }[];
}

interface AddressView {
  heading: string;
  intro: string;
  help: string;
  form: { address: InputView };
  errors: ErrorSummaryView | null;
  next: string;
  send: string;
  providers: { href: string; label: string }[];
  otherWay: { href: string; label: string };
  demo: DemoDoors | null;
}

interface CodeView {
  heading: string;
  intro: string;
  form: { code: InputView };
  errors: ErrorSummaryView | null;
  next: string;
  enter: string;
  noCode: string;
  noCodeText: string;
  again: { action: string; label: string };
  other: { href: string; label: string };
}

interface ChooseCompanyView {
  heading: string;
  intro: string;
  next: string;
  companies: { id: string; label: string; municipality: string }[];
}

interface TroubleView {
  heading: string;
  lines: string[];
  again: { href: string; label: string } | null;
}

interface KeptFormView {
  heading: string;
  text: string;
  path: string;
  fields: { name: string; value: string }[];
  send: string;
  drop: string;
}

interface SignedOutView {
  heading: string;
  text: string;
  provider: { href: string; label: string } | null;
  again: string;
}

export const doorPage = page<DoorView>('sign-in/doors');
export const addressPage = page<AddressView>('sign-in/address');
export const codePage = page<CodeView>('sign-in/code');
export const chooseCompanyPage = page<ChooseCompanyView>('sign-in/choose-company');
export const troublePage = page<TroubleView>('sign-in/trouble');
export const keptFormPage = page<KeptFormView>('sign-in/kept-form');
export const signedOutPage = page<SignedOutView>('sign-in/signed-out');
