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
  'staff.busy-until-invalid': {
    da: 'Vælg et tidspunkt, der ligger forude, højst ti timer. Er du væk længere, så lad en kollega dække.',
    en: 'Choose a time that lies ahead, ten hours at most. If you are away for longer, let a colleague cover.',
  },
  'staff.no-stand-in': {
    da: 'Den, der skal tage over, er ikke på vagt med telefon nu. Vælg en anden kollega.',
    en: 'The one who should take over is not on duty with a phone now. Choose another colleague.',
  },
  'staff.email-taken': {
    da: 'En kollega har allerede den e-mail. To kan ikke logge ind med den samme.',
    en: 'A colleague has that e-mail already. Two cannot sign in with the same one.',
  },
  'staff.deputy-invalid': {
    da: 'Vælg en stedfortræder, der arbejder her nu, og som er en anden.',
    en: 'Choose a deputy who works here now and is somebody else.',
  },
  'staff.changed-meanwhile': {
    da: 'En kollega har rettet personen, mens du skrev. Se, hvad der står nu, og gem igen, hvis dit skal gælde.',
    en: 'A colleague changed this person while you wrote. See how it stands now, and save again if yours should hold.',
  },
  'staff.hours-invalid': {
    da: 'Telefontiden slutter, før den begynder. Ret klokkeslættene.',
    en: 'The contact hours end before they begin. Correct the times.',
  },
  'staff.last-leader': {
    da: 'Der skal være mindst én leder. Gør en anden til leder først.',
    en: 'There must be at least one leader. Make somebody else a leader first.',
  },
  'staff.not-oneself': {
    da: 'Du kan ikke lukke din egen adgang eller tage din egen lederrolle. Bed en anden leder om det.',
    en: 'You cannot close your own access or take away your own role. Ask another leader.',
  },
  'staff.must-hand-over': {
    da: 'Personen følger stadig borgere eller er kontakt på job. Vælg, hvem der tager over.',
    en: 'The person still follows citizens or is contact of small jobs. Choose who takes over.',
  },
  'staff.already-disabled': {
    da: 'Adgangen er allerede lukket.',
    en: 'The access is closed already.',
  },
  'staff.nobody-to-take-over': {
    da: 'Vælg en kollega med telefon, der arbejder her nu.',
    en: 'Choose a colleague with a phone who works here now.',
  },
  'team.not-found': { da: 'Teamet findes ikke.', en: 'There is no such team.' },
  'team.name-taken': { da: 'Et andet team hedder allerede det.', en: 'Another team has that name already.' },
  'team.not-empty': {
    da: 'Der er stadig nogen i teamet, eller det har vagter på vagtlisten. Flyt dem først.',
    en: 'Somebody is still in the team, or it has turns on the duty list. Move them first.',
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
    da: 'En person har fået jobbet tilbudt eller har sagt ja, så timer, løn og sted kan ikke ændres. Vent på svaret eller på aftalen, eller træk tilbuddet tilbage.',
    en: 'Somebody was offered the job or has said yes, so hours, pay and place cannot change. Wait for the answer or the agreement, or withdraw the offer.',
  },
  'small-job.positions-below-taken': {
    da: 'Så få pladser kan det ikke blive: flere er allerede givet eller tilbudt.',
    en: 'It cannot have so few seats: more are taken or offered already.',
  },
  'small-job.no-seat-left': {
    da: 'Alle pladser er taget. Find et andet småjob, eller vent på en ledig plads.',
    en: 'All seats are taken. Find another small job, or wait for a free seat.',
  },
  'small-job.hours-not-possible': {
    da: 'Så mange timer kan ikke lægges på de dage. Vælg færre timer, eller ret dagene i jobbet.',
    en: 'So many hours have no place on these days. Choose fewer hours, or change the days of the job.',
  },
  'small-job.owner-not-asked': {
    da: 'Ejeren kan ikke spørges på SMS: der mangler et mobilnummer. Skriv et nummer, eller ring.',
    en: 'The owner cannot be asked by SMS: there is no mobile number. Add one, or call.',
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
  'contact.reason-needed': {
    da: 'Vælg en grund. Hvert skift koster, og grunden står i historien.',
    en: 'Choose a reason. Every change has a cost, and the reason stays in the history.',
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
  'citizen.in-play': {
    da: 'Borgeren er lige blevet spurgt om et job. Se, hvem der har spurgt, før du går videre.',
    en: 'The citizen has just been asked about a job. See who asked before you go on.',
  },
  'citizen.ask-broker-first': {
    da: 'Borgeren er en kollegas. Spørg kollegaen først.',
    en: 'The citizen is a colleague’s. Ask the colleague first.',
  },
  'citizen.is-yours': {
    da: 'Borgeren er din egen, eller har ingen fast kontakt. Foreslå selv.',
    en: 'The citizen is your own, or has no broker. Propose yourself.',
  },
  'broker-question.not-found': { da: 'Spørgsmålet findes ikke.', en: 'There is no such question.' },
  'broker-question.already-asked': {
    da: 'Der er allerede spurgt om borgeren til dette job. Vent på svaret, eller ring.',
    en: 'Somebody has asked about this citizen for this job already. Wait for the answer, or call.',
  },
  'broker-question.already-answered': {
    da: 'Spørgsmålet er besvaret. Se svaret på listen.',
    en: 'The question has been answered. See the answer on the list.',
  },
  'broker-question.needs-word': {
    da: 'Skriv et ord om hvorfor, så ved din kollega, hvad der skal til.',
    en: 'Add a word on why, so that your colleague knows what it would take.',
  },
  'broker-question.of-another': {
    da: 'Det er en anden, der skal svare. Kun borgerens egen kontakt eller en leder kan.',
    en: 'Somebody else has to answer: the broker of the citizen, or a leader.',
  },
  'note.not-found': {
    da: 'Notatet findes ikke.',
    en: 'There is no such note.',
  },
  'note.already-corrected': {
    da: 'Notatet er rettet allerede. Se det nyeste, og skriv et nyt, hvis det også er forkert.',
    en: 'The note has been corrected already. Look at the newest, and write another if that is wrong too.',
  },
  'note.follow-up-in-past': {
    da: 'Dagen, der følges op, er gået. Vælg i dag eller senere.',
    en: 'The day of the follow-up has passed. Choose today or later.',
  },
  'contact.no-phone': {
    da: 'Den, der tager over, har intet nummer, borgeren kan ringe til. Skriv det ind først.',
    en: 'Whoever takes over has no number that the citizen can call. Add it first.',
  },
  'timeline.of-one-thing': {
    da: 'Spørg om én ting ad gangen: en borger, et småjob, en virksomhed, en vagt eller en aftale.',
    en: 'Ask about one thing at a time: a citizen, a small job, a company, a shift or an agreement.',
  },
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
  'provider.unknown': {
    da: 'Udbyderen findes ikke. Den hedder gatewayapi, inmobile eller smtp.',
    en: 'There is no such provider. It is called gatewayapi, inmobile or smtp.',
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
  'match.too-soon-to-remind': {
    da: 'Firmaet er lige blevet mindet om det. Vent lidt, eller ring i stedet.',
    en: 'The company was reminded a moment ago. Wait a little, or call instead.',
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
  'offer.deadline-invalid': {
    da: 'Den nye frist skal ligge efter den gamle og før arbejdet begynder.',
    en: 'The new deadline must lie after the old one and before the work begins.',
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
  'agreement.follow-up-in-past': {
    da: 'Opfølgningen skal ligge i dag eller senere.',
    en: 'The follow-up must lie today or later.',
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
  'agreement.break-too-long': {
    da: 'En pause er lige så lang som vagten eller længere. Ret pausen.',
    en: 'A break is as long as its shift or longer. Correct the break.',
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
  'escalation.taken': {
    da: 'En kollega har taget sagen. Se hvem, og tag den kun over, hvis I har aftalt det.',
    en: 'A colleague has taken the case. See who it is, and take it over only when you have agreed on it.',
  },
  'escalation.only-staff': {
    da: 'Kun kommunens medarbejdere kan tage sagen.',
    en: 'Only the staff of the municipality can take the case.',
  },
  'duty.not-found': {
    da: 'Vagten står ikke på vagtlisten.',
    en: 'There is no such turn on the duty list.',
  },
  'duty.times-invalid': {
    da: 'En vagt begynder, før den slutter, og varer højst 31 dage.',
    en: 'A turn begins before it ends and lasts 31 days at most.',
  },
  'duty.over': {
    da: 'Vagten er forbi. Vælg et tidspunkt, der slutter forude.',
    en: 'The turn is over. Choose a time that ends ahead.',
  },
  'duty.not-reachable': {
    da: 'Den, der har vagten, skal arbejde her og have et telefonnummer.',
    en: 'Whoever is on duty must work here and have a phone number.',
  },
  'duty.overlaps': {
    da: 'Der står allerede en på vagt i den tid. Ret den vagt først.',
    en: 'Somebody is on duty at that time already. Change that turn first.',
  },
  'duty.swap-not-found': {
    da: 'Byttet findes ikke.',
    en: 'There is no such swap.',
  },
  'duty.swap-answered': {
    da: 'Byttet er allerede besvaret, eller vagten er taget af listen. Se vagtlisten.',
    en: 'The swap has been answered already, or the turn was taken off the list. See the duty list.',
  },
  'duty.swap-same-person': {
    da: 'Vælg en anden kollega: den har vagten i forvejen.',
    en: 'Choose another colleague: that one has the turn already.',
  },
  'duty.swap-not-yours': {
    da: 'Kun den, der er spurgt, kan svare, og kun den, der har vagten, kan spørge.',
    en: 'Only the one who was asked can answer, and only the one who has the turn can ask.',
  },
  'leave.not-found': {
    da: 'Fraværet findes ikke.',
    en: 'There is no such leave.',
  },
  'leave.dates-invalid': {
    da: 'Første dag skal ligge før den sidste, og den sidste ikke i fortiden.',
    en: 'The first day must be before the last, and the last not in the past.',
  },
  'leave.overlaps': {
    da: 'Der står allerede, at du er væk i nogle af dagene.',
    en: 'You are away on some of these days already.',
  },
  'leave.stand-in-away': {
    da: 'Den, der skal svare imens, er selv væk eller har ingen telefon. Vælg en anden.',
    en: 'The one who should answer meanwhile is away too or has no phone. Choose another.',
  },
  'ladder.hours-invalid': {
    da: 'Et trins tidsrum skal begynde og slutte på to forskellige tider, og det gælder kun trin til medarbejdere.',
    en: 'The hours of a step must begin and end at two different times, and are only for steps to staff.',
  },
  'ladder.repeat-invalid': {
    da: 'Et trin kan gentages 2 til 10 gange med mindst et sekund imellem, inden for to timer, og kun som besked til medarbejdere.',
    en: 'A step can repeat 2 to 10 times at least a second apart, within two hours, and only as a message to staff.',
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
  'ladder.version-not-found': {
    da: 'Den udgave af trinene findes ikke. Se listen over udgaver.',
    en: 'There is no such version of the ladder. See the list of versions.',
  },
  'ladder.changed-meanwhile': {
    da: 'En kollega har gemt trinene, mens du skrev. Se den nye udgave, før du gemmer.',
    en: 'A colleague saved the ladder while you wrote. Look at the new version before you save.',
  },
  'text.not-found': { da: 'Den tekst findes ikke.', en: 'There is no such text.' },
  'text.subject-missing': { da: 'Skriv et emne til mailen.', en: 'Write a subject for the e-mail.' },
  'text.unknown-field': {
    da: 'I teksten står et felt, der ikke findes her. Brug dem på listen, skrevet som {fornavn}.',
    en: 'The text has a field that does not exist here. Use those on the list, written as {fornavn}.',
  },
  'text.field-missing': {
    da: 'Et felt, som modtageren har brug for, mangler i teksten.',
    en: 'A field that the receiver needs is missing in the text.',
  },
  'text.reply-words-missing': {
    da: 'Skriv de ord, man kan svare med. Ellers kan ingen svare på sms.',
    en: 'Write the words one can answer with. Otherwise nobody can answer by SMS.',
  },
  'text.other-link': {
    da: 'Skriv ikke selv et link. Brug feltet {link}, hvor det findes.',
    en: 'Do not write a link yourself. Use the field {link} where there is one.',
  },
  'text.forbidden-words': {
    da: 'Teksten har ord, som vi ikke bruger over for borgere og firmaer. Sig det på en anden måde.',
    en: 'The text has words that we do not use towards citizens and companies. Say it in another way.',
  },
  'text.too-long': {
    da: 'Sms’en er for lang til én besked. Gør teksten kortere.',
    en: 'The SMS is too long for one message. Make the text shorter.',
  },
  'text.nothing-left': {
    da: 'Der er intet tilbage af teksten, når et felt er tomt. Skriv mindst én sætning uden det felt.',
    en: 'Nothing is left of the text when a field is empty. Write at least one sentence without that field.',
  },
  'text.from-in-past': {
    da: 'En tekst kan gælde fra i dag eller senere. Det, der er sendt, ændres ikke.',
    en: 'A text can hold from today or later. What has been sent is not changed.',
  },
  'text.version-not-found': {
    da: 'Den udgave af teksten findes ikke.',
    en: 'There is no such version of the text.',
  },
  'settings.out-of-range': {
    da: 'Tallet er uden for det, der kan vælges.',
    en: 'The number is outside what can be chosen.',
  },
  'settings.limits-crossed': {
    da: 'De to tal passer ikke sammen: det ene skal ligge før det andet.',
    en: 'The two numbers do not fit: one must come before the other.',
  },
  'settings.changed-meanwhile': {
    da: 'En kollega har gemt indstillingerne, mens du skrev. Se de nye, før du gemmer.',
    en: 'A colleague saved the settings while you wrote. Look at the new ones before you save.',
  },
  'task.not-found': { da: 'Opgaven findes ikke.', en: 'There is no such task.' },
  'task.already-done': { da: 'Opgaven er allerede gjort.', en: 'The task is done already.' },
  'task.needs-answer': {
    da: 'En kollega venter på et ja eller et nej. Åbn spørgsmålet, og svar der.',
    en: 'A colleague waits for a yes or a no. Open the question and answer there.',
  },
  'task.postponed-too-far': {
    da: 'Vælg et tidspunkt, der ligger forude, højst 60 dage.',
    en: 'Choose a time that lies ahead, 60 days at most.',
  },
  'task.cannot-reopen': {
    da: 'Det kan ikke fortrydes mere. Er der noget, der skal gøres, så skriv det som et notat, eller ring selv.',
    en: 'This cannot be undone any more. If something is left to do, write a note or call yourself.',
  },
  'message.not-found': { da: 'Beskeden findes ikke.', en: 'There is no such message.' },
  'message.wrong-state': {
    da: 'Der er nyt om beskeden, så det kan ikke gøres mere. Se, hvordan den står nu.',
    en: 'There is news about the message, so this cannot be done any more. See how it stands now.',
  },
  'message.no-longer-relevant': {
    da: 'Det, beskeden handlede om, er afgjort, så den sendes ikke igen. Ring, hvis der er noget at sige.',
    en: 'What the message was about is settled, so it is not sent again. Call if there is something to say.',
  },
  'message.no-address': {
    da: 'Der er intet nummer eller ingen adresse at sende til. Ret det først.',
    en: 'There is no number or address to send to. Correct it first.',
  },
  'link.not-found': {
    da: 'Linket virker ikke længere. Ring til din kontaktperson.',
    en: 'The link does not work any more. Call your contact.',
  },
  'link.code-needed': {
    da: 'Telefonen bruges af flere. Skriv først koden fra din kontaktperson.',
    en: 'The phone is used by several people. First enter the code from your contact.',
  },
  'report.dates-invalid': {
    da: 'Den første dag skal ligge før den sidste, og der må højst være ti år imellem.',
    en: 'The first day must be before the last one, and they may be ten years apart at most.',
  },
  'figures.wrong-year': {
    da: 'Dagen, tallet er talt til, skal ligge i året og må ikke være længere fremme end i dag.',
    en: 'The day that the figure is counted to must be in the year and not later than today.',
  },
  'assignment.stopped': {
    da: 'Systemet blev genstartet, mens planen blev regnet. Intet er ændret. Prøv igen om lidt.',
    en: 'The system was restarted while the plan was made. Nothing has changed. Try again in a moment.',
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
  'import.not-found': {
    da: 'Indlæsningen findes ikke.',
    en: 'There is no such import.',
  },
  'import.row-not-found': {
    da: 'Rækken findes ikke i filen.',
    en: 'There is no such row in the file.',
  },
  'import.wrong-state': {
    da: 'Det kan ikke lade sig gøre lige nu: filen er ved at blive indlæst, eller er det allerede.',
    en: 'This cannot be done now: the file is being loaded, or has been.',
  },
  'import.rows-forgotten': {
    da: 'Filens rækker er slettet efter syv dage. Hent filen igen.',
    en: 'The rows of the file were deleted after seven days. Upload the file again.',
  },
  'import.nothing-to-load': {
    da: 'Der er ingen rækker at indlæse. Ret fejlene, eller hent en anden fil.',
    en: 'There are no rows to load. Correct the errors or upload another file.',
  },
  'import.file-unreadable': {
    da: 'Filen kan ikke læses. Gem den igen som CSV eller .xlsx.',
    en: 'The file cannot be read. Save it again as CSV or .xlsx.',
  },
  'import.file-type': {
    da: 'Filen er hverken CSV eller .xlsx. Gem den som en af de to.',
    en: 'The file is neither CSV nor .xlsx. Save it as one of them.',
  },
  'import.file-too-large': {
    da: 'Filen er for stor. Den må højst fylde 5 MB; del den i flere.',
    en: 'The file is too large. 5 MB is the most; split it.',
  },
  'import.file-empty': {
    da: 'Der er ingen rækker i filen. Overskrifterne skal stå i første række.',
    en: 'There are no rows in the file. The headings stand in the first row.',
  },
  'import.too-many-rows': {
    da: 'Der er for mange rækker i filen. Højst 5.000 ad gangen.',
    en: 'There are too many rows in the file. 5,000 at a time is the most.',
  },
  'import.too-many-columns': {
    da: 'Der er for mange kolonner i filen. Højst 60.',
    en: 'There are too many columns in the file. 60 is the most.',
  },
  'import.columns-invalid': {
    da: 'Valget af kolonner passer ikke til filen, eller det samme er valgt to gange.',
    en: 'The choice of columns does not fit the file, or one field was chosen twice.',
  },
  'import.column-missing': {
    da: 'En kolonne mangler, som alle rækker skal have.',
    en: 'A column is missing that every row must have.',
  },
  'bulk-proposal.not-found': {
    da: 'Forslagene findes ikke.',
    en: 'There are no such proposals.',
  },
  'bulk-proposal.wrong-state': {
    da: 'Forslagene er allerede sendt eller fortrudt.',
    en: 'The proposals have been sent or taken back already.',
  },
  'bulk-proposal.nobody': {
    da: 'Der er ingen at spørge. Vælg mindst én.',
    en: 'There is nobody to ask. Choose at least one.',
  },
  'bulk-proposal.too-many': {
    da: 'Der er valgt for mange. Højst 50 ad gangen.',
    en: 'Too many were chosen. 50 at a time is the most.',
  },
  'bulk-proposal.too-late': {
    da: 'Det er for sent at fortryde: de første er allerede spurgt.',
    en: 'It is too late to take it back: the first have been asked.',
  },
  'access-log.unavailable': {
    da: 'Opslaget kan ikke skrives i loggen lige nu, og derfor vises oplysningerne ikke. Prøv igen om lidt.',
    en: 'The access log cannot be written right now, so nothing is shown. Try again shortly.',
  },
};
