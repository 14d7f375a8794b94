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
  type WhoLooks,
} from '#domain';
import { Transactor } from '../ports/index.js';
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
  now: Temporal.Instant;
}

/** *Haster nu*: everything that must be acted upon, sorted by deadline, and whose it is. */
export class ShowDesk {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  async execute({ scope, kind, limit }: DeskFilter, actor: Actor): Promise<Desk> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const read = await readUrgentThings(unit);
      const { staff, now } = read;
      const who = whoLooks(actor.staffId, staff);
      const inScope = inScopeOf(read, scope, who);
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
        now,
      };
    });
  }

  /** How much waits for somebody: shown in the navigation of every page. Nobody is shown. */
  async count(actor: Actor): Promise<number> {
    refuseUnlessStaff(actor);
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      const read = await readUrgentThings(unit);
      return inScopeOf(read, 'mine', whoLooks(actor.staffId, read.staff)).length;
    });
  }
}

const inScopeOf = ({ things }: UrgentThings, scope: DeskScope, who: WhoLooks): UrgentThing<UrgentSource>[] =>
  oneLineEach(things).filter((thing) => isInScope(thing, scope, who));

function whoLooks(staffId: string, staff: ReadonlyMap<string, Staff>): WhoLooks {
  const teamId = staff.get(staffId)?.teamId ?? null;
  const team = [...staff.values()].filter((one) => teamId !== null && one.teamId === teamId);
  return { staffId, teamIds: new Set([staffId, ...team.map(({ id }) => id)]) };
}
