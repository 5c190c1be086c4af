/** @file A page of ten megabytes and 200,000 text nodes. */

const LINE = 'The people of the town have heard of it before, and ';
const TERMS = ['a blockchain', 'the Metaverse', 'the CSRC', 'cloud computing', 'nothing new', 'nothing else', 'nothing at all', 'nobody'];

/**
 * @param {number} nodes  text nodes, of some fifty characters each
 */
export function build(nodes) {
  const main = document.createElement('main');
  const article = main.appendChild(document.createElement('article'));
  for (let i = 0; i < nodes; ) {
    const paragraph = document.createElement('p');
    for (let j = 0; j < 5; j += 1, i += 2) {
      const strong = document.createElement('b');
      strong.append(`Item ${i} of the long list. `);
      paragraph.append(`${LINE}${TERMS[(i * 7) % TERMS.length]} (${i}). `, strong);
    }
    article.append(paragraph);
  }
  document.body.replaceChildren(main);
}
