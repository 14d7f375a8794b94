import { Dice } from './dice.js';

const firstNames = (
  'Abdi Ahmed Aisha Alma Amina Anders Anita Anne Anton Asger Astrid Bente Birgit Bjarne Bo Brian Camilla ' +
  'Carina Carsten Charlotte Christian Claus Daniel Dorte Dragan Elena Elif Else Emil Erik Fatima Finn Flemming ' +
  'Frederik Gitte Hanne Hassan Heidi Helle Henrik Ida Inge Ivan Jacob Jan Jette Jens Johnny Julie Jytte ' +
  'Kasper Katrine Kenneth Kirsten Kurt Lasse Leila Lene Line Lis Lone Louise Maja Malene Marek Maria Marianne ' +
  'Martin Mehmet Michael Mikkel Mona Morten Nasrin Natasja Niels Nina Ole Oksana Omar Per Pernille Peter ' +
  'Poul Rasmus Rikke Rune Sanne Selma Simon Sofia Steen Susanne Svend Sara Tanja Thomas Tina Tommy Torben ' +
  'Ulla Vibeke Victor Yasmin Yusuf Zahra'
).split(' ');

const lastNames = (
  'Aagaard Abdullah Andersen Bach Bang Bech Bertelsen Brandt Bruun Bøgh Carlsen Christensen Dahl Dam Damgaard ' +
  'Eriksen Farah Fischer Frandsen Friis Gade Gregersen Hald Hamid Hedegaard Henriksen Hermansen Holst Hussein ' +
  'Iversen Jakobsen Jensen Jepsen Johansen Juhl Justesen Kaya Kjeldsen Klausen Knudsen Koch Kovac Kragh Kruse ' +
  'Larsen Lauridsen Lind Lorenzen Lund Madsen Markussen Mathiesen Mikkelsen Mogensen Mortensen Munk Møller ' +
  'Nielsen Nissen Nowak Nygaard Olesen Olsen Osman Overgaard Pedersen Petersen Poulsen Rahimi Rasmussen Ravn ' +
  'Riis Schmidt Schultz Simonsen Skov Smith Sommer Svendsen Sørensen Thomsen Thygesen Toft Vestergaard Vinther ' +
  'Winther Yilmaz Østergaard'
).split(' ');

/** So many different names; a list with two of the same name is a list one cannot talk about. */
export function differentNames(subject: string, count: number): string[] {
  const dice = new Dice(`names of ${subject}`);
  const names = new Set<string>();
  while (names.size < count) names.add(`${dice.pick(firstNames)} ${dice.pick(lastNames)}`);
  return [...names];
}
