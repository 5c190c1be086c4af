/**
 * @file Pulls a bottom sheet down and away. Follows the finger, closes past a third of the height or on a quick flick,
 * springs back otherwise. Never takes a scroll from text that scrolls.
 */

import { isElement } from './dom.js';

/** Finger movement in CSS px that is still a tap. */
const SLOP = 6;

/** The part of its height after which a released sheet goes on down by itself. */
const FAR_ENOUGH = 1 / 3;

/** CSS px per ms: a flick, which nobody makes by resting a thumb. */
const FLICK = 0.5;

/**
 * @param {HTMLElement} host  takes `--_pull` and the attribute `pulled`
 * @param {HTMLElement} panel
 * @param {() => void} close
 * @param {AbortSignal} signal
 */
export function swipeAway(host, panel, close, signal) {
  /** @type {{id: number, y: number, time: number} | null} */
  let from = null;
  let pull = 0;

  const release = () => {
    from = null;
    pull = 0;
    host.removeAttribute('pulled');
    host.style.removeProperty('--_pull');
  };

  panel.addEventListener('pointerdown', (event) => {
    if (!host.hasAttribute('sheet') || !event.isPrimary) return;
    const scrolled = isElement(event.target) && event.target.closest('.body[tabindex]') && !event.target.closest('.top, .title');
    if (!scrolled) from = { id: event.pointerId, y: event.clientY, time: event.timeStamp };
  }, { signal });

  panel.addEventListener('pointermove', (event) => {
    if (event.pointerId !== from?.id) return;
    pull = Math.max(0, event.clientY - from.y);
    if (pull <= SLOP && !host.hasAttribute('pulled')) return;
    if (!host.hasAttribute('pulled')) panel.setPointerCapture(event.pointerId);
    host.toggleAttribute('pulled', true);
    host.style.setProperty('--_pull', `${pull}px`);
  }, { signal });

  panel.addEventListener('pointerup', (event) => {
    if (event.pointerId !== from?.id) return;
    const quick = pull > 4 * SLOP && pull / (event.timeStamp - from.time) > FLICK;
    const isAway = pull > panel.offsetHeight * FAR_ENOUGH || quick;
    release();
    if (isAway) close();
  }, { signal });

  panel.addEventListener('pointercancel', release, { signal });
}
