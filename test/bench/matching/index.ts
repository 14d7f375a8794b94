export { distributions } from './population/distributions.js';
export {
  countryPlan,
  drawnPopulation,
  municipalityPlan,
  type Population,
  type PopulationPlan,
} from './population/population.js';
export { Random } from './population/random.js';
