import { placementWords as w } from '../../words/desk-placement.js';

export interface RoomLink {
  href: string;
  label: string;
  current: boolean;
}

const rooms = { proposals: '/kommune/forslag', offers: '/kommune/tilbud', agreements: '/kommune/aftaler' };
export type PlacementRoom = keyof typeof rooms;

/** The three lists one goes through, from the proposal to the agreement. */
export const roomsView = (here: PlacementRoom): RoomLink[] =>
  (Object.keys(rooms) as PlacementRoom[]).map((room) => ({
    href: rooms[room],
    label: w.rooms[room],
    current: room === here,
  }));
