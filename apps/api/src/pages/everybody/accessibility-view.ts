import type { Language } from '#domain';
import type { Site } from '../../http/site.js';
import { toDial } from '../contact-view.js';
import type { ShownPage } from '../frame/page.js';
import { everybodyWords } from '../words/everybody.js';
import { articlePage, section, type ArticleSection } from './article-view.js';

/** What the Danish act on web accessibility asks a public website to state (docs/sources.md). */
export function accessibilityPage(language: Language, site: Site): ShownPage {
  const w = everybodyWords[language].accessibility;
  const { status, madeOn, updatedOn, was } = site.accessibility;
  const { how } = w;
  const sections = [
    section(w.status.heading, { lines: [w.status[status]] }),
    section(w.gaps.heading, { list: w.gaps.list }),
    section(how.heading, {
      lines: [...how.lines, how.dates(onDay(madeOn, language), onDay(updatedOn, language))],
      links: was === undefined ? [] : [{ href: was, label: how.was, lang: language }],
    }),
    whomToTell(language, site),
    section(w.enforcement.heading, { lines: w.enforcement.lines }),
  ];
  return articlePage(w.tab, { heading: w.heading, intro: w.intro, sections });
}

function whomToTell(language: Language, { contacts }: Site): ArticleSection {
  const w = everybodyWords[language].accessibility.tell;
  const links = contacts.flatMap(({ municipality, email, phone }) => [
    { href: `mailto:${email}`, label: `${w.contact(municipality)} ${email}`, lang: language },
    { href: toDial(phone).link, label: `${w.contact(municipality)} ${toDial(phone).digits}`, lang: language },
  ]);
  return section(w.heading, { lines: links.length > 0 ? w.lines : [...w.lines, w.unknown], links });
}

/** With the year: a statement must be looked at again every year. */
const onDay = (day: string, language: Language): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(language === 'da' ? 'da-DK' : 'en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
