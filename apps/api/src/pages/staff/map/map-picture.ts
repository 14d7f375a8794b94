import type { Position } from '#domain';
import { townsWithin, type MapCentre, type Workplace } from '#use-cases';
import { mapWords as w } from '../../words/desk-map.js';
import {
  aroundPoint,
  labelsAt,
  onRing,
  pinsAt,
  projectionOf,
  scaleOf,
  type Label,
  type Projection,
  type Wish,
} from './map-drawing.js';

/** The drawing: templates/pages/staff/map/map.hbs. */
export interface MapPicture {
  width: number;
  height: number;
  label: string;
  centre: { x: number; y: number } | null;
  rings: { x: number; y: number; radius: number }[];
  /** Of towns and rings. */
  names: Label[];
  pins: {
    number: number;
    x: number;
    y: number;
    /** From where it had to move. */
    from: { x: number; y: number } | null;
    label: string;
  }[];
  scale: { x1: number; x2: number; y: number; textY: number; label: string };
}

/** Kilometres from the middle at which a band ends. */
export const BANDS = [2, 5, 10] as const;

/** Null: there is nothing to draw. */
export function mapPicture(places: readonly Workplace[], centre: MapCentre | null): MapPicture | null {
  const positions: Position[] = [
    ...places.map(({ position }) => position),
    ...(centre ? [centre.position] : []),
  ];
  if (places.length === 0) return null;
  const plane = projectionOf(positions);
  const pins = pinsAt(
    places.map(({ position }) => plane.at(position)),
    plane,
  );
  const { km, pixels } = scaleOf(plane);
  const rings = centre ? ringsAround(centre, plane) : [];
  return {
    width: plane.width,
    height: plane.height,
    label: w.mapLabel(places.length),
    centre: centre && plane.at(centre.position),
    rings,
    names: labelsAt([...townWishes(places, centre, plane), ...ringWishes(rings)].sort(byRank), pins, plane),
    pins: places.map((place, at) => ({
      number: at + 1,
      ...pins[at]!,
      label: w.pin(at + 1, place.company.name, w.metres(place.metres)),
    })),
    scale: {
      x1: 16,
      x2: 16 + pixels,
      y: plane.height - 14,
      textY: plane.height - 20,
      label: w.kilometres(km),
    },
  };
}

function ringsAround({ position }: MapCentre, plane: Projection): MapPicture['rings'] {
  const { x, y } = plane.at(position);
  return BANDS.map((km) => ({ x, y, radius: Math.round(km * plane.pixelsPerKm) }));
}

/** The middle first, then the rings and towns with a workplace, then all others that there is room for. */
type RankedWish = Wish & { rank: number };

const byRank = (a: RankedWish, b: RankedWish): number =>
  a.rank - b.rank || a.text.localeCompare(b.text, 'da-DK');

const ringWishes = (rings: MapPicture['rings']): RankedWish[] =>
  rings.map(({ radius, ...middle }, at) => {
    const text = w.kilometres(BANDS[at]!);
    return { text, places: onRing(middle, radius, text), rank: 1 };
  });

function townWishes(places: readonly Workplace[], centre: MapCentre | null, plane: Projection): RankedWish[] {
  const own = new Set(places.map(({ address }) => address.town));
  const rank = (name: string): number => (name === centre?.town ? 0 : own.has(name) ? 2 : 3);
  return townsWithin(plane.box).map(({ name, position }) => ({
    text: name,
    places: aroundPoint(plane.at(position), name),
    rank: rank(name),
  }));
}
