import { loadConfigOrExit } from '#configuration';
import {
  createDataSource,
  Dispatch,
  StoredAlarms,
  StoredProviderPauses,
  TimeOrderedIds,
  TypeormTransactor,
  VitalRecords,
} from '#persistence';
import {
  AskAgain,
  PauseProvider,
  ReplayFailedJob,
  ResumeProvider,
  ShowFailedJobs,
  ShowLadder,
  WakeLadder,
} from '#use-cases';
import { OpsConfig } from './config.js';
import { opsCommand } from './ops/command.js';
import type { Place } from './ops/verb.js';
import { RepairFinding } from './repair-finding.js';

/** `npm run ops`: looks after a whole installation, one municipality at a time. For whoever runs it. */
async function main(): Promise<void> {
  const config = loadConfigOrExit(OpsConfig);
  const dataSource = await createDataSource({ url: config.DATABASE_URL, poolSize: 2 }, 'app').initialize();
  const dispatch = new Dispatch({ url: config.DATABASE_DISPATCH_URL, poolSize: 2 });
  try {
    const ids = new TimeOrderedIds();
    const transactor = new TypeormTransactor(dataSource, ids);
    const pauses = new StoredProviderPauses(dataSource);
    const placeOf = (id: string): Promise<Place> =>
      transactor.inMunicipality(id, async (unit) => ({ id, code: (await unit.municipality()).code }));
    const { lines, exitCode } = await opsCommand(process.argv.slice(2), {
      dispatch,
      places: async () => Promise.all((await dispatch.municipalityIds()).map(placeOf)),
      vitals: new VitalRecords(dataSource),
      alarms: new StoredAlarms(dataSource),
      pauses,
      pauseProvider: new PauseProvider(pauses),
      resumeProvider: new ResumeProvider(pauses),
      failedJobs: new ShowFailedJobs(transactor),
      replayFailedJob: new ReplayFailedJob(transactor),
      ladder: new ShowLadder(transactor),
      repairs: new RepairFinding(new AskAgain(transactor), new WakeLadder(transactor, ids)),
    });
    const stream = exitCode === 2 ? process.stderr : process.stdout;
    stream.write(`${lines.join('\n')}\n`);
    process.exitCode = exitCode;
  } finally {
    await dispatch.close();
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
