'use client';
/**
 * @file `glossator/react`: a hook and a component. Nothing happens while a page is rendered on a server; in StrictMode, where React mounts everything
 * twice, the first glossator is ended before it marks anything.
 *
 * @example
 * <GlossPage as="article" options={{ glossary: '/glossary.json' }}>…</GlossPage>
 *
 * @typedef {import('./component.js').ComponentOptions} ComponentOptions
 * @typedef {import('./component.js').State} State
 * @typedef {{options: ComponentOptions, as?: string, children?: import('react').ReactNode} & import('react').HTMLAttributes<HTMLElement>} GlossPageProps  `as` is the name of the element, `div` by default
 */

import { createElement, useEffect, useState } from 'react';
import { enrichElement, IDLE, signature } from './component.js';

/**
 * Enriches the element that gets the `ref`, and what changes in it.
 * @param {ComponentOptions} options  may be a new object each time; only a change of what is in it starts anew
 * @returns {State & {ref: (element: Element | null) => void}}
 */
export function useGlossator(options) {
  const [root, ref] = useState(/** @type {Element | null} */ (null));
  const [state, update] = useState(IDLE);
  useEffect(() => {
    if (!root) return undefined;
    const stop = enrichElement(root, options, update);
    return () => {
      stop();
      update(IDLE);
    };
  }, [root, signature(options)]);
  return { ...state, ref };
}

/**
 * An element whose content is enriched. Props that are not named here are the element's own. What goes wrong is told in the console.
 * @param {GlossPageProps} props  `options` for Glossator, `as` for the element, and whatever else the element takes
 * @returns {import('react').ReactElement}
 */
export function GlossPage({ options, as = 'div', ...props }) {
  const { ref, error } = useGlossator(options);
  useEffect(() => {
    if (error) console.error(error);
  }, [error]);
  return createElement(as, { ...props, ref });
}
