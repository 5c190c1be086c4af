/** The parts of the package that go with React, Vue and unified, as a strict project sees them. Never run. */
import { attachCards } from 'glossator/cards';
import { GlossPage, useGlossator } from 'glossator/react';
import rehypeGlossator from 'glossator/rehype';
import { GlossPage as VuePage, useGlossator as useInVue } from 'glossator/vue';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { h, ref } from 'vue';
import type { Glossator } from 'glossator';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(..._: Equal<A, B> extends true ? [] : ['not the same type']): void => {};

// ---------------------------------------------------------------- React

export function Page() {
  const { ref, glossator, enrichment, error } = useGlossator({ glossary: '/glossary.json', occurrences: 'all' });
  same<typeof glossator, Glossator | null>();
  return (
    <>
      <div ref={ref}>{enrichment?.terms.map(({ entry }) => entry.term)}</div>
      <p>{error?.code}</p>
      <GlossPage as="article" className="story" id="a" options={{ glossary: '/glossary.json' }}>
        Text
      </GlossPage>
    </>
  );
}
// @ts-expect-error the options are needed
void (<GlossPage />);
// @ts-expect-error the root is the component's element
useGlossator({ glossary: '/glossary.json', root: 'article' });

// ---------------------------------------------------------------- Vue

const element = ref<HTMLElement | null>(null);
const state = useInVue(element, () => ({ glossary: '/glossary.json' }));
same<typeof state.value.glossator, Glossator | null>();
useInVue(element, { glossary: '/glossary.json' });
// @ts-expect-error a value that does not exist
useInVue(element, { glossary: '/glossary.json', occurrences: 'last' });
h(VuePage, { options: { glossary: '/glossary.json' }, as: 'article' });

// ---------------------------------------------------------------- at build time

unified().use(rehypeParse).use(rehypeGlossator, { glossary: '/glossary.json', scope: 'article', title: 'Words', occurrences: 'section' });
// @ts-expect-error an option that is for pages
rehypeGlossator({ glossary: '/glossary.json', sidebar: true });
declare const locale: string | undefined;
useGlossator({ glossary: '/glossary.json', locale });
attachCards({ locale });
// @ts-expect-error the options are needed
h(VuePage, { as: 'article' });
// @ts-expect-error a value that does not exist
h(VuePage, { options: { glossary: '/glossary.json', occurrences: 'last' } });
const cards = attachCards({ tooltip: { theme: 'dark' }, locale: 'de' });
same<ReturnType<typeof cards.destroy>, void>();
