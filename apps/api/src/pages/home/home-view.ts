export interface HomeView {
  language: 'da';
  tab: string;
  municipality: string;
  demo: boolean;
}
