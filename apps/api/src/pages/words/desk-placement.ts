import type { Channel, Message } from '#domain';

/** What the pages of proposals, offers, agreements and companies say alike. */
export const placementWords = {
  rooms: { proposals: 'Forslag', offers: 'Tilbud', agreements: 'Aftaler' },
  whose: 'Hvis',
  mine: 'Mine',
  whoToCall: 'Hvem er med',
  citizen: 'Borgeren',
  company: 'Firmaet',
  contact: 'Kontaktpersonen',
  noContact: 'Ingen endnu',
  callTo: (who: string, digits: string): string => `Ring til ${who}: ${digits}`,
  channels: {
    sms: 'Vil helst have SMS',
    email: 'Vil helst have e-mail',
    call: 'Vil helst ringes op',
    letter: 'Vil helst have brev',
    'in-person': 'Vil helst tale sammen',
  } satisfies Record<Channel, string>,

  citizenSaid: 'Er det borgerens ønske: hvordan sagde borgeren det?',
  citizenSaidHint: 'Så får borgeren en kvittering.',

  sent: 'Beskeder om det',
  nothingSent: 'Der er ikke sendt noget.',
  letter: 'Besked',
  letters: {
    'interest-asked': 'Spørgsmål: må firmaet høre om borgeren?',
    'interest-noted': 'Kvittering for borgerens ja',
    'interest-declined': 'Kvittering for borgerens nej',
    'match-proposed': 'Forslaget',
    'match-reminder': 'Påmindelse om forslaget',
    'match-confirmed': 'Firmaet sagde ja',
    'match-rejected': 'Firmaet sagde nej',
    offer: 'Tilbuddet',
    'offer-reminder': 'Påmindelse om tilbuddet',
    'offer-receipt': 'Kvittering for svaret',
    'offer-expired': 'Fristen er gået',
    'offer-withdrawn': 'Tilbuddet er trukket tilbage',
    'offer-withdrawn-company': 'Det bliver ikke denne person',
    'offer-answered': 'Svaret på tilbuddet',
    'call-only': 'Ring til kontaktpersonen',
  } as Partial<Record<Message['template'], string>>,
  sentTo: (receiver: string, way: string): string => `til ${receiver} på ${way}`,
  receivers: { citizen: 'borgeren', company: 'firmaet', staff: 'kontaktpersonen' } satisfies Record<
    Message['receiver'],
    string
  >,
  ways: { sms: 'SMS', email: 'e-mail' } satisfies Record<Message['channel'], string>,
  waits: (at: string): string => `Sendes ${at}`,
  delivery: {
    sending: () => 'Er ved at blive sendt',
    sent: (at) => `Sendt ${at}; vi ved ikke endnu, om den er kommet frem`,
    delivered: (at) => `Kom frem ${at}`,
    failed: () => 'Kom ikke frem',
    uncertain: () => 'Vi ved ikke, om den kom frem',
  } as Record<Exclude<Message['state'], 'queued'>, (at: string) => string>,
  reasons: {
    'no-longer-relevant': 'Den gav ikke mening mere.',
    'receiver-left': 'Modtageren er der ikke mere.',
    'not-a-phone-number': 'Nummeret kan ikke få SMS.',
    'not-an-email-address': 'Adressen kan ikke få e-mail.',
    'said-by-person': 'En kollega har skrevet det ned.',
  } as Partial<Record<string, string>>,

  journal: 'Kopiér til journal',
  timeline: 'Det er sket',
  next: 'Det sker der nu',
  doing: 'Du kan også',
  saved: 'Det er gemt.',
  stale: 'Noget har ændret sig, siden du åbnede siden. Se, hvordan det står nu.',
  people: (count: number): string => (count === 1 ? '1 anden' : `${count} andre`),
};
