import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is wrong in the numbers of a spread ranking, if anything: what `assertSpread` of libs/matching refuses, and names nobody knows. */
const WRONG = `'$.spread ? (
    exists (@.strength ? (@.type() != "number" || @ < 0 || @ > 1))
    || exists (@.keyvalue() ? (!(@.key like_regex "^(strength|listLength|mostLists|newcomerPoints|reachPoints)$")))
    || exists (@.listLength ? (@.type() != "number" || @ < 1 || @.floor() != @))
    || exists (@.mostLists ? (@.type() != "number" || @ < 1 || @.floor() != @))
    || exists (@.newcomerPoints ? (@.type() != "number" || @ < 0 || @.floor() != @))
    || exists (@.reachPoints ? (@.type() != "number" || @ < 0 || @.floor() != @)))'`;

/**
 * A municipality's own numbers are written by hand, and a wrong one is refused there: otherwise every ranking in spread
 * order would fail.
 */
export class SpreadSettings1763000000092 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE municipalities ADD CONSTRAINT spread_has_meaning
        CHECK (coalesce(jsonb_typeof(settings -> 'spread'), 'object') = 'object'
          AND NOT jsonb_path_exists(settings, ${WRONG}))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE municipalities DROP CONSTRAINT spread_has_meaning');
  }
}
