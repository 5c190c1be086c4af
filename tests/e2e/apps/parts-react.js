/** @file The component for React, with what an application may give it; in StrictMode, where everything is mounted twice. */
import { createElement as h, StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { GlossPage } from '../../../www/host/react.js';
import { expose, TEXT } from './parts.js';

function App() {
  const [options, set] = useState(null);
  useEffect(() => expose(set), []);
  return options && h(GlossPage, { as: 'article', options }, h('p', null, TEXT));
}

createRoot(/** @type {Element} */ (document.querySelector('#app'))).render(h(StrictMode, null, h(App)));
