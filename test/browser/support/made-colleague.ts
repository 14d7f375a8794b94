import { made } from '../../e2e/placement.js';
import { Stage } from '../../../demo/src/story/stage.js';
import type { Place } from '../pages/place.js';

let people = 0;

/** A consultant who follows nobody yet, and answers the phone at every hour of the week. */
export async function madeColleague(place: Place): Promise<{ id: string; name: string }> {
  people += 1;
  const name = `Prøve Kollegasen ${people}`;
  const colleague = {
    name,
    role: 'consultant',
    email: null,
    phone: `+45239${String(10_000 + people)}`,
    teamId: null,
    deputyId: null,
    contactHours: { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '23:59' },
  };
  const { id } = made(await new Stage(place.product.ready).leader.post('/staff', colleague));
  return { id, name };
}
