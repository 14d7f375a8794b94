import {
  findCategory,
  knownCertificates,
  offerableAccommodations,
  oneLine,
  usualWorkOf,
  workConditions,
  type Address,
  type DanishLevel,
  type Degree,
  type PostingAnswers,
} from '#domain';
import { code, list, number, oneOf, text } from '../../../http/fields/index.js';
import type { ChoiceView, FormView, InputView } from '../../frame/form/index.js';
import { categoryWords } from './task-step.js';
import { numbered, optionsOf, step, type StepContext } from './step-form.js';

const degrees: readonly Degree[] = [0, 1, 2];

class PlaceForm {
  @text({ max: 120, optional: true, example: 'Havnegade 12' }) street?: string;
  @code({
    pattern: /^\d{4}$/,
    form: { da: 'skal være fire cifre', en: 'must be four digits' },
    example: '7100',
    optional: true,
  })
  postcode?: string;
  @text({ max: 60, optional: true, example: 'Vejle' }) town?: string;
  @number({ min: 0, max: 200, optional: true }) lift?: number;
  @oneOf(degrees, { optional: true }) standing?: Degree;
  @oneOf(degrees, { optional: true }) noise?: Degree;
  @oneOf(degrees, { optional: true }) people?: Degree;
  @oneOf<DanishLevel>([0, 1, 2, 3, 4, 5], { optional: true }) danish?: DanishLevel;
  @list(oneOf(workConditions), { max: 20 }) other: string[] = [];
  @list(oneOf(knownCertificates), { max: 10 }) certificates: string[] = [];
  @list(oneOf(offerableAccommodations), { max: 10 }) offers: string[] = [];
}

interface PlaceStepView {
  where: string;
  whereLabel: string;
  elsewhere: boolean;
  street: InputView;
  postcode: InputView;
  town: InputView;
  lift: ChoiceView;
  standing: ChoiceView;
  noise: ChoiceView;
  people: ChoiceView;
  danish: ChoiceView;
  other: ChoiceView;
  certificates: ChoiceView;
  offers: ChoiceView;
}

export const placeStep = step<PlaceForm, PlaceStepView>({
  type: PlaceForm,
  view,
  lead: ({ category }, { w, language }) => {
    const known = category && findCategory(category);
    if (!known) return w.placeLeadOwn;
    const name = categoryWords(language)[known.id] ?? known.name;
    return w.placeLead(name.toLocaleLowerCase('da-DK'));
  },
  answers: (fields, answers, { company }) => ({
    workplace: placeOf(fields, answers, company.address),
    demands: {
      ...given('liftKg', fields.lift),
      ...given('standing', fields.standing),
      ...given('noise', fields.noise),
      ...given('peopleContact', fields.people),
      other: fields.other,
    },
    danishLevel: fields.danish,
    certificates: fields.certificates,
    accommodationsOffered: fields.offers,
  }),
  needed: (fields) => {
    const parts = [fields.street, fields.postcode, fields.town];
    const begun = parts.some((part) => part !== undefined);
    const address = begun
      ? (['street', 'postcode', 'town'] as const).filter((part) => fields[part] === undefined)
      : [];
    const work = (['lift', 'standing', 'noise', 'people', 'danish'] as const).filter(
      (part) => fields[part] === undefined,
    );
    return [...address, ...work];
  },
});

function view(f: FormView, answers: PostingAnswers, { w, company }: StepContext): PlaceStepView {
  const { demands = {}, workplace } = answers;
  const usual = usualWorkOf(answers.category);
  const isElsewhere = workplace !== undefined && oneLine(workplace) !== oneLine(company.address);
  const part = isElsewhere ? workplace : undefined;
  const lifted = demands.liftKg ?? usual.demands.liftKg;
  const lifts = numbered(w.lifts);
  const known = lifts.some(({ value }) => value === String(lifted));
  const street = f.input('street', w.street, {
    optional: true,
    max: 120,
    value: part?.street ?? '',
    autocomplete: 'street-address',
  });
  const postcode = f.number('postcode', w.postcode, {
    optional: true,
    max: 4,
    value: part?.postcode ?? '',
    autocomplete: 'postal-code',
  });
  const town = f.input('town', w.town, { optional: true, max: 60, value: part?.town ?? '', width: 'm' });
  const pick = (
    name: string,
    label: string,
    words: Readonly<Record<string, string>>,
    value: number,
  ): ChoiceView => f.choice(name, label, { value: String(value), options: numbered(words) });
  return {
    where: w.whereCompany(oneLine(company.address)),
    whereLabel: w.where,
    elsewhere: [street, postcode, town].some(({ value, error }) => value !== '' || error !== ''),
    street,
    postcode,
    town,
    lift: f.choice('lift', w.lifting, {
      value: String(lifted),
      options: known ? lifts : [...lifts, { value: String(lifted), label: w.liftOther(String(lifted)) }],
    }),
    standing: pick('standing', w.standing, w.standings, demands.standing ?? usual.demands.standing),
    noise: pick('noise', w.noise, w.noises, demands.noise ?? usual.demands.noise),
    people: pick('people', w.people, w.peoples, demands.peopleContact ?? usual.demands.peopleContact),
    danish: pick('danish', w.danish, w.danishes, answers.danishLevel ?? usual.danishLevel),
    other: f.choices('other', w.other, { value: demands.other ?? [], options: optionsOf(w.others) }),
    certificates: f.choices('certificates', w.certificates, {
      value: answers.certificates ?? [],
      options: optionsOf(w.certificateNames),
    }),
    offers: f.choices('offers', w.offers, {
      hint: w.offersHint,
      value: answers.accommodationsOffered ?? [],
      options: optionsOf(w.offerNames),
    }),
  };
}

/** Empty fields mean the company's own place, which is where most work is. */
function placeOf(
  { street, postcode, town }: PlaceForm,
  { workplace }: PostingAnswers,
  own: Address,
): PostingAnswers['workplace'] {
  if (street === undefined && postcode === undefined && town === undefined) return own;
  const typed = { street: street ?? '', postcode: postcode ?? '', town: town ?? '' };
  // The position that came with the same address from elsewhere stays with it.
  if (workplace && oneLine(workplace) === oneLine(typed)) return workplace;
  return street && postcode && town ? typed : workplace;
}

const given = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): Partial<Record<Name, Value>> =>
  value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, Value>>);
