import { Glossary } from 'glossator';
import { GlossPage } from 'glossator/react';
import data from '../public/glossary.json';

const text =
  'The People\'s Bank of China has been testing the digital yuan in several cities for some years. Shops, buses and offices take it.';

/** Rendered on the server, where the engine reads texts as well; the browser marks them. */
export default async function Page() {
  const glossary = await Glossary.load(data);
  const terms = glossary.analyze(text).terms.map(({ entry }) => glossary.entry(entry).term);
  glossary.free();
  return (
    <main>
      <GlossPage as="article" options={{ glossary: '/glossary.json' }}>
        <h1>A currency without paper</h1>
        <p>{text}</p>
      </GlossPage>
      <footer>In this article: {terms.join(', ')}</footer>
    </main>
  );
}
