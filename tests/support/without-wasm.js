/**
 * @file `node --import ./tests/support/without-wasm.js …`: a realm that refuses Wasm as a security policy does. Host modules then load the
 * engine in JavaScript. (Node's own `fetch` is Wasm too, but asks in other ways.)
 */
WebAssembly.Module = /** @type {any} */ (
  class {
    constructor() {
      throw new WebAssembly.CompileError('refused for a test');
    }
  }
);
