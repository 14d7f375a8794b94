import { oneLine, parties, Temporal } from '#domain';
import type { AgreementDesk } from '#use-cases';
import { page } from '../../frame/page.js';
import { agreementsWords as w } from '../../words/desk-agreements.js';
import { placementWords } from '../../words/desk-placement.js';
import { shortTime } from '../placement/when.js';
import { agreedFacts, type AgreedFact } from './agreed-view.js';

/** The agreement on a sheet of paper, with room for three signatures. */
interface PrintView {
  heading: string;
  jobTitle: string;
  print: string;
  parties: { label: string; rows: { role: string; lines: string[] }[] };
  agreed: { label: string; facts: AgreedFact[] };
  signatures: { label: string; sign: string; rows: { name: string; said: string }[] };
}

export const printPage = page<PrintView>('staff/agreements/print');

export function printView(desk: AgreementDesk): PrintView {
  const { agreement, smallJob, company, citizen, contact, now } = desk;
  return {
    heading: w.printHeading,
    jobTitle: smallJob.title,
    print: w.printNow,
    parties: {
      label: w.printParties,
      rows: [
        { role: placementWords.citizen, lines: [citizen.name] },
        { role: placementWords.company, lines: [company.name, oneLine(smallJob.workplace)] },
        { role: placementWords.contact, lines: [contact?.name ?? placementWords.noContact] },
      ],
    },
    agreed: { label: w.agreed, facts: agreedFacts(agreement) },
    signatures: {
      label: w.signatures,
      sign: w.printSign,
      rows: parties.map((party) => {
        const signature = agreement.signatures.find((one) => one.party === party);
        const at = signature && shortTime(Temporal.Instant.from(signature.at), now);
        return { name: w.parties[party], said: signature && at ? w.signedBy(signature.byName, at) : '' };
      }),
    },
  };
}
