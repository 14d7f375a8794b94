import { Body, Get, Post, Query } from '@nestjs/common';
import { isoWithOffset, noteLengths, type Actor, type Note } from '#domain';
import { NoteRecords, WriteNote, type NoteRecord } from '#use-cases';
import { flag, instant, localDate, pickOf, text, uuid } from '../../http/fields/index.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, PageQuery, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';

export class PostNoteBody {
  @text({ max: noteLengths.purpose, example: 'Hvordan gik den første uge?' }) purpose!: string;
  @text({ max: noteLengths.agreed, multiline: true, example: 'Jonas møder kl. 9 fra mandag' })
  agreed!: string;
  @localDate({ optional: true, nullable: true, description: 'Bliver en opgave for den, der skriver.' })
  followUpOn?: string | null;
  @uuid({ optional: true, nullable: true, description: 'Notatet, som dette træder i stedet for.' })
  correctsNoteId?: string | null;
}

export class NoteResponse extends pickOf(PostNoteBody, ['purpose', 'agreed']) {
  @uuid() id!: string;
  @instant() at!: string;
  @uuid() byStaffId!: string;
  @localDate({ nullable: true }) followUpOn!: string | null;
  @uuid({ nullable: true }) correctsNoteId!: string | null;
  @flag({ example: false, description: 'Et senere notat er trådt i stedet for.' }) isCorrected!: boolean;
}

const toNote = ({ note, isCorrected }: Pick<NoteRecord, 'isCorrected'> & { note: Note }): NoteResponse => ({
  id: note.id,
  purpose: note.purpose,
  agreed: note.agreed,
  at: isoWithOffset(note.at),
  byStaffId: note.byStaffId,
  followUpOn: note.followUpOn,
  correctsNoteId: note.correctsNoteId,
  isCorrected,
});

@Area('citizens/:id/notes', 'Borgere')
export class CitizenNotesController {
  constructor(
    private readonly records: NoteRecords,
    private readonly writeNote: WriteNote,
  ) {}

  @Get()
  @Roles(...STAFF)
  @Operation({
    summary: 'Notater om en borger, det nyeste først',
    answer: Paged(NoteResponse),
    problems: ['citizen.not-found', 'access-log.unavailable'],
  })
  async list(
    @Id() id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<NoteResponse>> {
    return toPage(await this.records.list(id, pageRequest(query), actor), toNote);
  }

  @Post()
  @Roles(...STAFF)
  @Operation({
    summary: 'Skriv et notat om en samtale',
    description:
      'Kan ikke ændres bagefter; en rettelse er et nyt notat. Borgeren kan læse det. Intet om sygdom eller diagnoser.',
    answer: NoteResponse,
    status: 201,
    problems: [
      'citizen.not-found',
      'note.not-found',
      'note.already-corrected',
      'note.follow-up-in-past',
      'access-log.unavailable',
    ],
  })
  async post(
    @Id() id: string,
    @Body() body: PostNoteBody,
    @CurrentActor() actor: Actor,
  ): Promise<NoteResponse> {
    return toNote({ note: await this.writeNote.execute(id, body, actor), isCorrected: false });
  }
}
