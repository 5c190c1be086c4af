/** What the tests' pages have beside the platform: see drive.js and collector.js. */
declare const t: typeof import('./drive.js');
interface Window {
  collectedErrors?: string[];
}
/** See tests/e2e/apps/model.js. */
declare const app: { act(name: string): void; texts(): string[]; shown(): string[] };
