/**
 * What each message needs to be written. All values are ready for a person to read: names without surname,
 * dates as "mandag den 30. november", times as "8" or "8.30", phone numbers as eight digits. `link` is not
 * here: links are made when the message is rendered, so that stored text holds no token.
 */
interface WithContact {
  /** First name of the fixed contact or broker. */
  contact: string;
  contactPhone: string;
}
interface ToCitizen extends WithContact {
  firstName: string;
}
interface AboutShift {
  day: string;
  time: string;
  workplace: string;
}

export interface MessageData {
  /** The digits are empty in the row: like links, they are made when the message is rendered. */
  'sign-in-code': { code: string };
  /** "Må Mette fortælle firmaet om dig?" with a link. */
  'interest-asked': ToCitizen & { title: string; town: string };
  /** Receipt: the contact wrote down that the company may hear. */
  'interest-noted': ToCitizen & { title: string };
  /** Receipt: the contact wrote down that the company may not hear, or not any more. */
  'interest-declined': ToCitizen & { title: string };
  /** Shared phone, any subject: "Ring til Mette 20123456" and nothing else. */
  'call-only': WithContact;
  /** To the company: a person has been proposed; link to the answer page. */
  'match-proposed': WithContact & { companyContact: string; title: string };
  'match-reminder': WithContact & { companyContact: string; title: string };
  /** To whoever posts at the company: where to go on with a draft. `path` is of our own pages, without a secret. */
  'draft-saved': WithContact & { companyContact: string; title: string; path: string };
  /** To the owner after a visit: may the draft be published? `hours` as "12" or "7,5". */
  'owner-asked': WithContact & { companyContact: string; title: string; hours: string };
  'owner-thanks': WithContact & { answer: 'published' | 'waits' | 'no' | 'call' };
  /** To the contact: the company said yes. */
  'match-confirmed': { contact: string; company: string; title: string; pseudonym: string };
  /** To the contact: the company said no; the contact tells the citizen, not a machine. */
  'match-rejected': { contact: string; company: string; title: string; pseudonym: string; reason: string };
  offer: ToCitizen & {
    title: string;
    description: string;
    when: string;
    where: string;
    wage: string;
    answerBefore: string;
    noticeOnNo: string;
  };
  'offer-reminder': ToCitizen & { title: string; answerBefore: string };
  /** Receipt to the citizen for yes, no, visit or call. */
  'offer-receipt': ToCitizen & {
    answer: 'yes' | 'no' | 'visit' | 'call';
    title: string;
    calls: string;
    changeUntil: string;
  };
  'offer-withdrawn': ToCitizen & { title: string };
  'offer-expired': ToCitizen & { title: string };
  /** To the company, when the yes is binding: name and number of the person. */
  'offer-answered': WithContact & {
    companyContact: string;
    title: string;
    answer: 'yes' | 'no';
    person: string;
    personPhone: string;
  };
  /** To a company that had said yes: it will not be this person. */
  'offer-withdrawn-company': WithContact & { companyContact: string; title: string };
  /** Other hours from a day on; `when` is the new week. */
  'hours-changed': ToCitizen & { title: string; from: string; when: string };
  /** The last day of the job: it comes near, is another one now, or there is none any more; only then it is empty. */
  'last-day': ToCitizen & { title: string; why: 'soon' | 'moved' | 'gone'; lastDay: string };
  'hours-changed-company': WithContact & {
    companyContact: string;
    title: string;
    person: string;
    from: string;
    when: string;
  };
  agreement: ToCitizen & {
    title: string;
    startDay: string;
    when: string;
    where: string;
    callAgreement: string;
    firstDay: string;
  };
  'agreement-company': WithContact & {
    companyContact: string;
    title: string;
    person: string;
    startDay: string;
    when: string;
  };
  'shift-reminder': ToCitizen & AboutShift & { callAgreement: string };
  'not-seen-citizen': ToCitizen;
  'not-seen-workplace': WithContact & { companyContact: string; person: string };
  'not-here-citizen': ToCitizen;
  'not-here-contact': {
    contact: string;
    person: string;
    personPhone: string;
    workplace: string;
    time: string;
  };
  'not-here-deputy': {
    contact: string;
    person: string;
    personPhone: string;
    workplace: string;
    time: string;
    fixedContact: string;
  };
  'not-here-leader': { contact: string; workplace: string; time: string; fixedContact: string };
  /** To the company: who is on it. */
  'workplace-told': WithContact & {
    person: string;
    calmSentence: 'talks' | 'drives' | 'looks-into-it';
    before: string;
  };
  /** To the leader who asked for it: how another message reads with demo people in it. */
  /** To leaders: nothing went out, or nobody watched, from a time on. True during it and after it. */
  'work-stood-still': { contact: string; what: 'messages' | 'watch'; time: string };
  'test-message': { contact: string; what: string; text: string };
  /** To the person who acknowledged. */
  'still-at-it': { contact: string; person: string; workplace: string };
  'arrived-thanks': ToCitizen;
  'late-thanks': ToCitizen;
  'absence-noted': ToCitizen & { day: string };
  'arrived-company': WithContact & { person: string };
  'absence-company': WithContact & { person: string; day: string };
  /** To the company: the person comes later than agreed, or comes after all. */
  'coming-company': WithContact & { person: string; time: string };
  'will-call': ToCitizen & { calls: string };
  /** What was written was not understood; a person will call. To a citizen or a company. */
  'not-understood': WithContact & { firstName: string };
  /** The word fits two open questions: which? To a citizen, a company or somebody at the municipality. */
  'which-question': WithContact & {
    firstName: string;
    answer: 'yes' | 'no' | 'visit';
    one: string;
    two: string;
  };
  /** A clear answer to something that is settled. To a citizen or a company. */
  'question-closed': WithContact & { firstName: string; became: 'expired' | 'closed' | 'answered' };
  /** To a number that several people have: no name. */
  'person-calls': WithContact;
  'interest-thanks': ToCitizen & { title: string };
  'match-thanks': WithContact & { companyContact: string; title: string; answer: 'yes' | 'no' };
  /** To whoever was asked *Stadig i gang?*. */
  'still-thanks': { contact: string; answer: 'yes' | 'no' };
  /** To a citizen or a company that wrote STOP, or START. */
  'sms-stopped': WithContact & { firstName: string };
  'sms-started': WithContact & { firstName: string };
  /** To somebody at the municipality who wrote STOP. */
  'stop-not-possible': { contact: string };
  'workplace-thanks': WithContact & { here: 'yes' | 'no'; person: string };
  'shift-cancelled': ToCitizen & AboutShift & { reason: string };
  'shift-cancelled-company': WithContact & AboutShift & { person: string };
  'shift-moved': ToCitizen & AboutShift;
  'shift-moved-company': WithContact & AboutShift & { person: string };
  /** Closing days were taken back: the shift takes place after all. */
  'shift-back-on': ToCitizen & AboutShift;
  /** Praise from the workplace; `day` as it is when the message leaves: "i dag", "i går". */
  'well-done': ToCitizen & { sender: string; day: string };
  'contact-handover': { firstName: string; contact: string; contactPhone: string; before: string };
  'contact-handover-company': {
    companyContact: string;
    contact: string;
    contactPhone: string;
    before: string;
    title: string;
  };
  'contact-cover': {
    firstName: string;
    contact: string;
    contactPhone: string;
    fixedContact: string;
    from: string;
    to: string;
  };
  'contact-cover-company': {
    companyContact: string;
    contact: string;
    contactPhone: string;
    fixedContact: string;
    from: string;
    to: string;
  };
}

export type MessageTemplate = keyof MessageData;
