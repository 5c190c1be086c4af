/**
 * @file `glossator/vue`: a composable and a component. Nothing happens while a page is rendered on a server.
 *
 * @example
 * <GlossPage as="article" :options="{ glossary: '/glossary.json' }">…</GlossPage>
 *
 * @typedef {import('./component.js').ComponentOptions} ComponentOptions
 * @typedef {import('./component.js').State} State
 */

import { defineComponent, h, shallowReadonly, shallowRef, toRaw, toValue, watch } from 'vue';
import { enrichElement, IDLE, signature } from './component.js';

/**
 * Enriches the element of a template ref, and what changes in it.
 * @param {import('vue').Ref<Element | null | undefined>} root  the template ref of the element whose text is marked
 * @param {import('vue').MaybeRefOrGetter<ComponentOptions>} options  may change; only a change of what is in it starts anew
 * @returns {Readonly<import('vue').ShallowRef<State>>}
 */
export function useGlossator(root, options) {
  const state = shallowRef(IDLE);
  // Without their proxies, behind which a Glossary cannot find its private fields.
  const raw = () => /** @type {ComponentOptions} */ (Object.fromEntries(Object.entries(toValue(options)).map(([key, value]) => [key, toRaw(value)])));
  watch(
    [root, () => signature(raw())],
    ([element], _, onCleanup) => {
      state.value = IDLE;
      if (element) onCleanup(enrichElement(element, raw(), (now) => (state.value = now)));
    },
    { flush: 'post' },
  );
  return shallowReadonly(state);
}

/**
 * An element whose content is enriched. Attributes that are not named here are the element's own. What goes wrong is told in the console.
 * Its type is one that Vue 3.3 has too: what newer ones deduce has more parameters there.
 * @type {import('vue').DefineComponent<{options: ComponentOptions, as?: string}>}
 */
export const GlossPage = defineComponent({
  name: 'GlossPage',
  props: {
    options: { type: /** @type {import('vue').PropType<ComponentOptions>} */ (Object), required: true },
    as: { type: String, default: 'div' },
  },
  setup(props, { slots }) {
    const root = shallowRef(/** @type {Element | null} */ (null));
    const state = useGlossator(root, () => props.options);
    watch(() => state.value.error, (error) => error && console.error(error));
    return () => h(/** @type {string} */ (props.as), { ref: root }, slots['default']?.());
  },
});
