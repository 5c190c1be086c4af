/**
 * @file Makes `class … extends EventTarget` work in Firefox's content scripts; imported before whatever does that.
 *
 * There `EventTarget` is the page's, seen from another world: what its constructor returns has the page's prototype, and a subclass
 * has none of its own methods. The replacement is of our world, and only in it.
 */

const Native = globalThis.EventTarget;

class Probe extends Native {
  own() {}
}

/** @implements {EventTarget} */
class OwnEventTarget {
  #target = new Native();

  /** @param {Parameters<EventTarget['addEventListener']>} parameters */
  addEventListener(...parameters) {
    this.#target.addEventListener(...parameters);
  }

  /** @param {Parameters<EventTarget['removeEventListener']>} parameters */
  removeEventListener(...parameters) {
    this.#target.removeEventListener(...parameters);
  }

  /** @param {Event} event */
  dispatchEvent(event) {
    return this.#target.dispatchEvent(event);
  }
}

if (!('own' in new Probe())) globalThis.EventTarget = OwnEventTarget;
