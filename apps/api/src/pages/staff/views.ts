import type { ChoiceView, ErrorSummaryView, InputView } from '../frame/form/index.js';
import { page } from '../frame/page.js';

interface StartView {
  heading: string;
  who: string;
  canDo: string;
  doors: { href: string; label: string; text: string }[];
}

export interface KeyRow {
  id: string;
  name: string;
  holder: string;
  made: string;
  lastUsed: string;
  ends: string;
  /** Null: it is over already. */
  stop: string | null;
}

interface KeysView {
  heading: string;
  intro: string;
  make: string;
  none: string;
  columns: { holder: string; made: string; lastUsed: string; ends: string };
  rows: KeyRow[];
  stop: string;
}

interface NewKeyView {
  heading: string;
  form: { name: InputView; role: ChoiceView; staff: ChoiceView; company: ChoiceView; lastDay: InputView };
  errors: ErrorSummaryView | null;
  make: string;
}

interface MadeKeyView {
  heading: string;
  text: string;
  /** Empty when it was shown before. */
  key: string;
  back: { href: string; label: string };
}

export const startPage = page<StartView>('staff/start');
export const keysPage = page<KeysView>('staff/keys');
export const newKeyPage = page<NewKeyView>('staff/new-key');
export const madeKeyPage = page<MadeKeyView>('staff/made-key');
