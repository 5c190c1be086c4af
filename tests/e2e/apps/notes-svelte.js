/** @file The notes in Svelte, and its tests by `flushSync`. */
import { flushSync, mount, tick, unmount } from 'svelte';
import Notes from './notes.svelte';
import { expose } from './notes.js';

expose(async (container) => {
  const app = mount(Notes, { target: container });
  flushSync();
  let isMounted = true;
  return {
    root: container,
    async act(change) {
      flushSync(change);
      await tick();
    },
    unmount() {
      if (isMounted) void unmount(app);
      isMounted = false;
      flushSync();
    },
  };
});
