import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { CoverContact, HandOverContact, SmallJobRecords } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { CoverBody, HandoverBody, handoverOf } from './contacts.requests.js';
import { ContactsResponse, toContacts } from './contacts.responses.js';

@Area('contacts/:smallJobId', 'Faste kontaktpersoner')
export class ContactsController {
  constructor(
    private readonly smallJobs: SmallJobRecords,
    private readonly handOver: HandOverContact,
    private readonly coverContact: CoverContact,
  ) {}

  @Get()
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Hvem der svarer, har svaret og dækker for et småjob',
    answer: ContactsResponse,
    problems: ['small-job.not-found'],
  })
  async show(@Id('smallJobId') smallJobId: string, @CurrentActor() actor: Actor): Promise<ContactsResponse> {
    return toContacts(smallJobId, await this.smallJobs.contacts(smallJobId, actor));
  }

  @Post('handover')
  @Roles(...STAFF)
  @Operation({
    summary: 'Giv den faste kontakt videre',
    description: 'Hvert skift gør chancen for job mindre, så det kræver en grund. Begge sider får besked.',
    answer: ContactsResponse,
    problems: ['small-job.not-found', 'staff.not-found', 'contact.same-person', 'small-job.no-fixed-contact'],
  })
  async handover(
    @Id('smallJobId') smallJobId: string,
    @Body() body: HandoverBody,
    @CurrentActor() actor: Actor,
  ): Promise<ContactsResponse> {
    await this.handOver.execute(smallJobId, handoverOf(body), actor);
    return this.show(smallJobId, actor);
  }

  @Post('cover')
  @Roles(...STAFF)
  @Operation({
    summary: 'Lad en anden svare nogle dage',
    description: 'Den faste kontaktperson er stadig den samme. Begge sider får besked.',
    answer: ContactsResponse,
    problems: [
      'small-job.not-found',
      'staff.not-found',
      'contact.not-set',
      'contact.same-person',
      'contact.cover-overlaps',
      'contact.cover-invalid',
    ],
  })
  async cover(
    @Id('smallJobId') smallJobId: string,
    @Body() body: CoverBody,
    @CurrentActor() actor: Actor,
  ): Promise<ContactsResponse> {
    await this.coverContact.execute(smallJobId, body, actor);
    return this.show(smallJobId, actor);
  }
}
