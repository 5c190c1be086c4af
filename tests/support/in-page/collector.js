/**
 * @file Keeps what a page reports as an error, for the engine whose driver cannot listen to the console. A classic script, so
 * that it runs before everything else of the page.
 */
{
  /** @type {string[]} */
  const errors = window.collectedErrors ?? [];
  window.collectedErrors = errors;
  const original = console.error;
  console.error = (...args) => {
    errors.push(args.map(String).join(' '));
    original.apply(console, args);
  };
  addEventListener('error', (event) => errors.push(event.message || `could not load ${event.target}`), true);
  addEventListener('unhandledrejection', (event) => errors.push(`unhandled rejection: ${event.reason}`));
  document.addEventListener('securitypolicyviolation', (event) =>
    errors.push(`${event.effectiveDirective} blocked ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`),
  );
}
