import {
  fillIn,
  localDateOf,
  textOn,
  wordingWarnings,
  type Actor,
  type LocalDate,
  type OwnText,
  type OwnWording,
  type TextPlace,
  type TextWarning,
} from '#domain';
import {
  MessageTexts,
  Transactor,
  type KnownText,
  type StandardText,
  type WrittenMessage,
} from '../ports/index.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';

export interface TextLine extends KnownText {
  /** Places that are in the municipality's words today, or will be. */
  own: (Omit<TextPlace, 'name'> & { from: LocalDate })[];
}

export interface TextVersion {
  row: OwnText;
  by: string;
  /** Holds today, will hold, or has held. */
  is: 'now' | 'later' | 'before';
}

export interface TextFile {
  text: KnownText;
  standard: StandardText;
  /** What holds today; null: the standard. */
  now: OwnWording | null;
  /** Newest first. */
  versions: TextVersion[];
  today: LocalDate;
}

export interface TextLook {
  written: WrittenMessage | null;
  warnings: TextWarning[];
  /** Of the 160 of one SMS; null for an e-mail. */
  placesLeft: number | null;
}

/** The texts a municipality may word, beside what it has worded. */
export class TextDesk {
  static readonly needs = [Transactor, MessageTexts] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly texts: MessageTexts,
  ) {}

  async list(actor: Actor): Promise<TextLine[]> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const today = localDateOf(await unit.now());
      const rows = await unit.ownTexts.list({}, { order: [{ by: 'id' }] });
      return this.texts.known().map((text) => ({ ...text, own: ownPlaces(text, rows, today) }));
    });
  }

  /** @throws text.not-found */
  async show(place: TextPlace, actor: Actor): Promise<TextFile> {
    refuseUnlessStaff(actor);
    const standard = this.texts.standard(place);
    const text = this.texts.known().find(({ name }) => name === place.name)!;
    const { name, language, channel } = place;
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const today = localDateOf(await unit.now());
      const rows = await unit.ownTexts.list(
        { name, language, channel },
        { order: [{ by: 'version', direction: 'desc' }] },
      );
      const staff = await unit.staff.list({
        id: { in: [...new Set(rows.map(({ byStaffId }) => byStaffId))] },
      });
      const holds = textOn(rows, today);
      const versions = rows.map((row): TextVersion => {
        const by = staff.find(({ id }) => id === row.byStaffId)?.name ?? '';
        return { row, by, is: row === holds ? 'now' : row.from > today ? 'later' : 'before' };
      });
      return { text, standard, now: holds?.wording ?? null, versions, today };
    });
  }

  /** How a wording would read, whether or not it may be saved. @throws text.not-found */
  look(place: TextPlace, wording: OwnWording | null): TextLook {
    const { demands, examples } = this.texts.standard(place);
    const placesLeft = place.channel === 'sms' ? this.texts.placesLeft(place, wording) : null;
    const fits = placesLeft === null || placesLeft >= 0;
    const written = fits ? this.texts.sample(place, wording) : null;
    const inWords = wording ? fillIn(wording.text, (field) => examples[field] ?? '…') : (written?.text ?? '');
    return { written, warnings: wordingWarnings(inWords, demands.receiver), placesLeft };
  }
}

function ownPlaces(text: KnownText, rows: readonly OwnText[], today: LocalDate): TextLine['own'] {
  return text.languages.flatMap((language) =>
    text.channels.flatMap((channel) => {
      const here = rows.filter(
        (row) => row.name === text.name && row.language === language && row.channel === channel,
      );
      const later = here.filter(({ from }) => from > today);
      const holds = textOn(here, today) ?? later[0];
      return holds?.wording ? [{ language, channel, from: holds.from }] : [];
    }),
  );
}
