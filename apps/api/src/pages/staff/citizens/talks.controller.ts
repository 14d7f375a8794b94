import { Controller, Get, Post, Query } from '@nestjs/common';
import {
  brokerHandoverReasons,
  firstName,
  noteLengths,
  type Actor,
  type BrokerHandoverReason,
} from '#domain';
import { CitizenRecordForm, HandOverBroker, NoteRecords, WriteNote, type NoteRecord } from '#use-cases';
import { isUuid, oneOf, text, uuid } from '../../../http/fields/words.js';
import { Id } from '../../../http/operation.js';
import {
  day,
  FormBody,
  FormView,
  submit,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page, seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { citizensWords as w } from '../../words/desk-citizens.js';
import { listWords } from '../../words/desk-list.js';
import { StaffPage, StaffVisit, type Asked, type Visit } from '../staff-page.js';
import { noteRow, pathOf, type NoteRow } from './citizen-view.js';

class NoteForm {
  @text({ max: noteLengths.purpose, example: 'Hvordan gik den første uge?' }) formaal!: string;
  @text({ max: noteLengths.agreed, multiline: true, example: 'Jonas møder kl. 9' }) aftalt!: string;
  @day({ optional: true }) foelgOp?: string;
  @uuid({ optional: true }) retter?: string;
}
class HandoverForm {
  @uuid() hvem!: string;
  @oneOf(brokerHandoverReasons) hvorfor!: BrokerHandoverReason;
  @text({ max: 1000, multiline: true, optional: true, example: 'Ring helst om formiddagen' }) besked?: string;
}

interface NoteView {
  heading: string;
  hint: string;
  errors: ErrorSummaryView | null;
  corrected: { text: string; note: NoteRow } | null;
  /** The id of the note that this one corrects; empty for none. */
  corrects: string;
  purpose: InputView;
  agreed: TextareaView;
  followUp: InputView;
  save: string;
}
interface NotesView {
  heading: string;
  none: string;
  rows: NoteRow[];
  write: { href: string; label: string };
  more: { href: string; label: string } | null;
}
interface HandoverView {
  heading: string;
  cost: string;
  now: string;
  errors: ErrorSummaryView | null;
  to: ChoiceView;
  why: ChoiceView;
  note: TextareaView;
  follows: string;
  save: string;
}

const notePage = page<NoteView>('staff/citizens/note');
const notesPage = page<NotesView>('staff/citizens/notes');
const handoverPage = page<HandoverView>('staff/citizens/handover');

const NOTES_ON_A_PAGE = 50;
/** What was talked about with a citizen, and who talks with her or him from now on. */
@Controller('kommune/borgere/:id')
export class CitizenTalksController {
  constructor(
    private readonly record: CitizenRecordForm,
    private readonly notes: NoteRecords,
    private readonly writeNote: WriteNote,
    private readonly handOver: HandOverBroker,
  ) {}

  @Get('notater')
  @StaffPage()
  async list(
    @Id() id: string,
    @Query() { efter }: Asked,
    @StaffVisit() { actor }: Visit,
  ): Promise<ShownPage> {
    const { citizen, at } = await this.record.execute(id, actor);
    const after = typeof efter === 'string' && isUuid.test(efter) ? { after: efter } : {};
    const found = await this.notes.list(id, { limit: NOTES_ON_A_PAGE, ...after }, actor);
    const own = pathOf(id);
    return notesPage({
      title: w.notes,
      contact: null,
      back: { href: own, label: citizen?.name ?? '' },
      heading: w.notes,
      none: w.noNotes,
      rows: found.items.map((note) => noteRow(note, own, at)),
      write: { href: `${own}/notat`, label: w.writeNote },
      more:
        found.next === null ? null : { href: `${own}/notater?efter=${found.next}`, label: listWords.more },
    });
  }

  @Get('notat')
  @StaffPage()
  ask(@Id() id: string, @Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.notePage(id, actor, correctedIn(query));
  }

  @Post('notat')
  @StaffPage()
  save(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(NoteForm, typed, {
      do: async ({ formaal, aftalt, foelgOp, retter }) => {
        const input = {
          purpose: formaal,
          agreed: aftalt,
          followUpOn: foelgOp ?? null,
          correctsNoteId: retter ?? null,
        };
        await this.writeNote.execute(id, input, actor);
        return seeOther(`${pathOf(id)}#notater`, foelgOp === undefined ? 'noteret' : 'fulgt');
      },
      again: (faults) => this.notePage(id, actor, correctedIn({ ret: typed['retter'] }), typed, faults),
      at: { 'note.follow-up-in-past': 'foelgOp' },
    });
  }

  @Get('kontakt')
  @StaffPage()
  askHandover(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.handoverPage(id, actor);
  }

  @Post('kontakt')
  @StaffPage()
  handover(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(HandoverForm, typed, {
      do: async ({ hvem, hvorfor, besked }) => {
        await this.handOver.execute(id, { toId: hvem, reason: hvorfor, note: besked ?? null }, actor);
        return seeOther(pathOf(id), 'skiftet');
      },
      again: (faults) => this.handoverPage(id, actor, typed, faults),
      at: { 'contact.same-person': 'hvem', 'contact.no-phone': 'hvem' },
    });
  }

  private async notePage(
    id: string,
    actor: Actor,
    corrects: string | undefined,
    typed?: Typed,
    faults?: Faults,
  ): Promise<ShownPage> {
    const { citizen, at } = await this.record.execute(id, actor);
    const old = corrects === undefined ? undefined : await this.noteOf(id, corrects, actor);
    const f = new FormView('da', typed, faults);
    const view = {
      heading: w.noteHeading(citizen ? firstName(citizen) : ''),
      hint: w.noteHint,
      corrected: old
        ? { text: w.correcting, note: { ...noteRow(old, pathOf(id), at), correct: null } }
        : null,
      corrects: old?.note.id ?? '',
      purpose: f.input('formaal', w.purpose, {
        hint: w.purposeHint,
        max: noteLengths.purpose,
        value: old?.note.purpose ?? '',
      }),
      agreed: f.textarea('aftalt', w.agreed, {
        hint: w.agreedHint,
        rows: 6,
        max: noteLengths.agreed,
        value: old?.note.agreed ?? '',
      }),
      followUp: f.date('foelgOp', w.followUpOn, { hint: w.followUpHint, optional: true }),
      save: w.saveNote,
    };
    return notePage({
      title: w.writeNote,
      contact: null,
      back: { href: pathOf(id), label: citizen?.name ?? '' },
      ...view,
      errors: f.errors(),
    });
  }

  /** A note of another citizen, or none at all, is simply not corrected: a new one is written. */
  private async noteOf(id: string, noteId: string, actor: Actor): Promise<NoteRecord | undefined> {
    const found = await this.notes.one(id, noteId, actor);
    return found?.isCorrected ? undefined : found;
  }

  private async handoverPage(id: string, actor: Actor, typed?: Typed, faults?: Faults): Promise<ShownPage> {
    const { citizen, staff } = await this.record.execute(id, actor);
    const broker = staff.find((one) => one.id === citizen?.brokerId);
    const f = new FormView('da', typed, faults);
    const view = {
      heading: w.handoverHeading(citizen ? firstName(citizen) : ''),
      cost: w.handoverCost,
      now: broker ? w.handoverNow(broker.name) : w.handoverNobody,
      to: f.choice('hvem', w.handoverTo, {
        options: [
          { value: '', label: '' },
          ...staff.filter((one) => one.id !== broker?.id).map((one) => ({ value: one.id, label: one.name })),
        ],
      }),
      why: f.choice('hvorfor', w.handoverWhy, {
        options: brokerHandoverReasons.map((value) => ({ value, label: w.handoverReasons[value] })),
      }),
      note: f.textarea('besked', w.handoverNote, { optional: true, rows: 4, max: 1000 }),
      follows: w.handoverPackage,
      save: w.handoverSave,
    };
    return handoverPage({
      title: w.handOver,
      contact: null,
      back: { href: pathOf(id), label: citizen?.name ?? '' },
      ...view,
      errors: f.errors(),
    });
  }
}

const correctedIn = ({ ret }: Asked): string | undefined =>
  typeof ret === 'string' && isUuid.test(ret) ? ret.toLowerCase() : undefined;
