/** A collective agreement whose lowest wage stands in the rates, and the categories of tasks it usually covers. */
export interface AgreementArea {
  /** The scope of its rates. */
  id: string;
  agreement: string;
  categories: readonly string[];
}

/** Nobody found the wages of green work, caretaking and offices: those categories have no floor. */
export const agreementAreas: readonly AgreementArea[] = [
  {
    id: 'rengoering',
    agreement: 'Serviceoverenskomsten (DI og 3F)',
    categories: ['oprydning', 'rengoering', 'skurvogne', 'service'],
  },
  { id: 'lager', agreement: 'Fællesoverenskomsten (DIO II og 3F)', categories: ['lager'] },
  { id: 'transport', agreement: 'Transportoverenskomsten (ATL og 3F)', categories: ['transport'] },
  {
    id: 'koekken-hotel',
    agreement: 'Hotel- og restaurationsoverenskomsten (Horesta og 3F)',
    categories: ['koekken', 'afrydning'],
  },
  { id: 'industri', agreement: 'Industriens overenskomst', categories: ['produktion'] },
  { id: 'butik', agreement: 'Butiksoverenskomsten (HK og Dansk Erhverv)', categories: ['butik'] },
  { id: 'post', agreement: 'Postoverenskomsten', categories: ['post'] },
];

export const areaOf = (category: string): AgreementArea | undefined =>
  agreementAreas.find(({ categories }) => categories.includes(category));
