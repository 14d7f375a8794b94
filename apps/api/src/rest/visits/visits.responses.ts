import { isoWithOffset, type CompanyVisit } from '#domain';
import { instant, int, listOf, localDate, uuid } from '../../http/fields/index.js';
import { ObservationBody } from './visits.requests.js';

export class ObservationResponse extends ObservationBody {
  @int({ min: 0, max: 9999, description: 'Nummeret i adressen, når den gøres til et småjob.' }) n!: number;
  @uuid({ nullable: true, description: 'Småjobbet, den er blevet til.' }) smallJobId!: string | null;
}

export class VisitResponse {
  @uuid() id!: string;
  @uuid() companyId!: string;
  @localDate({ example: '2026-11-20' }) on!: string;
  @listOf(ObservationResponse) observations!: ObservationResponse[];
  @uuid({ nullable: true }) byStaffId!: string | null;
  @instant() createdAt!: string;
}

export const toVisit = ({
  id,
  companyId,
  on,
  observations,
  byStaffId,
  createdAt,
}: CompanyVisit): VisitResponse => ({
  id,
  companyId,
  on,
  observations: observations.map(({ bottleneck, whoIsHeldUp, minutesPerWeek, idea, smallJobId }, n) => ({
    n,
    bottleneck,
    whoIsHeldUp,
    minutesPerWeek,
    idea,
    smallJobId,
  })),
  byStaffId,
  createdAt: isoWithOffset(createdAt),
});
