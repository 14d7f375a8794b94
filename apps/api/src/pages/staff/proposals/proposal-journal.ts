import { Temporal } from '#domain';
import type { ProposalDesk } from '#use-cases';
import { placementWords } from '../../words/desk-placement.js';
import { proposalsWords as w } from '../../words/desk-proposals.js';
import { shortTime } from '../placement/when.js';
import { stateLines } from './proposal-state.js';

/** templates/partials/page-desk-journal.hbs */
export interface JournalView {
  id: string;
  label: string;
  text: string;
}

/** What a colleague needs to know, as plain text for the journal. */
export function journalOf(desk: ProposalDesk): JournalView {
  const { match, citizen, smallJob, company, contact, now } = desk;
  const { interest } = match;
  const j = w.journal;
  const lines = [
    j.heading(smallJob.title, company.name),
    j.who(citizen.name),
    j.state(w.states[match.state]),
    ...stateLines(desk),
    ...(interest
      ? [
          j.interest(
            w.ways[interest.how].toLocaleLowerCase('da'),
            shortTime(Temporal.Instant.from(interest.at), now),
          ),
          j.shown(fieldsInWords(interest.fields)),
        ]
      : []),
    ...(contact ? [j.contact(contact.name)] : []),
  ];
  return { id: 'journal', label: placementWords.journal, text: lines.join('\n') };
}

const fieldsInWords = (fields: readonly string[]): string =>
  fields
    .map((field) =>
      Object.hasOwn(w.fieldNames, field) ? w.fieldNames[field as keyof typeof w.fieldNames] : field,
    )
    .join(', ')
    .toLocaleLowerCase('da');
