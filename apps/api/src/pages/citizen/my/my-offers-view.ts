import { dayInWords, localDateOf, type Language } from '#domain';
import type { MyOffer } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { citizenMyPageWords } from '../../words/citizen-my-page.js';

interface OfferRow {
  title: string;
  company: string;
  day: string;
  became: string;
  href: string;
  open: string;
}

interface MyOffersView {
  heading: string;
  rows: OfferRow[];
  none: string;
}

const shown = page<MyOffersView>('citizen/my-offers');

export function myOffersOf(offers: readonly MyOffer[], language: Language): ShownPage {
  const w = citizenMyPageWords[language];
  return shown({
    title: w.offersTitle,
    language,
    readAloud: true,
    heading: w.offersTitle,
    rows: offers.map((offer) => rowOf(offer, language)),
    none: w.noOffers,
  });
}

/** A company's no is told by the contact and never by a machine, so it looks as if the company still thinks. */
function rowOf({ match, offer, smallJob, company }: MyOffer, language: Language): OfferRow {
  const w = citizenMyPageWords[language];
  const onCard = match.state === 'asking' || match.state === 'proposed';
  const [href, open] = offer
    ? [`/min-side/tilbud/${offer.id}`, w.openOffer]
    : onCard
      ? ['/min-side/kort', w.openCard]
      : ['', ''];
  return {
    title: smallJob.title,
    company: company.name,
    day: w.askedOn(dayInWords(localDateOf(match.createdAt), language)),
    became: offer ? w.offerBecame[offer.state] : w.matchBecame[match.state],
    href,
    open,
  };
}
