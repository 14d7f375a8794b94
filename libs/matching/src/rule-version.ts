import { categories } from '#domain';
import { citizenInputs, smallJobInputs } from './candidates.js';
import { constraints } from './constraints/table.js';
import { parts } from './parts/table.js';
import { standardRules, type MatchingRules } from './rules.js';

/** Raised by hand when the same data decides differently: a changed check, share or text. */
const REVISION = 1;

/**
 * `<revision>-<hash of everything declared>`, stored with each shown ranking so that it can be explained months
 * later. A municipality's own weights give another version.
 */
export function ruleVersion(rules: MatchingRules): string {
  const declared = {
    inputs: [citizenInputs, smallJobInputs],
    constraints: constraints.map(({ code, comparison, reads }) => [code, comparison.kind, reads]),
    parts: parts.map(({ id, sub }) => [id, sub]),
    categories: categories.map(({ id, name, related }) => [id, name, related]),
    rules,
  };
  return `${REVISION}-${digest(declared)}`;
}

/** Tells two declarations of rules apart, in eight letters. */
export const digest = (declared: unknown): string => fnv1a(stableJson(declared));

/** JSON with sorted keys: the order in which a municipality's weights were written down does not matter. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** FNV-1a, 32 bits: tells versions apart, guards against nothing. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

/** The version of the standard rules. */
export const RULE_VERSION = ruleVersion(standardRules);
