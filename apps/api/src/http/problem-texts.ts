import type { ErrorCode, ErrorKind } from '#domain';
import type { Text } from './text.js';

export const statusOfKind: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  rule: 422,
  'too-often': 429,
  unavailable: 503,
};

/** What each refusal of the domain is called to a person: what is so, and what to do. */
export const problemTexts: Readonly<Record<ErrorCode, Text>> = {
  'not-allowed': {
    da: 'Din rolle må ikke gøre dette. Spørg en leder.',
    en: 'Your role may not do this. Ask a leader.',
  },
  'staff.not-found': {
    da: 'Medarbejderen findes ikke i kommunen. Se listen under /staff.',
    en: 'There is no such member of staff here. See the list at /staff.',
  },
  'category.unknown': {
    da: 'Kategorien findes ikke. Vælg en fra /categories.',
    en: 'There is no such category. Choose one from /categories.',
  },
  'company.not-found': { da: 'Firmaet findes ikke.', en: 'There is no such company.' },
  'company.cvr-taken': {
    da: 'Et firma med dette cvr-nummer er allerede oprettet. Brug det.',
    en: 'A company with this CVR number exists already. Use that one.',
  },
  'company.cvr-invalid': {
    da: 'Cvr-nummeret findes ikke. Tjek de otte cifre.',
    en: 'This is not a CVR number. Check the eight digits.',
  },
  'company.closing-days-invalid': {
    da: 'Lukkedagene slutter, før de begynder. Ret datoerne.',
    en: 'The closing days end before they begin. Correct the dates.',
  },
  'company.closing-days-past': {
    da: 'Den første lukkedag er allerede gået. Vælg en dag, der kommer.',
    en: 'The first closing day has been. Choose a day to come.',
  },
  'company.closing-days-too-long': {
    da: 'Lukkedagene er mere end et år. Ring til kontaktpersonen, hvis firmaet lukker helt.',
    en: 'The closing days are more than a year. Call the contact if the company closes for good.',
  },
  'company.closing-days-not-found': {
    da: 'Lukkedagene findes ikke. Måske er de allerede fjernet.',
    en: 'There are no such closing days. Perhaps they have been removed already.',
  },
  'company.closing-days-too-late': {
    da: 'Det er for sent at fortryde lukkedagene. Ring til kontaktpersonen.',
    en: 'It is too late to take the closing days back. Call the contact.',
  },
  'company-user.not-found': {
    da: 'Brugeren findes ikke i firmaet.',
    en: 'The company has no such user.',
  },
  'company-user.already-there': {
    da: 'Firmaet har allerede en bruger med den e-mailadresse eller det nummer.',
    en: 'The company already has a user with that e-mail address or number.',
  },
  'company-user.unreachable': {
    da: 'Skriv en e-mailadresse eller et telefonnummer, som koden kan sendes til.',
    en: 'Give an e-mail address or a phone number that the code can be sent to.',
  },
  'company-user.last-one': {
    da: 'Det er firmaets sidste bruger. Ring til kommunen, hvis ingen skal kunne logge ind.',
    en: 'This is the last user of the company. Call the municipality if nobody should be able to sign in.',
  },
  'company-user.is-contact': {
    da: 'Det er firmaets kontaktperson. Vælg først, hvem der skal være det i stedet.',
    en: 'This is the contact person of the company. First choose who takes over.',
  },
  'company-user.no-phone': {
    da: 'Kontaktpersonen skal have et telefonnummer.',
    en: 'The contact person needs a phone number.',
  },
  'api-key.not-found': { da: 'Nøglen findes ikke.', en: 'There is no such key.' },
  'api-key.needs-person': {
    da: 'En nøgle kan ikke lave nøgler. Det gør en leder, der er logget ind.',
    en: 'A key cannot make keys. A leader who has signed in does that.',
  },
  'api-key.holder-invalid': {
    da: 'En nøgle for medarbejdere hører til én medarbejder, en for et firma til ét firma, og en til et fagsystem til ingen.',
    en: 'A key of the staff belongs to one member of staff, an employer’s to one company, and one for a system to nobody.',
  },
  'api-key.ends-too-soon': {
    da: 'Nøglen skal slutte i fremtiden.',
    en: 'The key must end in the future.',
  },
  'citizen.no-sign-in-address': {
    da: 'Borgeren har hverken telefon eller e-mailadresse. Skriv en af dem ind først.',
    en: 'The citizen has neither a phone nor an e-mail address. Enter one of them first.',
  },
  'visit.not-found': { da: 'Besøget findes ikke.', en: 'There is no such visit.' },
  'visit.observation-not-found': {
    da: 'Besøget har ingen iagttagelse med det nummer.',
    en: 'The visit has no observation with that number.',
  },
  'visit.observation-already-a-job': {
    da: 'Iagttagelsen er allerede blevet til et småjob. Åbn det i stedet.',
    en: 'The observation has become a small job already. Open that one.',
  },
  'small-job.not-found': { da: 'Småjobbet findes ikke.', en: 'There is no such small job.' },
  'small-job.wrong-state': {
    da: 'Småjobbet er et andet sted i forløbet nu. Hent det igen, og se, hvad der kan gøres.',
    en: 'The small job is at another stage now. Fetch it again and see what can be done.',
  },
  'small-job.no-fixed-contact': {
    da: 'Småjobbet mangler en fast kontaktperson, der kan ringes til. Vælg en, og slå det så op.',
    en: 'The small job has no fixed contact who can be called. Choose one, then publish.',
  },
  'small-job.too-many-hours': {
    da: 'Et småjob er under 20 timer om ugen. Sæt timerne ned.',
    en: 'A small job is below 20 hours a week. Lower the hours.',
  },
  'small-job.shifts-overlap': {
    da: 'To af ugens vagter ligger oven i hinanden. Ret tiderne.',
    en: 'Two shifts of the week overlap. Correct the times.',
  },
  'small-job.dates-invalid': {
    da: 'Slutdatoen ligger før startdatoen. Ret datoerne.',
    en: 'The end date is before the start date. Correct the dates.',
  },
  'small-job.start-in-past': {
    da: 'Den første dag er allerede gået. Vælg i dag eller senere.',
    en: 'The first day has been. Choose today or later.',
  },
  'small-job.shift-ends-before-start': {
    da: 'En vagt slutter, før den begynder. Kun en vagt fra kl. 18 eller senere kan slutte næste dag.',
    en: 'A shift ends before it begins. Only a shift from 6 pm or later can end the next day.',
  },
  'small-job.break-too-long': {
    da: 'Pausen er lige så lang som vagten eller længere. Gør den kortere.',
    en: 'The break is as long as the shift or longer. Make it shorter.',
  },
  'small-job.open-offer': {
    da: 'Et tilbud er sendt og venter på svar, så timer, løn og sted kan ikke ændres. Vent på svaret, eller træk tilbuddet tilbage.',
    en: 'An offer is waiting for an answer, so hours, pay and place cannot change. Wait for it, or withdraw the offer.',
  },
  'small-job.positions-below-taken': {
    da: 'Så få pladser kan det ikke blive: flere er allerede givet eller tilbudt.',
    en: 'It cannot have so few seats: more are taken or offered already.',
  },
  'small-job.no-seat-left': {
    da: 'Alle pladser er taget. Find et andet småjob, eller vent på en ledig plads.',
    en: 'All seats are taken. Find another small job, or wait for a free seat.',
  },
  'posting-draft.not-found': {
    da: 'Kladden findes ikke mere. Begynd på en ny.',
    en: 'The draft is not there any more. Begin a new one.',
  },
  'posting-draft.incomplete': {
    da: 'Kladden mangler noget, før den kan slås op. Se `details.missing`.',
    en: 'The draft lacks something before it can be published. See `details.missing`.',
  },
  'posting-draft.already-posted': {
    da: 'Kladden er slået op. Ret opgaven i stedet.',
    en: 'The draft has been published. Change the task instead.',
  },
  'posting-draft.nobody-to-mail': {
    da: 'Vi har ingen e-mailadresse at sende til. Kladden er gemt og står på listen.',
    en: 'We have no e-mail address to send to. The draft is saved and stands on the list.',
  },
  'posting.too-many-estimates': {
    da: 'Vi har regnet mange gange for jer på kort tid. Prøv igen om lidt, eller ring til kommunen.',
    en: 'We have calculated many times for you in a short time. Try again in a while, or call the municipality.',
  },
  'contact.not-set': {
    da: 'Småjobbet har ingen fast kontaktperson endnu. Vælg en først.',
    en: 'The small job has no fixed contact yet. Choose one first.',
  },
  'contact.same-person': {
    da: 'Det er allerede den person. Vælg en anden.',
    en: 'It is that person already. Choose another.',
  },
  'contact.cover-overlaps': {
    da: 'En anden dækker allerede nogle af de dage. Vælg andre dage.',
    en: 'Somebody else covers some of those days already. Choose other days.',
  },
  'contact.cover-invalid': {
    da: 'Dækningen slutter, før den begynder. Ret datoerne.',
    en: 'The cover ends before it begins. Correct the dates.',
  },
  'citizen.not-found': { da: 'Borgeren findes ikke.', en: 'There is no such citizen.' },
  'citizen.channel-unreachable': {
    da: 'Borgeren kan ikke nås på den valgte måde. Tilføj nummer eller adresse, eller vælg en anden måde.',
    en: 'The citizen cannot be reached that way. Add the number or address, or choose another way.',
  },
  'citizen.hours-invalid': {
    da: 'Timerne passer ikke sammen: ønsket skal ligge mellem mindst og højst.',
    en: 'The hours do not fit together: the wish must lie between min and max.',
  },
  'citizen.window-invalid': {
    da: 'Et af tidsrummene i ugen er forkert. Ret tiderne.',
    en: 'One of the windows of the week is wrong. Correct the times.',
  },
  'citizen.goals-invalid': {
    da: 'Jobmålene skal have hver sin plads i rækken, fra 1.',
    en: 'The job goals must each have a rank of their own, from 1.',
  },
  'citizen.cpr-invalid': {
    da: 'Cpr-nummeret kan ikke være rigtigt. Tjek de ti cifre.',
    en: 'This cannot be a CPR number. Check the ten digits.',
  },
  'phone.invalid': {
    da: 'Telefonnummeret kan ikke bruges. Skriv otte cifre, eller begynd med landekoden.',
    en: 'The phone number cannot be used. Write eight digits, or begin with the country code.',
  },
  'ranking.not-found': {
    da: 'Listen findes ikke, eller den er ikke gemt længere.',
    en: 'There is no such ranking, or it is not kept any more.',
  },
  'assignment.keep-not-possible': {
    da: 'Et par, du vil holde fast i, kan ikke lade sig gøre. Se hvilket nedenfor, og tag det ud.',
    en: 'A pair that you want to keep is not possible. See which one below, and take it out.',
  },
  'assignment.too-slow': {
    da: 'Det tog for lang tid at finde den bedste plan. Prøv igen om lidt, eller med færre krav.',
    en: 'It took too long to find the best plan. Try again in a while, or with fewer conditions.',
  },
  'match.not-found': { da: 'Forslaget findes ikke.', en: 'There is no such match.' },
  'match.wrong-state': {
    da: 'Forslaget er et andet sted i forløbet nu. Hent det igen, og se, hvad der kan gøres.',
    en: 'The match is at another stage now. Fetch it again and see what can be done.',
  },
  'match.already-exists': {
    da: 'Borgeren er allerede foreslået til dette småjob. Brug det forslag.',
    en: 'The citizen is proposed for this small job already. Use that match.',
  },
  'match.does-not-fit': {
    da: 'Borgeren og småjobbet passer ikke sammen. Se under details, hvilke krav det gælder.',
    en: 'The citizen and the small job do not fit. See which constraints under details.',
  },
  'match.no-interest': {
    da: 'Borgeren har ikke sagt ja til at blive nævnt for firmaet. Spørg først.',
    en: 'The citizen has not agreed to be mentioned to the company. Ask first.',
  },
  'match.interest-already-recorded': {
    da: 'Borgerens svar er allerede skrevet ned.',
    en: 'The answer of the citizen is recorded already.',
  },
  'match.not-possible-now': {
    da: 'Det kan ikke lade sig gøre lige nu. Ring til kontaktpersonen.',
    en: 'This is not possible right now. Please call the contact person.',
  },
  'match.citizen-wants-to-meet': {
    da: 'Borgeren vil gerne mødes først. Aftal et møde.',
    en: 'The citizen wants to meet first. Arrange a meeting.',
  },
  'match.interest-in-future': {
    da: 'Samtalen kan ikke ligge i fremtiden. Ret tidspunktet.',
    en: 'The talk cannot lie in the future. Correct the time.',
  },
  'offer.not-found': { da: 'Tilbuddet findes ikke.', en: 'There is no such offer.' },
  'offer.already-answered': {
    da: 'Tilbuddet er allerede besvaret. Hent det for at se svaret.',
    en: 'The offer has been answered already. Fetch it to see the answer.',
  },
  'offer.expired': {
    da: 'Svarfristen er gået, og pladsen er givet fri. Lav et nyt tilbud, hvis der er plads.',
    en: 'The time to answer has passed and the seat is free. Make a new offer if there is room.',
  },
  'offer.withdrawn': { da: 'Tilbuddet er trukket tilbage.', en: 'The offer has been withdrawn.' },
  'offer.wrong-state': {
    da: 'Tilbuddet er et andet sted i forløbet nu. Hent det igen, og se, hvad der kan gøres.',
    en: 'The offer is at another stage now. Fetch it again and see what can be done.',
  },
  'offer.citizen-has-open-offer': {
    da: 'Borgeren har allerede et tilbud, der venter på svar. Vent på det svar først.',
    en: 'The citizen has an offer waiting for an answer. Wait for that one first.',
  },
  'offer.too-soon-to-resend': {
    da: 'Tilbuddet er lige sendt. Vent lidt, eller ring i stedet.',
    en: 'The offer was sent a moment ago. Wait a little, or call instead.',
  },
  'offer.too-late-to-change': {
    da: 'Svaret gælder nu og kan ikke ændres her. Ring til kontaktpersonen.',
    en: 'The answer is binding now and cannot be changed here. Call the contact.',
  },
  'offer.not-accepted': {
    da: 'Borgeren har ikke sagt ja til tilbuddet endnu.',
    en: 'The citizen has not said yes to the offer yet.',
  },
  'agreement.not-found': { da: 'Aftalen findes ikke.', en: 'There is no such agreement.' },
  'agreement.already-exists': {
    da: 'Der er allerede en aftale for dette tilbud. Brug den.',
    en: 'There is an agreement for this offer already. Use that one.',
  },
  'agreement.wrong-state': {
    da: 'Aftalen er et andet sted i forløbet nu. Hent den igen, og se, hvad der kan gøres.',
    en: 'The agreement is at another stage now. Fetch it again and see what can be done.',
  },
  'agreement.already-signed': {
    da: 'Parten har allerede skrevet under.',
    en: 'This party has signed already.',
  },
  'agreement.no-paid-hours': {
    da: 'Aftalen har ingen lønnede timer. Skriv timer på, eller en dato for, hvornår de begynder.',
    en: 'The agreement has no paid hours. Add hours, or the date when they begin.',
  },
  'agreement.same-task-paid-and-unpaid': {
    da: 'Den samme opgave kan ikke både være lønnet og ulønnet. Vælg en anden opgave til praktikken.',
    en: 'The same task cannot be both paid and unpaid. Choose another task for the unpaid hours.',
  },
  'agreement.slots-overlap': {
    da: 'To tidsrum i ugen ligger oven i hinanden. Ret tiderne.',
    en: 'Two slots of the week overlap. Correct the times.',
  },
  'agreement.dates-invalid': {
    da: 'Datoerne passer ikke sammen. Ret dem.',
    en: 'The dates do not fit together. Correct them.',
  },
  'agreement.sign-for-other': {
    da: 'Du kan kun skrive under for dit eget firma.',
    en: 'You can only sign for your own company.',
  },
  'shift.not-found': { da: 'Vagten findes ikke.', en: 'There is no such shift.' },
  'shift.overlap': {
    da: 'Borgeren har allerede en vagt i det tidsrum. Vælg en anden tid.',
    en: 'The citizen has a shift in that time already. Choose another time.',
  },
  'shift.wrong-state': {
    da: 'Vagten har en anden status nu. Hent den igen, og se, hvad der kan gøres.',
    en: 'The shift has another state now. Fetch it again and see what can be done.',
  },
  'shift.not-begun': {
    da: 'Vagten er ikke begyndt endnu.',
    en: 'The shift has not begun yet.',
  },
  'shift.too-early': {
    da: 'Det er for tidligt at melde sig på vagten. Prøv igen tættere på start.',
    en: 'It is too early to check in. Try again closer to the start.',
  },
  'shift.in-future': {
    da: 'Tidspunktet ligger i fremtiden. Ret det.',
    en: 'The time lies in the future. Correct it.',
  },
  'shift.times-invalid': {
    da: 'Tiderne passer ikke sammen. Ret dem.',
    en: 'The times do not fit together. Correct them.',
  },
  'shift.already-confirmed': {
    da: 'Timerne for vagten er allerede bekræftet.',
    en: 'The hours of the shift are confirmed already.',
  },
  'shift.not-over': {
    da: 'Vagten er ikke slut endnu. Bekræft timerne bagefter.',
    en: 'The shift is not over yet. Confirm the hours afterwards.',
  },
  'shift.too-long-ago': {
    da: 'Det er mere end to uger siden. Ring til kontaktpersonen, hvis det skal siges.',
    en: 'That was more than two weeks ago. Call the contact if it should be said.',
  },
  'month.changed': {
    da: 'Noget i måneden er ændret, siden den blev hentet. Hent den igen, og se de vagter, der er nævnt.',
    en: 'Something in the month has changed since it was fetched. Fetch it again and look at the shifts named.',
  },
  'escalation.not-found': { da: 'Sagen findes ikke.', en: 'There is no such case.' },
  'escalation.closed': {
    da: 'Sagen er allerede lukket.',
    en: 'The case is closed already.',
  },
  'escalation.snooze-invalid': {
    da: 'Tidspunktet skal ligge i fremtiden og højst et døgn frem.',
    en: 'The time must lie in the future, at most a day ahead.',
  },
  'escalation.only-staff': {
    da: 'Kun kommunens medarbejdere kan tage sagen.',
    en: 'Only the staff of the municipality can take the case.',
  },
  'ladder.not-found': {
    da: 'Trappen findes ikke. Kommunen har not-seen og not-here.',
    en: 'There is no such ladder. The municipality has not-seen and not-here.',
  },
  'ladder.step-unreachable': {
    da: 'Et trin når ingen: modtageren har ikke den kanal. Vælg en anden.',
    en: 'A step reaches nobody: the receiver has no such channel. Choose another.',
  },
  'ladder.steps-out-of-order': {
    da: 'Trinene skal stå i den rækkefølge, de sker.',
    en: 'The steps must stand in the order in which they happen.',
  },
  'ladder.no-steps': {
    da: 'Trappen har ingen trin. Tilføj mindst et.',
    en: 'The ladder has no steps. Add at least one.',
  },
  'ladder.must-end-with-a-person': {
    da: 'Trappen skal ende hos et menneske. Lad det sidste trin gå til en medarbejder.',
    en: 'The ladder must end with a person. Let the last step go to a member of staff.',
  },
  'task.not-found': { da: 'Opgaven findes ikke.', en: 'There is no such task.' },
  'task.already-done': { da: 'Opgaven er allerede gjort.', en: 'The task is done already.' },
  'message.not-found': { da: 'Beskeden findes ikke.', en: 'There is no such message.' },
  'link.not-found': {
    da: 'Linket virker ikke længere. Ring til din kontaktperson.',
    en: 'The link does not work any more. Call your contact.',
  },
  'link.code-needed': {
    da: 'Telefonen bruges af flere. Skriv først koden fra din kontaktperson.',
    en: 'The phone is used by several people. First enter the code from your contact.',
  },
  'municipality.no-notice-text': {
    da: 'Kommunen har ikke godkendt sætningen om, hvad et nej betyder. Uden den kan tilbud ikke sendes.',
    en: 'The municipality has not approved the sentence on what a no means. Without it no offer can be sent.',
  },
  'benefit.no-rates': {
    da: 'Vi har ikke alle satser for den dag. Vælg en anden dag, eller spørg kommunens ydelseskontor.',
    en: 'We do not have all rates for that day. Choose another day, or ask the benefit office.',
  },
  'benefit.municipality-unknown': {
    da: 'Vi kender ikke skatten i den kommune. Tjek kommunens fire cifre.',
    en: 'We do not know the tax of that municipality. Check its four digits.',
  },
  'benefit.amount-unknown': {
    da: 'Vi kender ikke beløbet for det tillæg. Skriv, hvor meget det er om måneden.',
    en: 'We do not know the amount of that supplement. Say how much it is a month.',
  },
  'wage-floor.unknown': {
    da: 'Vi kender ingen løn at begynde med. Skriv timelønnen.',
    en: 'We know no wage to begin with. Say the hourly wage.',
  },
  'access-log.unavailable': {
    da: 'Opslaget kan ikke skrives i loggen lige nu, og derfor vises oplysningerne ikke. Prøv igen om lidt.',
    en: 'The access log cannot be written right now, so nothing is shown. Try again shortly.',
  },
};
