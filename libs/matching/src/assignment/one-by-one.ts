import type { CitizenSearch } from './citizen-search.js';
import type { SeatSearch } from './seat-search.js';
import { FREE, type Standing } from './standing.js';

/** Brings in all seats and places of a standing where nobody sits yet. */
export function openAll(standing: Standing, search: SeatSearch): void {
  const { y, z, open, seats, contact } = standing;
  priceJobs(standing);
  priceContacts(standing);
  // First what changes nothing: after it a place that is given back finds every job that could use it.
  for (let job = 0; job < standing.jobs; job += 1) if (y[job]! <= z[contact[job]!]!) open[job] = seats[job]!;
  for (let job = 0; job < standing.jobs; job += 1) openSeats(standing, search, job);
  for (let one = 0; one < standing.contacts; one += 1) openRoom(standing, search, one);
}

/** A job's price is the most that anybody offers. */
function priceJobs(standing: Standing): void {
  for (let job = 0; job < standing.jobs; job += 1) standing.y[job] = highestOffer(standing, job);
}

export function highestOffer({ from, to, pairs, scale, u }: Standing, job: number): number {
  let price = 0;
  for (let pair = from[job]!; pair < to[job]!; pair += 1) {
    const offer = pairs.value[pair]! * scale + 1 - u[pairs.citizen[pair]!]!;
    if (offer > price) price = offer;
  }
  return price;
}

/**
 * A contact's price is that of the first seat which would find no place if every job got its best: near enough to
 * begin with, and never so low that more seats than places cost more.
 */
function priceContacts({ contact, contacts, seats, y, z, room, openRoom }: Standing): void {
  const wanted: number[][] = Array.from({ length: contacts + 1 }, () => []);
  contact.forEach((one, job) => wanted[one]!.push(job));
  for (let one = 0; one < contacts; one += 1) {
    let places = room[one]!;
    for (const job of wanted[one]!.sort((a, b) => y[b]! - y[a]!)) {
      places -= seats[job]!;
      if (places < 0) {
        z[one] = y[job]!;
        break;
      }
    }
    if (z[one] === 0) openRoom[one] = room[one]!;
  }
  openRoom[contacts] = room[contacts]!;
}

/** Brings in the seats of a job, each with a place at its contact, as long as a seat is worth more than the place. */
export function openSeats(standing: Standing, search: SeatSearch, job: number, people?: CitizenSearch): void {
  const { y, z, open, seats, used, openRoom, room } = standing;
  const contact = standing.contact[job]!;
  while (open[job]! < seats[job]! && y[job]! > z[contact]!) {
    if (used[contact] === openRoom[contact]) {
      if (openRoom[contact] === room[contact]) {
        if (room[contact] === 0) {
          z[contact] = y[job]!;
          break;
        }
        people!.takePlace(contact);
      }
      openRoom[contact]! += 1;
    }
    open[job]! += 1;
    search.fromJob(job);
    search.commit();
  }
  if (y[job]! <= z[contact]!) open[job] = seats[job]!;
}

/** Brings in the places of a contact that no seat brought with it. */
export function openRoom(standing: Standing, search: SeatSearch, contact: number): void {
  const { z, room } = standing;
  while (z[contact]! > 0 && standing.openRoom[contact]! < room[contact]!) {
    standing.openRoom[contact]! += 1;
    search.fromContact(contact);
    search.commit();
  }
  if (z[contact] === 0) standing.openRoom[contact] = room[contact]!;
}

/** Takes a job out with everybody who sits there. @returns who they are */
export function takeOut(standing: Standing, job: number): number[] {
  const { from, to, jobOf, pairs, filled, used, z } = standing;
  const contact = standing.contact[job]!;
  const left: number[] = [];
  for (let pair = from[job]!; pair < to[job]! && left.length < filled[job]!; pair += 1) {
    const who = pairs.citizen[pair]!;
    if (jobOf[who] !== job) continue;
    jobOf[who] = FREE;
    left.push(who);
  }
  used[contact]! -= left.length;
  if (z[contact]! > 0) standing.openRoom[contact] = used[contact]!;
  filled[job] = 0;
  standing.open[job] = 0;
  from[job] = to[job] = 0;
  return left;
}
