import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { GlossPage, useGlossator } from 'glossator/react';

function Article() {
  const [paragraphs, setParagraphs] = useState(1);
  return (
    <GlossPage as="article" className="story" options={{ glossary: '/glossary.json', sidebar: false }}>
      <h1>A currency without paper</h1>
      <p>The People's Bank of China has been testing the digital yuan in several cities for some years. Read so far: {paragraphs}.</p>
      {paragraphs > 1 && <p>Most people still pay with the apps they know. The digital yuan needs no account at a bank.</p>}
      <button onClick={() => setParagraphs(3 - paragraphs)}>{paragraphs > 1 ? 'Less' : 'More'}</button>
    </GlossPage>
  );
}

/** The hook says what was found. */
function Note({ text }) {
  const { ref, enrichment, error } = useGlossator({ glossary: '/glossary.json', tooltip: false, sidebar: false, maxMarks: 0 });
  return (
    <aside>
      <p ref={ref}>{text}</p>
      <output>{error ? error.message : (enrichment?.terms.map(({ entry }) => entry.term).join(', ') ?? '')}</output>
    </aside>
  );
}

function App() {
  const [isShown, show] = useState(true);
  return (
    <>
      {isShown && <Article />}
      <Note text="The PBOC says no more." />
      <button id="toggle" onClick={() => show(!isShown)}>
        {isShown ? 'Close' : 'Open'}
      </button>
    </>
  );
}

createRoot(document.getElementById('app')).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
