import type { Staff, Team } from '#domain';
import type { StaffFile, StaffLine } from '#use-cases';
import { flag, instant, int, listOf, text, uuid } from '../../http/fields/index.js';
import { isoOrNull } from '../shifts/instants-out.js';
import { StaffBody } from './staff-desk.requests.js';

export class StaffMemberResponse extends StaffBody {
  @uuid() id!: string;
  @flag({ description: 'Om adgangen er åben.' }) active!: boolean;
  @instant({ nullable: true, description: 'Sidste login; null, når der ikke har været et.' })
  lastSignedInAt!: string | null;
}

export class StaffLineResponse extends StaffMemberResponse {
  @int({ min: 0, max: 100_000, example: 31, description: 'Borgere, personen følger.' }) caseload!: number;
  @int({ min: 0, max: 100_000, example: 4, description: 'Job med personen som fast kontakt.' })
  smallJobs!: number;
}

class NamedResponse {
  @uuid() id!: string;
  @text({ example: 'Tomme kasser' }) name!: string;
}

export class StaffFileResponse extends StaffMemberResponse {
  @int({
    min: 0,
    max: 100_000,
    example: 31,
    description: 'Borgere, der skal følges af en anden, før adgangen lukkes.',
  })
  citizens!: number;
  @listOf(NamedResponse, { description: 'Job, der skal have en anden fast kontakt.' })
  smallJobs!: NamedResponse[];
  @int({ min: 0, max: 100_000, example: 2 }) tasks!: number;
  @listOf(NamedResponse, { description: 'Hvem der kunne tage over, den nærmeste først.' })
  takers!: NamedResponse[];
  @int({ min: 0, max: 1000, example: 0, description: 'Nøgler, der handler som personen.' }) keys!: number;
}

export class TeamResponse {
  @uuid() id!: string;
  @text({ example: 'Team Vest' }) name!: string;
}

export const toMember = (staff: Staff): StaffMemberResponse => ({
  id: staff.id,
  name: staff.name,
  role: staff.role,
  email: staff.email,
  phone: staff.phone,
  teamId: staff.teamId,
  deputyId: staff.deputyId,
  contactHours: {
    weekdays: staff.contactHours.weekdays,
    from: staff.contactHours.from,
    to: staff.contactHours.to,
  },
  active: staff.active,
  lastSignedInAt: isoOrNull(staff.lastSignedInAt ?? null),
});

export const toStaffLine = ({ staff, caseload, smallJobs }: StaffLine): StaffLineResponse => ({
  ...toMember(staff),
  caseload,
  smallJobs,
});

export const toStaffFile = ({ staff, holds, takers, keys }: StaffFile): StaffFileResponse => ({
  ...toMember(staff),
  citizens: holds.citizens.length,
  smallJobs: holds.smallJobs.map(({ id, title }) => ({ id, name: title })),
  tasks: holds.tasks,
  takers: takers.map((line) => ({ id: line.staff.id, name: line.staff.name })),
  keys,
});

export const toTeam = ({ id, name }: Team): TeamResponse => ({ id, name });
