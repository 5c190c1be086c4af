/** @file The notes in Lit, as an element with a shadow root, and its tests by `updateComplete`. */
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { ABOUT, expose, preview, sorted, start, summary } from './notes.js';

class NoteList extends LitElement {
  /** @override */
  static properties = { notes: { state: true }, draft: { state: true }, isOpen: { state: true } };

  constructor() {
    super();
    this.notes = start();
    this.draft = '';
    this.isOpen = false;
  }

  /** @param {Event} event */
  add(event) {
    event.preventDefault();
    this.notes = [...this.notes, { id: Date.now(), text: this.draft, isDone: false }];
    this.draft = '';
  }

  /** @override */
  render() {
    const { notes, draft, isOpen } = this;
    return html`<article>
      <p role="status">${summary(notes)}</p>
      <form @submit=${this.add}>
        <input aria-label="Note" .value=${draft} @input=${(/** @type {any} */ { target }) => (this.draft = target.value)} /><button>Add</button>
      </form>
      <p class="preview">${preview(draft)}</p>
      <ul>
        ${repeat(notes, ({ id }) => id, (note) => html`<li>
            <input type="checkbox" aria-label=${`Done: ${note.text}`} .checked=${note.isDone}
              @change=${() => (this.notes = notes.map((other) => (other === note ? { ...note, isDone: !note.isDone } : other)))} /><span>${note.text}</span>
            <button aria-label=${`Remove ${note.text}`} @click=${() => (this.notes = notes.filter((other) => other !== note))}>Remove</button>
          </li>`)}
      </ul>
      <button @click=${() => (this.notes = sorted(notes))}>Sort</button>
      <button aria-expanded=${String(isOpen)} @click=${() => (this.isOpen = !isOpen)}>About</button>
      ${isOpen ? html`<section aria-label="About"><p>${ABOUT}</p></section>` : nothing}
    </article>`;
  }
}
customElements.define('note-list', NoteList);

expose(async (container) => {
  const element = new NoteList();
  container.append(element);
  await element.updateComplete;
  return {
    root: /** @type {ShadowRoot} */ (element.shadowRoot),
    async act(change) {
      change();
      await element.updateComplete;
    },
    unmount: () => element.remove(),
  };
});
