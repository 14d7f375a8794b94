import type { Measure, Sample } from './measure.js';

/** In the text format of Prometheus: numbers that others have counted, which prom-client cannot be given. */
export const exposed = (measures: readonly Measure[]): string =>
  measures
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, type, samples }) =>
      [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...samples.map(line), ''].join('\n'),
    )
    .join('\n');

const line = ({ name, labels = {}, value }: Sample): string => {
  const pairs = Object.entries(labels).map(([label, of]) => `${label}="${escaped(of)}"`);
  return `${name}${pairs.length > 0 ? `{${pairs.join(',')}}` : ''} ${value}`;
};

const escaped = (text: string): string => text.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n');
