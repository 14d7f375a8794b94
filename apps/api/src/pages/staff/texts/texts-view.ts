import { dayInWords, type LocalDate, type TextPlace } from '#domain';
import type { KnownText, TextLine } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { textsWords as w } from '../../words/desk-texts.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';

export const TEXTS = '/kommune/tekster';

interface TextsView {
  heading: string;
  intro: string;
  links: { href: string; label: string }[];
  list: ListView;
}

const textsPage = page<TextsView>('staff/texts/texts');

export const textsChoices: ListChoices = { path: TEXTS, views: w.views, filters: [], sorts: {} };

const belongs: Readonly<Record<string, (line: TextLine) => boolean>> = {
  borgere: ({ receiver }) => receiver === 'citizen',
  firmaer: ({ receiver }) => receiver === 'company',
  os: ({ receiver }) => receiver === 'staff',
  egne: ({ own }) => own.length > 0,
};

export function textsView(lines: readonly TextLine[], state: ListState): ShownPage {
  const shown = lines.filter(belongs[state.view]!);
  const list = listView({
    choices: textsChoices,
    state,
    counts: Object.fromEntries(
      Object.entries(belongs).map(([view, holds]) => [view, lines.filter(holds).length]),
    ),
    caption: w.caption,
    columns: w.columns,
    rows: shown.map((line) => ({
      id: line.name,
      href: pathOf({ name: line.name, language: 'da', channel: 'sms' }),
      cells: [
        nameOf(line),
        stateOf(line, 'da', 'sms'),
        stateOf(line, 'da', 'email'),
        line.languages.includes('en') ? english(line) : w.none,
      ],
    })),
    next: null,
    empty: w.empty,
  });
  return textsPage({
    title: w.tab,
    wide: true,
    heading: w.heading,
    intro: w.intro,
    links: [{ href: `${TEXTS}/saetninger`, label: w.sentences }],
    list,
  });
}

export const pathOf = ({ name, language, channel }: TextPlace): string =>
  `${TEXTS}/${name}/${language}/${channel}`;

export const nameOf = ({ template, choice }: Pick<KnownText, 'template' | 'choice'>): string =>
  w.named(w.messages[template] ?? template, choice === null ? null : (w.choices[choice] ?? choice));

function stateOf({ own }: TextLine, language: string, channel: string): { text: string; badge?: string } {
  const here = own.find((one) => one.language === language && one.channel === channel);
  return here ? { text: w.ownFrom(dayIn(here.from)) } : { text: w.standard };
}

const english = ({ own }: TextLine): string =>
  own.some(({ language }) => language === 'en') ? w.own : w.standard;

export const dayIn = (day: LocalDate): string => dayInWords(day);
