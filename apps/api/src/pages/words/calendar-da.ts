/** The secret address of a calendar: what is said to a citizen, to a company, and to both. */
export const calendarDa = {
  citizen: {
    title: 'Din kalender',
    intro: 'Få dine vagter i kalenderen på din telefon. Der står kun »Vagt« og tiden.',
    address: 'Din adresse',
    secret: 'Del den ikke. Den, der har adressen, kan se dine tider.',
    howTo: 'Virker det ikke? Kopiér adressen, og sæt den ind i din kalender.',
  },
  company: {
    title: 'Jeres kalender',
    intro: 'Få vagterne i jeres egen kalender. Der står kun »Vagt«, tid og sted, og aldrig et navn.',
    address: 'Jeres adresse',
    secret: 'Del den kun med kolleger. Den, der har adressen, kan se vagternes tid og sted.',
    howTo: 'Virker det ikke? Kopiér adressen, og sæt den ind i jeres kalender.',
  },
  make: 'Lav en adresse',
  open: 'Åbn i kalenderen',
  renew: 'Lav en ny adresse',
  renewHint: 'Så virker den gamle ikke mere.',
  close: 'Luk adressen',
  made: 'Adressen er klar.',
  closed: 'Adressen er lukket.',
};
