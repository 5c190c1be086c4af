/** @file The component for Vue, with what an application may give it. */
import { createApp, h, shallowRef } from 'vue';
import { GlossPage } from '../../../www/host/vue.js';
import { expose, TEXT } from './parts.js';

const options = shallowRef(null);
createApp({ render: () => options.value && h(GlossPage, { as: 'article', options: options.value }, () => h('p', TEXT)) }).mount('#app');
expose((next) => (options.value = next));
