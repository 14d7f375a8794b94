import { categories, oneLine, smallJobStates } from '#domain';
import type { Workplace, WorkplacesQuery, WorkplacesRecord } from '#use-cases';
import { FormView, type ChoiceView } from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { mapWords as w } from '../../words/desk-map.js';
import { BANDS, mapPicture, type MapPicture } from './map-picture.js';

interface MapView {
  heading: string;
  intro: string;
  jobs: { href: string; label: string };
  filter: { summary: string; open: boolean; fields: ChoiceView[]; show: string; clear: string };
  summary: string;
  picture: MapPicture | null;
  listHeading: string;
  bands: { heading: string; places: PlaceRow[] }[];
  none: string;
  without: { heading: string; intro: string; rows: { company: string; job: JobRow }[] } | null;
}

interface PlaceRow {
  number: number;
  company: { href: string; name: string };
  address: string;
  distance: string;
  jobs: JobRow[];
  onMap: string;
  measure: { href: string; label: string };
}

interface JobRow {
  href: string;
  title: string;
  about: string;
}

export const mapPage = page<MapView>('staff/map/map');

const MAP = '/kommune/kort';

/** What was chosen, as it stands in the address. */
export interface MapChoice {
  status: string;
  kategori: string;
  firma: string;
  fra: string;
}

export function mapView(record: WorkplacesRecord, choice: MapChoice): MapView {
  const { centre, places, count, withoutPlace } = record;
  const total = count > places.length ? w.cut(places.length, count) : `${w.count(count)}.`;
  const rows = places.map((place, at) => ({
    band: bandOf(place, centre !== null),
    row: placeRow(place, at, choice),
  }));
  const headings = centre ? w.bands : [w.noBands];
  return {
    heading: w.heading,
    intro: w.intro,
    jobs: { href: '/kommune/job', label: w.jobs },
    filter: filterOf(record, choice),
    summary: centre ? `${total} ${w.measured(centre.name)}` : total,
    picture: mapPicture(places, centre),
    listHeading: w.listHeading,
    bands: headings
      .map((heading, band) => ({
        heading,
        places: rows.filter((one) => one.band === band).map(({ row }) => row),
      }))
      .filter((band) => band.places.length > 0),
    none: places.length === 0 ? w.none : '',
    without:
      withoutPlace.length === 0
        ? null
        : {
            heading: w.withoutHeading,
            intro: w.withoutIntro,
            rows: withoutPlace.map(({ company, smallJob }) => ({
              company: company.name,
              job: jobRow(smallJob),
            })),
          },
  };
}

function bandOf({ metres }: Workplace, hasCentre: boolean): number {
  if (!hasCentre) return 0;
  const band = BANDS.findIndex((km) => metres <= km * 1000);
  return band === -1 ? BANDS.length : band;
}

function placeRow(place: Workplace, at: number, choice: MapChoice): PlaceRow {
  const { company, address, metres, smallJobs } = place;
  return {
    number: at + 1,
    company: { href: `/kommune/virksomheder/${company.id}`, name: company.name },
    address: oneLine(address),
    distance: w.metres(metres),
    jobs: smallJobs.map(jobRow),
    onMap: w.onMap(at + 1),
    measure: { href: addressOf({ ...choice, fra: `sted:${smallJobs[0]!.id}` }), label: w.measureHere },
  };
}

const jobRow = ({ id, title, status, seatsTaken, positions }: Workplace['smallJobs'][number]): JobRow => ({
  href: `/kommune/job/${id}`,
  title,
  about: `${w.statuses[status]} · ${w.seats(seatsTaken, positions)}`,
});

function addressOf(choice: MapChoice): string {
  const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value !== ''));
  return query.size === 0 ? MAP : `${MAP}?${query.toString()}`;
}

function filterOf({ towns, companies, centre }: WorkplacesRecord, choice: MapChoice): MapView['filter'] {
  const form = new FormView('da', { ...choice });
  const select = (name: keyof MapChoice, label: string, all: string, options: Options): ChoiceView => ({
    ...form.choice(name, label, { options: [...(all ? [{ value: '', label: all }] : []), ...options] }),
    required: false,
  });
  const workplace = centre?.smallJobId
    ? [{ value: `sted:${centre.smallJobId}`, label: w.fromJob(centre.name) }]
    : [];
  const fields = [
    select(
      'status',
      w.status,
      w.usual,
      smallJobStates.states.map((status) => ({ value: status, label: w.statuses[status] })),
    ),
    select(
      'kategori',
      w.category,
      w.all,
      categories.map(({ id, name }) => ({ value: id, label: name })),
    ),
    select(
      'firma',
      w.company,
      w.all,
      companies.map(({ id, name }) => ({ value: id, label: name })),
    ),
    fromField(form, choice, centre?.town ?? '', [
      ...towns.map((town) => ({ value: `by:${town}`, label: town })),
      ...workplace,
    ]),
  ];
  const isChosen = Object.values(choice).some((value) => value !== '');
  return { summary: w.filter, open: isChosen, fields, show: w.show, clear: isChosen ? w.clear : '' };
}

type Options = { value: string; label: string }[];

/** Without asking, distances are from the town with most workplaces: the select says so. */
function fromField(form: FormView, { fra }: MapChoice, town: string, options: Options): ChoiceView {
  const chosen = fra === '' ? `by:${town}` : fra;
  const field = form.choice('fra', w.from, { options });
  return {
    ...field,
    required: false,
    options: field.options.map((option) => ({ ...option, chosen: option.value === chosen })),
  };
}

/** What an address asks for; what it does not know is left out. */
export const queryOf = ({ status, kategori, firma, fra }: MapChoice): WorkplacesQuery => ({
  ...(status && { status: status as NonNullable<WorkplacesQuery['status']> }),
  ...(kategori && { category: kategori }),
  ...(firma && { companyId: firma }),
  ...(fra.startsWith('by:') && { town: fra.slice(3) }),
  ...(fra.startsWith('sted:') && { smallJobId: fra.slice(5) }),
});
