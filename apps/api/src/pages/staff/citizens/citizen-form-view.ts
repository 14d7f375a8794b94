import {
  categories,
  danishLevelNames,
  knownCertificates,
  offerableAccommodations,
  rateGroups,
  timeInWords,
  travelModes,
  weekdayName,
  workConditions,
  accommodationInWords,
  certificateInWords,
  conditionInWords,
  type Citizen,
  type Company,
  type Staff,
} from '#domain';
import {
  FormView,
  inKroner,
  type ChoiceView,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type TextareaView,
  type Typed,
} from '../../frame/form/index.js';
import { page } from '../../frame/page.js';
import { capital } from '../../words/choices.js';
import { citizensWords } from '../../words/desk-citizens.js';
import { citizenFormWords as w } from '../../words/desk-citizen-form.js';
import { halfHours } from '../../employer/posting/half-hours.js';
import {
  channels,
  contactLevels,
  GOALS,
  languages,
  markOfRecord,
  moreTimesOf,
  reminderDays,
  weekdays,
} from './citizen-fields.js';

interface GoalFields {
  category: ChoiceView;
  words: TextareaView;
}

export interface CitizenFormView {
  heading: string;
  lead: string;
  /** A mark of the record as it stands; empty for a new one. */
  seen: string;
  errors: ErrorSummaryView | null;
  sections: typeof w.sections;
  who: {
    name: InputView;
    phone: InputView;
    email: InputView;
    channel: ChoiceView;
    shared: ChoiceView;
    language: ChoiceView;
    street: InputView;
    postcode: InputView;
    town: InputView;
    protected: ChoiceView;
    cpr: InputView;
  };
  goals: GoalFields[];
  dream: TextareaView;
  saidYes: ChoiceView;
  time: { least: InputView; most: InputView; wish: InputView; from: InputView };
  week: {
    legend: string;
    hint: string;
    from: string;
    to: string;
    days: { name: string; from: ChoiceView; to: ChoiceView; more: string }[];
  };
  reach: { hint: string; fields: InputView[] };
  can: {
    lift: ChoiceView;
    standing: ChoiceView;
    noise: ChoiceView;
    people: ChoiceView;
    other: ChoiceView;
    danish: ChoiceView;
    certificates: ChoiceView;
    needs: ChoiceView;
  };
  talks: { broker: ChoiceView | null; level: ChoiceView; monday: ChoiceView };
  companies: {
    ruledOut: ChoiceView | null;
    ruledOutAdd: ChoiceView;
    used: ChoiceView | null;
    usedAdd: ChoiceView;
  };
  money: {
    rate: ChoiceView;
    benefit: InputView;
    church: ChoiceView;
    freeCard: InputView;
    confirmedBy: InputView;
    confirmedAt: InputView;
  };
  save: string;
}

export const citizenFormPage = page<CitizenFormView>('staff/citizens/form');

export interface FormParts {
  /** Absent: a new citizen. */
  citizen?: Omit<Citizen, 'cprSealed'>;
  hasCpr?: boolean;
  staff: readonly Staff[];
  companies: readonly Pick<Company, 'id' | 'name'>[];
  today: string;
  typed?: Typed;
  faults?: Faults;
}

const DEFAULT_DAY = { from: '08:00', to: '16:00' };

