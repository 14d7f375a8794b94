import {
  byUrgency,
  countsOf,
  isBusy,
  isInScope,
  oneLineEach,
  type Actor,
  type DeskScope,
  type Staff,
  type Temporal,
  type UrgentKind,
  type UrgentThing,
} from '#domain';
import { Alarms, Transactor, type Alarm } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { refuseUnlessStaff } from '../wiring/permissions.js';
import { readToday, type TodayRow } from './today-row.js';
import { readUrgentLines, type UrgentLine } from './urgent-lines.js';
import { readUrgentThings, type UrgentSource, type UrgentThings } from './urgent-things.js';

export interface DeskFilter {
  scope: DeskScope;
  /** Without it all kinds. */
  kind?: UrgentKind;
  limit: number;
}

export interface Desk {
  /** By urgency, as many as were asked for. */
  lines: UrgentLine[];
  /** Of the kind and scope that were asked for. */
  total: number;
  /** Of the scope, each kind and all of them. */
  counts: Record<UrgentKind, number>;
  inScope: number;
  today: TodayRow;
  me: Staff | undefined;
  /** Who is busy now, and who takes over. */
  busy: { staff: Staff; standIn: Staff | undefined }[];
  /** Workers, sweeper or auditor are silent. */
  standstill: Alarm | undefined;
  now: Temporal.Instant;
}

/** *Haster nu*: everything that must be acted upon, sorted by deadline, and whose it is. */
export class ShowDesk {
  static readonly needs = [Transactor, Alarms] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly alarms: Alarms,
  ) {}

  async execute({ scope, kind, limit }: DeskFilter, actor: Actor): Promise<Desk> {
    refuseUnlessStaff(actor);
    const standstill = await this.alarms.lasting();
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const read = await readUrgentThings(unit, scope, actor.staffId);
      const { staff, who, now } = read;
      const inScope = inScopeOf(read, scope);
      const wanted = inScope.filter((thing) => kind === undefined || thing.kind === kind).sort(byUrgency);
      const lines = await readUrgentLines(unit, wanted.slice(0, limit), read);
      await logShown(
        unit,
        actor,
        lines.flatMap(({ citizen }) => citizen?.id ?? []),
        'desk.urgent',
      );
      const whose = { mine: new Set([who.staffId]), team: who.teamIds, all: null }[scope];
      return {
        lines,
        total: wanted.length,
        counts: countsOf(inScope),
        inScope: inScope.length,
        today: await readToday(unit, whose, staff, now),
        me: staff.get(actor.staffId),
        busy: [...staff.values()]
          .filter((one) => one.active && isBusy(one, now))
          .map((one) => ({ staff: one, standIn: staff.get(one.busyDeputyId ?? '') })),
        standstill,
        now,
      };
    });
  }

  /** How much waits for somebody: shown in the navigation of every page. Nobody is shown. */
  async count(actor: Actor): Promise<number> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const read = await readUrgentThings(unit, 'mine', actor.staffId);
      return inScopeOf(read, 'mine').length;
    });
  }
}

const inScopeOf = ({ things, who }: UrgentThings, scope: DeskScope): UrgentThing<UrgentSource>[] =>
  oneLineEach(things).filter((thing) => isInScope(thing, scope, who));
