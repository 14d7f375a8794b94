/** Task categories: slug, Danish name, group. Related slugs count as a near hit for a job goal. */
export interface Category {
  id: string;
  name: string;
  group: 'rengøring og service' | 'lager og transport' | 'køkken' | 'ude' | 'butik og kontor' | 'produktion';
  related: readonly string[];
}

export const categories: readonly Category[] = [
  {
    id: 'oprydning',
    name: 'Oprydning',
    group: 'rengøring og service',
    related: ['rengoering', 'service', 'lager'],
  },
  {
    id: 'rengoering',
    name: 'Rengøring',
    group: 'rengøring og service',
    related: ['oprydning', 'service', 'skurvogne'],
  },
  {
    id: 'skurvogne',
    name: 'Rengøring af skurvogne',
    group: 'rengøring og service',
    related: ['rengoering', 'oprydning'],
  },
  {
    id: 'service',
    name: 'Service',
    group: 'rengøring og service',
    related: ['rengoering', 'vicevaert', 'oprydning'],
  },
  { id: 'lager', name: 'Lager', group: 'lager og transport', related: ['post', 'oprydning', 'produktion'] },
  { id: 'post', name: 'Post og pakker', group: 'lager og transport', related: ['lager', 'kontor'] },
  { id: 'transport', name: 'Kørsel og medhjælp', group: 'lager og transport', related: ['lager', 'post'] },
  { id: 'koekken', name: 'Køkken', group: 'køkken', related: ['afrydning', 'rengoering'] },
  { id: 'afrydning', name: 'Afrydning efter frokost', group: 'køkken', related: ['koekken', 'service'] },
  { id: 'gartner', name: 'Gartner og grønt', group: 'ude', related: ['vicevaert'] },
  { id: 'vicevaert', name: 'Vicevært', group: 'ude', related: ['gartner', 'service'] },
  { id: 'butik', name: 'Butik', group: 'butik og kontor', related: ['lager', 'service'] },
  { id: 'kontor', name: 'Kontor', group: 'butik og kontor', related: ['post'] },
  { id: 'produktion', name: 'Produktion', group: 'produktion', related: ['lager'] },
];

const byId = new Map(categories.map((category) => [category.id, category]));

export const findCategory = (id: string): Category | undefined => byId.get(id);

const spoken = categories.map((category) => ({ category, name: category.name.toLocaleLowerCase('da-DK') }));

/** The category that a dream in free words names, if it names one. */
export function categoryInWords(words: string): Category | undefined {
  const lower = words.toLocaleLowerCase('da-DK');
  return spoken.find(({ category, name }) => lower.includes(category.id) || lower.includes(name))?.category;
}

/** The name of a category that somebody has as a goal; what is no longer known keeps its slug. */
export const goalName = (slug: string): string => findCategory(slug)?.name ?? slug;