export function citizenFormView(parts: FormParts): CitizenFormView {
  const { citizen, hasCpr = false, staff, companies, today, typed, faults } = parts;
  const f = new FormView('da', typed, faults);
  const one = (name: string, label: string, ticked: boolean, hint = ''): ChoiceView =>
    f.choices(name, label, { options: [{ value: 'ja', label, hint }], value: ticked ? 'ja' : '' });
  const goals = [...(citizen?.jobGoals ?? [])].sort((a, b) => a.rank - b.rank);
  const view: CitizenFormView = {
    heading: citizen ? w.editHeading(citizen.name) : w.newHeading,
    lead: w.lead,
    seen: citizen ? markOfRecord(citizen) : '',
    errors: null,
    sections: w.sections,
    who: {
      name: f.input('navn', w.name, { value: citizen?.name ?? '', max: 200 }),
      phone: f.input('telefon', w.phone, {
        type: 'tel',
        inputmode: 'tel',
        optional: true,
        value: citizen?.phone ?? '',
        width: 'm',
      }),
      email: f.input('mail', w.email, { type: 'email', optional: true, value: citizen?.email ?? '' }),
      channel: f.choice('kanal', w.channel, {
        options: channels.map((value) => ({ value, label: citizensWords.channels[value] })),
        value: citizen?.preferredChannel ?? 'sms',
      }),
      shared: one('delt', w.shared, citizen?.sharedPhone ?? false, w.sharedHint),
      language: f.choice('sprog', w.language, {
        options: languages.map((value) => ({ value, label: w.languages[value] })),
        value: citizen?.language ?? 'da',
      }),
      street: f.input('gade', w.street, { optional: true, value: citizen?.address?.street ?? '', max: 200 }),
      postcode: f.input('postnr', w.postcode, {
        optional: true,
        value: citizen?.address?.postcode ?? '',
        width: 's',
        inputmode: 'numeric',
        max: 10,
      }),
      town: f.input('by', w.town, {
        hint: w.townHint,
        value: citizen?.address?.town ?? '',
        width: 'm',
        max: 200,
      }),
      protected: one('beskyttet', w.protected, citizen?.protectedAddress ?? false, w.protectedHint),
      // Never shown back, not even what was typed a moment ago.
      cpr: {
        ...f.input('cpr', w.cpr, {
          hint: hasCpr ? w.cprKept : w.cprHint,
          optional: true,
          inputmode: 'numeric',
          width: 'm',
          max: 11,
        }),
        value: '',
      },
    },
    goals: Array.from({ length: Math.max(GOALS, goals.length) }, (_, at) => ({
      category: f.choice(`maal.${at}.slags`, w.goal(at + 1), {
        optional: true,
        options: [
          { value: '', label: w.noCategory },
          ...categories.map(({ id, name }) => ({ value: id, label: name })),
        ],
        value: goals[at]?.category ?? '',
      }),
      words: f.textarea(`maal.${at}.ord`, w.ownWords, {
        optional: true,
        rows: 2,
        max: 1000,
        value: goals[at]?.ownWords ?? '',
        ...(at === 0 && { hint: w.ownWordsHint }),
      }),
    })),
    dream: f.textarea('droem', w.dream, { optional: true, rows: 2, max: 2000, value: citizen?.dream ?? '' }),
    saidYes: one('ja', w.saidYes, citizen?.saidYes ?? false),
    time: {
      least: hours('mindst', w.least, citizen?.hours.min ?? 2),
      most: hours('hoejst', w.most, citizen?.hours.max ?? 15),
      wish: hours('helst', w.wish, citizen?.hours.wish ?? 8),
      from: f.date('klar', w.availableFrom, { value: citizen?.availableFrom ?? today }),
    },
    week: weekOf(),
    reach: {
      hint: w.reachHint,
      fields: travelModes.map((mode) =>
        f.number(mode, w.modes[mode], {
          optional: true,
          suffix: w.minutes,
          value: numberOf(citizen ? citizen.reach[mode] : mode === 'bike' || mode === 'bus' ? 30 : undefined),
        }),
      ),
    },
    can: {
      lift: liftOf(),
      standing: degree('staa', w.standing, w.standings, citizen?.limits.standing ?? 2),
      noise: degree('larm', w.noise, w.noises, citizen?.limits.noise ?? 2),
      people: degree('mennesker', w.people, w.peoples, citizen?.limits.peopleContact ?? 2),
      other: slugs('andet', w.other, workConditions, citizen?.limits.other ?? [], conditionInWords),
      danish: f.choice('dansk', w.danish, {
        options: Object.entries(danishLevelNames).map(([value, { da }]) => ({ value, label: capital(da) })),
        value: String(citizen?.danishLevel ?? 5),
      }),
      certificates: slugs(
        'beviser',
        w.certificates,
        knownCertificates,
        citizen?.certificates ?? [],
        certificateInWords,
      ),
      needs: slugs('hensyn', w.needs, offerableAccommodations, citizen?.needs ?? [], accommodationInWords),
    },
    talks: {
      broker: citizen
        ? null
        : f.choice('kontakt', w.broker, {
            optional: true,
            options: [
              { value: '', label: w.brokerMe },
              ...staff.map(({ id, name }) => ({ value: id, label: name })),
            ],
          }),
      level: f.choice('niveau', w.level, {
        options: contactLevels.map((value) => ({ value, label: w.levels[value] })),
        value: citizen?.contactLevel ?? 'normal',
      }),
      monday: f.choice('mandag', w.monday, {
        options: reminderDays.map((value) => ({ value, label: w.mondays[value] })),
        value: citizen?.mondayReminder ?? 'sunday',
      }),
    },
    companies: {
      ruledOut: chosenCompanies('nej', w.ruledOut, citizen?.ruledOutCompanyIds ?? []),
      ruledOutAdd: anotherCompany('nejFlere', w.ruledOutAdd),
      used: chosenCompanies('praktik', w.placementUsed, citizen?.placementUsedCompanyIds ?? []),
      usedAdd: anotherCompany('praktikFlere', w.placementUsedAdd),
    },
    money: {
      rate: f.choice('sats', w.rate, {
        options: (['none', ...rateGroups] as const).map((value) => ({ value, label: w.rates[value] })),
        value: citizen?.benefit?.rate ?? 'none',
      }),
      benefit: f.money('ydelse', w.benefit, {
        optional: true,
        value: kronerOf(citizen?.benefit?.benefitBeforeOre),
      }),
      church: one('folkekirke', w.church, citizen?.benefit?.churchMember ?? false),
      freeCard: f.money('frikort', w.freeCard, {
        optional: true,
        value: kronerOf(citizen?.benefit?.freeCardLeftOre),
      }),
      confirmedBy: f.input('setAf', w.confirmedBy, {
        optional: true,
        value: citizen?.benefit?.confirmedBy ?? '',
      }),
      confirmedAt: f.date('setDen', w.confirmedAt, {
        optional: true,
        value: citizen?.benefit?.confirmedAt ?? '',
      }),
    },
    save: citizen ? w.save : w.create,
  };
  return { ...view, errors: f.errors() };

  function hours(name: string, label: string, value: number): InputView {
    return f.number(name, label, { suffix: w.hoursUnit, inputmode: 'decimal', value: numberOf(value) });
  }

  function degree(
    name: string,
    label: string,
    names: Readonly<Record<0 | 1 | 2, string>>,
    value: number,
  ): ChoiceView {
    const options = ([0, 1, 2] as const).map((one_) => ({ value: String(one_), label: names[one_] }));
    return f.choice(name, label, { options, value: String(value) });
  }

  function liftOf(): ChoiceView {
    const own = citizen?.limits.liftKg ?? 15;
    const steps = [...new Set([...Object.keys(w.lifts).map(Number), own])].sort((a, b) => a - b);
    const options = steps.map((kg) => ({ value: String(kg), label: w.lifts[kg] ?? w.liftExactly(kg) }));
    return f.choice('loeft', w.lift, { options, value: String(own) });
  }

  /** The usual ones, and those that somebody has besides. */
  function slugs(
    name: string,
    label: string,
    known: readonly string[],
    own: readonly string[],
    words: (slug: string) => string,
  ): ChoiceView {
    const all = [...new Set([...known, ...own])];
    return f.choices(name, label, {
      options: all.map((value) => ({ value, label: capital(words(value)) })),
      value: own,
    });
  }

  function chosenCompanies(name: string, label: string, ids: readonly string[]): ChoiceView | null {
    const options = companies
      .filter(({ id }) => ids.includes(id))
      .map(({ id, name: of }) => ({ value: id, label: of }));
    return options.length === 0 ? null : f.choices(name, label, { options, value: ids });
  }

  function anotherCompany(name: string, label: string): ChoiceView {
    const options = [
      { value: '', label: w.noCompany },
      ...companies.map(({ id, name: of }) => ({ value: id, label: of })),
    ];
    return f.choice(name, label, { options, optional: true });
  }

  function weekOf(): CitizenFormView['week'] {
    const days = weekdays.map((weekday) => {
      const own = citizen?.windows.find((window) => window.weekday === weekday);
      const usual = citizen === undefined && weekday <= 5 ? DEFAULT_DAY : undefined;
      const times = own ?? usual;
      const name = capital(weekdayName(weekday));
      return {
        name,
        from: f.choice(`fra${weekday}`, `${name}: ${w.from.toLocaleLowerCase('da')}`, {
          optional: true,
          options: halfHours('start', times?.from, w.notThatDay),
          value: times?.from ?? '',
        }),
        to: f.choice(`til${weekday}`, `${name}: ${w.to.toLocaleLowerCase('da')}`, {
          optional: true,
          options: halfHours('end', times?.to, w.notThatDay),
          value: times?.to ?? '',
        }),
        more: moreTimesOf(citizen, weekday)
          .map((also) => w.alsoAt(timeInWords(also.from), timeInWords(also.to)))
          .join(', '),
      };
    });
    return { legend: w.weekLegend, hint: w.weekHint, from: w.from, to: w.to, days };
  }
}

const numberOf = (value: number | undefined): string =>
  value === undefined ? '' : String(value).replace('.', ',');
const kronerOf = (oere: number | undefined): string => (oere === undefined ? '' : inKroner(oere));
