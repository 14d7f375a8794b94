import { importKinds, instantInWords, type Import } from '#domain';
import {
  FormView,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, type ShownPage } from '../../frame/page.js';
import { importWords as w } from '../../words/desk-import.js';

interface UploadView {
  heading: string;
  lead: string;
  form: { kind: ChoiceView; file: InputView };
  errors: ErrorSummaryView | null;
  look: string;
  templates: {
    heading: string;
    text: string;
    kinds: { kind: string; links: { href: string; label: string }[] }[];
  };
  earlier: {
    heading: string;
    caption: string;
    columns: readonly string[];
    none: string;
    rows: { id: string; href: string; name: string; kind: string; at: string; by: string; state: string }[];
  };
}

export const uploadPage = page<UploadView>('staff/imports/upload');

export const IMPORTS = '/kommune/indlaes';

export function uploadView(files: readonly Import[], typed: Typed, faults: Faults): ShownPage {
  const f = new FormView('da', typed, faults);
  const options = importKinds.map((kind) => ({ value: kind, label: w.kinds[kind] }));
  const form = {
    kind: f.choice('slags', w.kind, { options }),
    file: f.input('fil', w.file, { hint: w.fileHint }),
  };
  return uploadPage({
    title: w.tab,
    heading: w.heading,
    lead: w.lead,
    contact: null,
    form,
    errors: f.errors(),
    look: w.look,
    messages: { 'smidt-ud': w.discarded },
    templates: {
      heading: w.templates,
      text: w.templatesText,
      kinds: importKinds.map((kind) => ({
        kind: w.kinds[kind],
        links: [
          { href: `${IMPORTS}/skabelon/${kind}.xlsx`, label: 'Excel' },
          { href: `${IMPORTS}/skabelon/${kind}.csv`, label: 'CSV' },
        ],
      })),
    },
    earlier: {
      heading: w.earlier,
      caption: w.earlierCaption,
      columns: w.columnsOfList,
      none: w.earlierNone,
      rows: files.map(({ id, kind, fileName, createdAt, by, state, rowsForgottenAt }) => ({
        id,
        href: `${IMPORTS}/${id}`,
        name: rowsForgottenAt ? w.forgotten : fileName || w.noName,
        kind: w.kinds[kind],
        at: instantInWords(createdAt),
        by: w.byWhom(by.name),
        state: w.states[state],
      })),
    },
  });
}
