/**
 * @file `glossator/define`: registers `<gloss-page>`. The only effect of importing it, and none where there are no custom elements
 * (Node, content scripts) or where the name is taken.
 */

import { GlossPage } from './gloss-page.js';

export { GlossPage };

const { customElements } = globalThis;
if (customElements && !customElements.get('gloss-page')) customElements.define('gloss-page', GlossPage);
