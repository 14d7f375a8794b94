/** What stands around every page of the desk. */
export const deskWords = {
  navigation: {
    urgent: 'Haster nu',
    citizens: 'Borgere',
    smallJobs: 'Job',
    companies: 'Virksomheder',
    proposals: 'Forslag',
    allShifts: 'Vagter',
    calendar: 'Uge',
    figures: 'Tal',
    more: 'Mere',
  },
  urgentCount: 'at tage sig af',
  search: 'Søg efter navn, firma, job eller nummer',
  find: 'Søg',
  keysHelp: 'Taster',
  close: 'Luk',
};

export type DeskFrameWords = typeof deskWords;
