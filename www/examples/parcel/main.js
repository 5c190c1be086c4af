import { createGlossator } from 'glossator';
import glossary from './glossary.json';

// Parcel's development build knows no `await` outside functions.
createGlossator({ glossary }).then((glossator) => glossator.enrich());
