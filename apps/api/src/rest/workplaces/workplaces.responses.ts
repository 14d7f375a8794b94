import { smallJobStates } from '#domain';
import type { Workplace, WorkplacesRecord } from '#use-cases';
import {
  address,
  AddressFields,
  int,
  listOf,
  nested,
  oneOf,
  position,
  PositionFields,
  slug,
  text,
  uuid,
} from '../../http/fields/index.js';

const MOST = 10_000_000;

export class MappedJobResponse {
  @uuid() id!: string;
  @text({ example: 'Fjerne tomme kasser' }) title!: string;
  @oneOf(smallJobStates.states, { example: 'open' }) status!: string;
  @slug({ example: 'lager' }) category!: string;
  @int({ min: 0, max: 1000, example: 2 }) positions!: number;
  @int({ min: 0, max: 1000, example: 1 }) seatsTaken!: number;
}

export class MappedWorkplaceResponse {
  @int({ min: 1, max: MOST, example: 1, description: 'Nummeret på kortet og i listen.' }) number!: number;
  @uuid() companyId!: string;
  @text({ example: 'Frugtlageret' }) company!: string;
  @address() address!: AddressFields;
  @position() position!: PositionFields;
  @int({ min: 0, max: MOST, example: 2400, description: 'I luftlinje.' }) metres!: number;
  @listOf(MappedJobResponse) smallJobs!: MappedJobResponse[];
}

export class JobWithoutPlaceResponse extends MappedJobResponse {
  @uuid() companyId!: string;
  @text({ example: 'Frugtlageret' }) company!: string;
}

export class MapCentreResponse {
  @text({ example: 'Vejle' }) name!: string;
  @position() position!: PositionFields;
}

export class WorkplacesResponse {
  @nested(MapCentreResponse, { nullable: true, description: 'Det, afstandene måles fra.' })
  centre!: MapCentreResponse | null;
  @listOf(MappedWorkplaceResponse, { description: 'Det nærmeste først.' }) items!: MappedWorkplaceResponse[];
  @int({ min: 0, max: MOST, example: 31, description: 'Hvor mange steder der er i alt.' }) count!: number;
  @listOf(JobWithoutPlaceResponse) withoutPlace!: JobWithoutPlaceResponse[];
}

type Job = Workplace['smallJobs'][number];

const toJob = ({ id, title, status, category, positions, seatsTaken }: Job): MappedJobResponse => ({
  id,
  title,
  status,
  category,
  positions,
  seatsTaken,
});

export const toWorkplaces = ({
  centre,
  places,
  count,
  withoutPlace,
}: WorkplacesRecord): WorkplacesResponse => ({
  centre: centre && { name: centre.name, position: centre.position },
  items: places.map((place, at) => ({
    number: at + 1,
    companyId: place.company.id,
    company: place.company.name,
    address: place.address,
    position: place.position,
    metres: place.metres,
    smallJobs: place.smallJobs.map(toJob),
  })),
  count,
  withoutPlace: withoutPlace.map(({ company, smallJob }) => ({
    ...toJob(smallJob),
    companyId: company.id,
    company: company.name,
  })),
});
