import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from './row-level-security.js';

export class MessagesAndTasks1762000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE messages (
        municipality_id uuid NOT NULL,
        id uuid NOT NULL,
        template text NOT NULL CHECK (char_length(template) BETWEEN 1 AND 100),
        channel text NOT NULL CHECK (channel IN ('sms', 'email')),
        language text NOT NULL CHECK (language IN ('da', 'en')),
        receiver text NOT NULL CHECK (receiver IN ('citizen', 'company', 'staff')),
        receiver_address text NOT NULL CHECK (char_length(receiver_address) BETWEEN 3 AND 320),
        data jsonb NOT NULL,
        link jsonb,
        citizen_id uuid,
        company_id uuid,
        staff_id uuid,
        question text
          CHECK (question IN ('interest', 'match', 'offer', 'shift', 'workplace-arrival', 'still-at-it')),
        subject_id uuid,
        escalation_step_id uuid,
        dedupe_key text NOT NULL CHECK (char_length(dedupe_key) BETWEEN 1 AND 500),
        urgent boolean NOT NULL,
        state text NOT NULL
          CHECK (state IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'uncertain')),
        not_before timestamptz(3) NOT NULL,
        created_at timestamptz(3) NOT NULL,
        state_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL CHECK (attempts >= 0),
        provider_reference text CHECK (char_length(provider_reference) <= 500),
        reason text CHECK (char_length(reason) <= 500),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, company_id) REFERENCES companies (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, escalation_step_id) REFERENCES escalation_steps (municipality_id, id),
        CONSTRAINT messages_dedupe_key UNIQUE (municipality_id, dedupe_key)
      )`);
    await runner.query('CREATE INDEX ON messages (municipality_id, citizen_id, created_at)');
    await runner.query('CREATE INDEX ON messages (municipality_id, receiver_address, created_at)');
    await runner.query('CREATE INDEX ON messages (municipality_id, subject_id)');
    await runner.query(`
      CREATE INDEX messages_not_settled ON messages (municipality_id, state, state_at)
        WHERE state IN ('queued', 'sending', 'sent', 'uncertain')`);
    await protect(runner, 'messages');
    await runner.query(`
      ALTER TABLE escalation_steps ADD CONSTRAINT escalation_steps_message
        FOREIGN KEY (municipality_id, message_id) REFERENCES messages (municipality_id, id)`);

    await runner.query(`
      CREATE TABLE inbound_sms (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        provider_id text NOT NULL CHECK (char_length(provider_id) BETWEEN 1 AND 500),
        sender text NOT NULL CHECK (char_length(sender) BETWEEN 1 AND 50),
        text text CHECK (char_length(text) <= 10000),
        understood_as text CHECK (char_length(understood_as) <= 100),
        subject_id uuid,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (municipality_id, id),
        CONSTRAINT inbound_sms_provider_id UNIQUE (municipality_id, provider_id)
      )`);
    await runner.query('CREATE INDEX ON inbound_sms (municipality_id, at)');
    await protect(runner, 'inbound_sms');

    await runner.query(`
      CREATE TABLE tasks (
        municipality_id uuid NOT NULL REFERENCES municipalities (id),
        id uuid NOT NULL,
        kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]{1,60}$'),
        staff_id uuid,
        citizen_id uuid,
        small_job_id uuid,
        match_id uuid,
        offer_id uuid,
        shift_id uuid,
        escalation_id uuid,
        message_id uuid,
        note text CHECK (char_length(note) <= 10000),
        due_at timestamptz(3) NOT NULL,
        created_at timestamptz(3) NOT NULL,
        done_at timestamptz(3),
        done_by_staff_id uuid,
        outcome text CHECK (char_length(outcome) <= 10000),
        PRIMARY KEY (municipality_id, id),
        FOREIGN KEY (municipality_id, staff_id) REFERENCES staff (municipality_id, id),
        FOREIGN KEY (municipality_id, citizen_id) REFERENCES citizens (municipality_id, id),
        FOREIGN KEY (municipality_id, small_job_id) REFERENCES small_jobs (municipality_id, id),
        FOREIGN KEY (municipality_id, match_id) REFERENCES matches (municipality_id, id),
        FOREIGN KEY (municipality_id, offer_id) REFERENCES offers (municipality_id, id),
        FOREIGN KEY (municipality_id, shift_id) REFERENCES shifts (municipality_id, id),
        FOREIGN KEY (municipality_id, escalation_id) REFERENCES escalations (municipality_id, id),
        FOREIGN KEY (municipality_id, message_id) REFERENCES messages (municipality_id, id),
        FOREIGN KEY (municipality_id, done_by_staff_id) REFERENCES staff (municipality_id, id)
      )`);
    await runner.query(`
      CREATE INDEX tasks_to_do ON tasks (municipality_id, staff_id, due_at) WHERE done_at IS NULL`);
    for (const column of ['citizen_id', 'match_id', 'offer_id', 'shift_id', 'escalation_id']) {
      await runner.query(`CREATE INDEX ON tasks (municipality_id, ${column}) WHERE ${column} IS NOT NULL`);
    }
    await protect(runner, 'tasks');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE escalation_steps DROP CONSTRAINT escalation_steps_message');
    await runner.query('DROP TABLE tasks, inbound_sms, messages');
  }
}
