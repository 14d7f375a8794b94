import { Body, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { PreviewAssignment } from '#use-cases';
import { Calculates } from '../../http/idempotency.interceptor.js';
import { Area, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { PreviewAssignmentBody } from './assignments.requests.js';
import { AssignmentPreviewResponse, toAssignmentPreview } from './assignments.responses.js';

@Area('assignments', 'Hvem passer')
export class AssignmentsController {
  constructor(private readonly previewAssignment: PreviewAssignment) {}

  @Post('preview')
  @Roles(...STAFF)
  @Calculates()
  @Operation({
    summary: 'Den bedste plan for alle ledige pladser på én gang',
    description:
      'Hver borger får højst ét småjob, hver kontaktperson højst så mange nye, som der er plads til, og planen har flest point og ventetid i alt. En borger, der allerede er kontaktpersonens egen, tager ingen plads. Et par, du holder fast, kommer med, også når målet er nået. Intet ændres, og ingen får besked: mennesker vælger.',
    answer: AssignmentPreviewResponse,
    problems: [
      'small-job.not-found',
      'citizen.not-found',
      'assignment.keep-not-possible',
      'assignment.too-slow',
      'assignment.stopped',
      'access-log.unavailable',
    ],
  })
  async preview(
    @Body() { keep = [], never = [], mostPerCompany = null, target = null, ...rest }: PreviewAssignmentBody,
    @CurrentActor() actor: Actor,
  ): Promise<AssignmentPreviewResponse> {
    const input = { keep, never, mostPerCompany, target, ...rest };
    return toAssignmentPreview(await this.previewAssignment.execute(input, actor));
  }
}
