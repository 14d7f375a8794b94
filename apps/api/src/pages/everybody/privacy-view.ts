import type { Language } from '#domain';
import type { Site } from '../../http/site.js';
import type { ShownPage } from '../frame/page.js';
import { everybodyWords } from '../words/everybody.js';
import { articlePage, section } from './article-view.js';

export function privacyPage(language: Language, { contacts }: Site): ShownPage {
  const w = everybodyWords[language].privacy;
  const links = contacts.map(({ municipality, dataProtectionEmail }) => ({
    href: `mailto:${dataProtectionEmail}`,
    label: `${w.who.write(municipality)} ${dataProtectionEmail}`,
    lang: language,
  }));
  const who = section(w.who.heading, {
    lines: links.length > 0 ? w.who.lines : [...w.who.lines, w.who.unknown],
    links,
  });
  const sections = [who, ...w.sections.map(({ heading, ...more }) => section(heading, more))];
  return articlePage(w.tab, { heading: w.heading, intro: w.intro, sections });
}
