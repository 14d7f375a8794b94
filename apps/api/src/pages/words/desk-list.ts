/** Around every list of the desk. */
export const listWords = {
  views: 'Vis',
  filter: 'Afgræns og sortér',
  all: 'Alle',
  sort: 'Sortér efter',
  show: 'Vis listen',
  clear: 'Ryd',
  more: 'Vis flere',
  first: 'Til begyndelsen af listen',
};
