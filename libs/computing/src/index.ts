export { HighsAssignmentSolver } from './highs/highs-assignment-solver.js';
export { CountryRanking } from './country/country-ranking.js';
