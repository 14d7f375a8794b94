/** Signing in: to people of companies, citizens and staff alike. */
export const signInDa = {
  tab: 'Log ind',
  choose: 'Log ind',
  chooseIntro: 'Hvor hører du til?',
  toCompany: 'Et firma',
  toCompanyText: 'Med en kode på e-mail eller sms',
  toCitizen: 'Min egen side',
  toCitizenText: 'Med en kode på sms',
  toStaff: 'Kommunen',
  toStaffText: 'Med det login, du har på arbejdet',
  otherWay: 'Hører du til et andet sted?',
  demoHeading: 'Demo: vær en af dem',
  demoRoles: {
    consultant: 'konsulent',
    leader: 'leder',
    employer: 'firma',
    citizen: 'søger et småjob',
    integration: 'fagsystem',
  },

  companyHeading: 'Log ind for et firma',
  companyIntro: 'Skriv den e-mailadresse eller det mobilnummer, som kommunen har. Så får du en kode.',
  companyHelp: 'Er firmaet ikke med endnu, eller er nummeret nyt? Ring til kommunen.',
  companyField: 'E-mailadresse eller mobilnummer',
  throughProvider: (municipality: string): string => `Log ind med virksomhedens login hos ${municipality}`,

  citizenHeading: 'Log ind på din side',
  citizenIntro: 'Skriv dit mobilnummer. Så får du en kode på sms.',
  citizenHelp:
    'Får du e-mail i stedet for sms, så skriv din e-mailadresse. Har du fået en kode af din kontaktperson, så skriv dit nummer her først.',
  citizenField: 'Mobilnummer eller e-mailadresse',
  sendCode: 'Få en kode',
  notAnAddress: 'Skriv et telefonnummer med otte cifre eller en e-mailadresse.',
  waitSeconds: (seconds: number): string =>
    `Du har lige bedt om en kode. Vent ${seconds} sekunder, og prøv igen.`,
  waitLong: 'Der er bedt om mange koder herfra. Vent en time, eller ring til kommunen.',

  codeTab: 'Skriv koden',
  codeHeading: 'Skriv koden',
  codeIntro: (address: string): string =>
    `Kender vi ${address}, så er der sendt en kode dertil. Den virker i 10 minutter.`,
  codeField: 'Kode',
  codeHint: 'Seks cifre',
  enter: 'Log ind',
  noCode: 'Kommer der ingen kode?',
  noCodeCompany: 'Det kan tage et par minutter. Ring til kommunen, hvis den bliver væk.',
  noCodeCitizen:
    'Det kan tage et par minutter. Deler du telefon med andre, kan din kontaktperson give dig en kode i stedet.',
  sendAgain: 'Få en ny kode',
  otherAddress: 'Skriv et andet nummer eller en anden e-mailadresse',
  haveOne: 'Der er lige bedt om en kode. Har du en, så skriv den her. Ellers kan du få en ny om et minut.',
  haveOneLong:
    'Der er bedt om mange koder. Har du en, så skriv den her. Ellers vent en time, eller ring til kommunen.',
  sentAgain: 'Vi har gjort det igen. Brug den nyeste kode.',
  notACode: 'Koden er seks cifre.',
  wrongCode: (left: number): string =>
    left === 1
      ? 'Koden passer ikke. Du kan prøve en gang mere.'
      : `Koden passer ikke. Du kan prøve ${left} gange mere.`,
  codeOver: 'Koden virker ikke længere. Få en ny.',

  whichCompany: 'Hvilket firma?',
  whichCompanyIntro: 'Du kan logge ind for flere.',

  staffHeading: 'Log ind fra kommunen',
  staffIntro: 'Du logger ind hos din egen kommune og kommer tilbage hertil.',
  staffNone: 'Her er ikke sat et login op endnu. Spørg den, der driver siderne.',
  staffAt: (municipality: string): string => `Log ind hos ${municipality}`,

  notIn: 'Du blev ikke logget ind',
  notInText: 'Der gik noget galt på vejen, eller det tog for lang tid. Der er ikke sket andet.',
  noRole: 'Dit login er godt nok, men du har ikke adgang til siderne her.',
  unknown: 'Dit login er godt nok, men vi kan ikke finde dig her.',
  noCompany: 'Vi kan ikke finde et firma her med det cvr-nummer, du er logget ind med.',
  away: 'Login virker ikke lige nu',
  awayText: 'Vi kan ikke få fat i det sted, hvor du logger ind. Prøv igen om lidt.',
  tryAgain: 'Prøv igen',

  keptTab: 'Dine svar er gemt',
  keptHeading: 'Dine svar er gemt',
  keptText: 'Du var ikke logget ind længere, da du sendte dem. Send dem igen, så er det gjort.',
  keptButton: 'Send igen',
  keptDrop: 'Smid dem væk',
  nothingKept: 'Her ligger ikke noget til dig',
  nothingKeptText: 'Måske er det sendt, eller det er mere end en time siden.',
  toStart: 'Gå til start',

  outTab: 'Logget ud',
  outHeading: 'Du er logget ud',
  outText: 'Luk vinduet, hvis andre bruger den samme computer eller telefon.',
  outProvider: 'Log også ud der, hvor du loggede ind',
  inAgain: 'Log ind igen',
};
