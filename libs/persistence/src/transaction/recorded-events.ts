import { subjectOf, type DomainEvent } from '#domain';
import type { EntityManager } from 'typeorm';

export interface RecordedEvent {
  id: string;
  event: DomainEvent;
  byStaffId: string | null;
}

export async function recordEvents(
  manager: EntityManager,
  municipalityId: string,
  events: readonly RecordedEvent[],
): Promise<void> {
  const rows = events.map(({ id, event, byStaffId }) => {
    const { type, ...payload } = event;
    return { id, type, payload, subject_id: subjectOf(event), by_staff_id: byStaffId };
  });
  await manager.query(
    `INSERT INTO events (id, municipality_id, type, payload, subject_id, by_staff_id)
     SELECT id, $1, type, payload, subject_id, by_staff_id FROM jsonb_to_recordset($2::jsonb)
       AS recorded (id uuid, type text, payload jsonb, subject_id uuid, by_staff_id uuid)`,
    [municipalityId, JSON.stringify(rows)],
  );
}
