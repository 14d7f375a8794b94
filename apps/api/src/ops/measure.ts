type Labels = Record<string, string>;
export interface Sample {
  name: string;
  labels?: Labels;
  value: number;
}
export interface Measure {
  name: string;
  help: string;
  type: 'gauge' | 'counter' | 'histogram';
  samples: Sample[];
}
