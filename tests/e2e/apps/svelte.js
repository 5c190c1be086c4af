/** @file The live blog in Svelte. */
import { mount } from 'svelte';
import App from './blog.svelte';

mount(App, { target: /** @type {Element} */ (document.querySelector('#app')) });
