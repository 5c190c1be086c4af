/** @file The live blog in Lit. */
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { expose, sentence, start, tabText } from './model.js';

/** @param {import('./model.js').State} state */
const show = (state) =>
  render(
    html`<article>
      <p>${sentence(state)}</p>
      <p>Since ${state.count} a ${state.shout ? html`<b>BLOCKCHAIN</b>` : 'blockchain'} of ${state.count}.</p>
      <ul>${repeat(state.posts, ({ id }) => id, ({ text }) => html`<li>${text}</li>`)}</ul>
      ${state.tab === 'first' ? html`<p>${tabText(state)}</p>` : html`<p>${tabText(state)}</p>`}
    </article>`,
    /** @type {HTMLElement} */ (document.querySelector('#app')),
  );
show(start());
expose(show);
