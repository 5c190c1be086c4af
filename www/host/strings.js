/**
 * @file Every string that a reader sees, in one place. Plurals and numbers go through Intl.
 *
 * `{n}`, `{total}` and `{name}` are filled in; a row of plural forms is an object from CLDR category to text. Languages
 * beside English may leave a string out: English then stands in, which the tests do not allow for our own six.
 */

/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>> & {other: string}} Plural */

const EN = {
  card: {
    definedHere: 'Defined here',
    goToDefinition: 'Go to the definition',
    copy: 'Copy',
    copied: 'Copied',
    hide: 'Don’t show this term again',
    senses: 'Other meanings',
    unclear: 'Unclear from the text; it may also mean',
    also: 'also: {name}',
    back: 'Back',
    close: 'Close',
    next: 'Next mention',
    previous: 'Previous mention',
    place: '{n} of {total} in this article',
    count: /** @type {Plural} */ ({ one: '{n} mention in this article', other: '{n} mentions in this article' }),
    related: 'See also',
    newTab: 'opens in a new tab',
  },
  sidebar: {
    actors: 'People and organisations',
    dates: 'Timeline',
    abbreviations: 'Abbreviations',
    figures: 'Figures',
    suggestions: 'Not in the glossary yet',
    showAll: /** @type {Plural} */ ({ other: 'Show all {n}' }),
    resize: 'Width of the article guide',
    byCategory: 'Category',
    noCategory: 'Other',
    cards: 'Cards for Anki',
    print: 'Print',
    hidden: /** @type {Plural} */ ({ one: '{n} term hidden', other: '{n} terms hidden' }),
    showAgain: 'Show again',
    title: 'About this article',
    summary: 'In brief',
    keyTerms: 'Key terms',
    openSidebar: 'Open article guide',
    closeSidebar: 'Close article guide',
    readingTime: /** @type {Plural} */ ({ one: '{n} min read', other: '{n} min read' }),
    mentions: /** @type {Plural} */ ({ one: '{n} mention', other: '{n} mentions' }),
    place: '{n} of {total}',
    shown: '{n} of {total}',
    goTo: 'Go to mention {n} of {total}',
    noTerms: 'No glossary terms were found in this article.',
    filter: 'Filter terms',
    noMatch: 'No term matches “{name}”.',
    order: 'Order of the terms',
    byRelevance: 'Relevance',
    byMention: 'In the text',
    byName: 'A–Z',
    copy: 'Copy as Markdown',
    copied: 'Copied',
    download: 'Download CSV',
  },
};

/** @typedef {typeof EN} Table */

/** @type {Record<string, {card: Partial<Table['card']>, sidebar: Partial<Table['sidebar']>}>} */
const TABLES = {
  en: EN,
  de: {
    card: {
      definedHere: 'Hier definiert',
      goToDefinition: 'Zur Definition',
      copy: 'Kopieren',
      copied: 'Kopiert',
      hide: 'Diesen Begriff nicht mehr anzeigen',
      senses: 'Andere Bedeutungen',
      unclear: 'Der Text lässt es offen; gemeint sein kann auch',
      also: 'auch: {name}',
      back: 'Zurück',
      close: 'Schließen',
      next: 'Nächste Stelle',
      previous: 'Vorherige Stelle',
      place: 'Stelle {n} von {total}',
      count: { one: '{n} Erwähnung in diesem Artikel', other: '{n} Erwähnungen in diesem Artikel' },
      related: 'Siehe auch',
      newTab: 'öffnet sich in einem neuen Tab',
    },
    sidebar: {
      actors: 'Personen und Organisationen',
      dates: 'Zeitleiste',
      abbreviations: 'Abkürzungen',
      figures: 'Zahlen',
      suggestions: 'Noch nicht im Glossar',
      showAll: { other: 'Alle {n} anzeigen' },
      resize: 'Breite der Artikelübersicht',
      byCategory: 'Kategorie',
      noCategory: 'Sonstige',
      cards: 'Anki-Karten',
      print: 'Drucken',
      hidden: { one: '{n} Begriff ausgeblendet', other: '{n} Begriffe ausgeblendet' },
      showAgain: 'Wieder anzeigen',
      title: 'Über diesen Artikel',
      summary: 'Kurz gefasst',
      keyTerms: 'Wichtige Begriffe',
      openSidebar: 'Artikelübersicht öffnen',
      closeSidebar: 'Artikelübersicht schließen',
      readingTime: { other: '{n} Min. Lesezeit' },
      mentions: { one: '{n} Erwähnung', other: '{n} Erwähnungen' },
      place: '{n} von {total}',
      shown: '{n} von {total}',
      goTo: 'Zu Stelle {n} von {total}',
      noTerms: 'In diesem Artikel wurden keine Begriffe aus dem Glossar gefunden.',
      filter: 'Begriffe filtern',
      noMatch: 'Kein Begriff passt zu „{name}“.',
      order: 'Reihenfolge der Begriffe',
      byRelevance: 'Relevanz',
      byMention: 'Im Text',
      byName: 'A–Z',
      copy: 'Als Markdown kopieren',
      copied: 'Kopiert',
      download: 'CSV herunterladen',
    },
  },
  fr: {
    card: {
      definedHere: 'Défini ici',
      goToDefinition: 'Aller à la définition',
      copy: 'Copier',
      copied: 'Copié',
      hide: 'Ne plus afficher ce terme',
      senses: 'Autres sens',
      unclear: 'Le texte ne tranche pas\u202f; le sens peut aussi être',
      also: 'aussi\u00a0: {name}',
      back: 'Retour',
      close: 'Fermer',
      next: 'Mention suivante',
      previous: 'Mention précédente',
      place: 'Mention {n} sur {total}',
      count: { one: '{n} mention dans cet article', other: '{n} mentions dans cet article' },
      related: 'Voir aussi',
      newTab: 's’ouvre dans un nouvel onglet',
    },
    sidebar: {
      actors: 'Personnes et organisations',
      dates: 'Chronologie',
      abbreviations: 'Sigles et abréviations',
      figures: 'Chiffres',
      suggestions: 'Absents du glossaire',
      showAll: { other: 'Tout afficher ({n})' },
      resize: 'Largeur du guide de lecture',
      byCategory: 'Catégorie',
      noCategory: 'Autres',
      cards: 'Cartes Anki',
      print: 'Imprimer',
      hidden: { one: '{n} terme masqué', other: '{n} termes masqués' },
      showAgain: 'Réafficher',
      title: 'À propos de cet article',
      summary: 'En bref',
      keyTerms: 'Termes clés',
      openSidebar: 'Ouvrir le guide de lecture',
      closeSidebar: 'Fermer le guide de lecture',
      readingTime: { other: '{n} min de lecture' },
      mentions: { one: '{n} mention', other: '{n} mentions' },
      place: '{n} sur {total}',
      shown: '{n} sur {total}',
      goTo: 'Aller à la mention {n} sur {total}',
      noTerms: 'Aucun terme du glossaire n’a été trouvé dans cet article.',
      filter: 'Filtrer les termes',
      noMatch: 'Aucun terme ne correspond à «\u00a0{name}\u00a0».',
      order: 'Ordre des termes',
      byRelevance: 'Pertinence',
      byMention: 'Dans le texte',
      byName: 'A–Z',
      copy: 'Copier en Markdown',
      copied: 'Copié',
      download: 'Télécharger en CSV',
    },
  },
  es: {
    card: {
      definedHere: 'Definido aquí',
      goToDefinition: 'Ir a la definición',
      copy: 'Copiar',
      copied: 'Copiado',
      hide: 'No volver a mostrar este término',
      senses: 'Otros significados',
      unclear: 'El texto no lo aclara; también puede ser',
      also: 'también: {name}',
      back: 'Volver',
      close: 'Cerrar',
      next: 'Mención siguiente',
      previous: 'Mención anterior',
      place: 'Mención {n} de {total}',
      count: { one: '{n} mención en este artículo', other: '{n} menciones en este artículo' },
      related: 'Véase también',
      newTab: 'se abre en una pestaña nueva',
    },
    sidebar: {
      actors: 'Personas y organizaciones',
      dates: 'Cronología',
      abbreviations: 'Siglas y abreviaturas',
      figures: 'Cifras',
      suggestions: 'Aún no están en el glosario',
      showAll: { other: 'Mostrar todo ({n})' },
      resize: 'Anchura de la guía de lectura',
      byCategory: 'Categoría',
      noCategory: 'Otros',
      cards: 'Tarjetas de Anki',
      print: 'Imprimir',
      hidden: { one: '{n} término oculto', other: '{n} términos ocultos' },
      showAgain: 'Volver a mostrar',
      title: 'Sobre este artículo',
      summary: 'En resumen',
      keyTerms: 'Términos clave',
      openSidebar: 'Abrir la guía de lectura',
      closeSidebar: 'Cerrar la guía de lectura',
      readingTime: { other: '{n} min de lectura' },
      mentions: { one: '{n} mención', other: '{n} menciones' },
      place: '{n} de {total}',
      shown: '{n} de {total}',
      goTo: 'Ir a la mención {n} de {total}',
      noTerms: 'No se ha encontrado ningún término del glosario en este artículo.',
      filter: 'Filtrar términos',
      noMatch: 'Ningún término coincide con «{name}».',
      order: 'Orden de los términos',
      byRelevance: 'Relevancia',
      byMention: 'En el texto',
      byName: 'A–Z',
      copy: 'Copiar como Markdown',
      copied: 'Copiado',
      download: 'Descargar CSV',
    },
  },
  zh: {
    card: {
      definedHere: '本文定义',
      goToDefinition: '查看定义处',
      copy: '复制',
      copied: '已复制',
      hide: '不再显示此术语',
      senses: '其他含义',
      unclear: '文中无法判断，也可能指',
      also: '又称：{name}',
      back: '返回',
      close: '关闭',
      next: '下一处',
      previous: '上一处',
      place: '本文第 {n} 处，共 {total} 处',
      count: { other: '本文共提及 {n} 次' },
      related: '另见',
      newTab: '在新标签页中打开',
    },
    sidebar: {
      actors: '人物与机构',
      dates: '时间线',
      abbreviations: '缩写',
      figures: '数据',
      suggestions: '术语表尚未收录',
      showAll: { other: '显示全部 {n} 项' },
      resize: '文章导读栏宽度',
      byCategory: '类别',
      noCategory: '其他',
      cards: 'Anki 卡片',
      print: '打印',
      hidden: { other: '已隐藏 {n} 个术语' },
      showAgain: '重新显示',
      title: '关于本文',
      summary: '内容提要',
      keyTerms: '关键术语',
      openSidebar: '打开文章导读',
      closeSidebar: '关闭文章导读',
      readingTime: { other: '阅读约需 {n} 分钟' },
      mentions: { other: '提及 {n} 次' },
      place: '第 {n} 处，共 {total} 处',
      shown: '{n} 个，共 {total} 个',
      goTo: '转到第 {n} 处，共 {total} 处',
      noTerms: '本文未出现术语表中的术语。',
      filter: '筛选术语',
      noMatch: '没有与“{name}”匹配的术语。',
      order: '术语排序',
      byRelevance: '相关度',
      byMention: '原文顺序',
      byName: '名称',
      copy: '复制为 Markdown',
      copied: '已复制',
      download: '下载 CSV',
    },
  },
  ar: {
    card: {
      definedHere: 'معرَّف هنا',
      goToDefinition: 'الانتقال إلى التعريف',
      copy: 'نسخ',
      copied: 'تم النسخ',
      hide: 'عدم إظهار هذا المصطلح مجددًا',
      senses: 'معانٍ أخرى',
      unclear: 'لا يحسم النص المعنى، وقد يُقصد أيضًا',
      also: 'يُعرف أيضًا باسم: {name}',
      back: 'رجوع',
      close: 'إغلاق',
      next: 'الموضع التالي',
      previous: 'الموضع السابق',
      place: 'الموضع {n} من {total}',
      count: {
        zero: 'لم يُذكر في هذا المقال',
        one: 'ذُكر مرة واحدة في هذا المقال',
        two: 'ذُكر مرتين في هذا المقال',
        few: 'ذُكر {n} مرات في هذا المقال',
        many: 'ذُكر {n} مرة في هذا المقال',
        other: 'ذُكر {n} مرة في هذا المقال',
      },
      related: 'انظر أيضًا',
      newTab: 'يُفتح في علامة تبويب جديدة',
    },
    sidebar: {
      actors: 'أشخاص وجهات',
      dates: 'التسلسل الزمني',
      abbreviations: 'الاختصارات',
      figures: 'أرقام',
      suggestions: 'غير موجودة في المسرد بعد',
      showAll: { other: 'إظهار الكل ({n})' },
      resize: 'اتساع دليل القراءة',
      byCategory: 'الفئة',
      noCategory: 'أخرى',
      cards: 'بطاقات Anki',
      print: 'طباعة',
      hidden: {
        zero: 'لا مصطلحات مخفية', one: 'مصطلح مخفي واحد', two: 'مصطلحان مخفيان', few: '{n} مصطلحات مخفية', many: '{n} مصطلحًا مخفيًا', other: '{n} مصطلح مخفي',
      },
      showAgain: 'إظهار مجددًا',
      title: 'عن هذا المقال',
      summary: 'باختصار',
      keyTerms: 'المصطلحات الأساسية',
      openSidebar: 'فتح دليل القراءة',
      closeSidebar: 'إغلاق دليل القراءة',
      readingTime: {
        one: 'مدة القراءة دقيقة واحدة',
        two: 'مدة القراءة دقيقتان',
        few: 'مدة القراءة {n} دقائق',
        other: 'مدة القراءة {n} دقيقة',
      },
      mentions: {
        zero: 'لم يُذكر',
        one: 'ذُكر مرة واحدة',
        two: 'ذُكر مرتين',
        few: 'ذُكر {n} مرات',
        other: 'ذُكر {n} مرة',
      },
      place: '{n} من {total}',
      shown: '{n} من {total}',
      goTo: 'الانتقال إلى الموضع {n} من {total}',
      noTerms: 'لم يُعثر في هذا المقال على أي مصطلح من المسرد.',
      filter: 'تصفية المصطلحات',
      noMatch: 'لا يوجد مصطلح يطابق «{name}».',
      order: 'ترتيب المصطلحات',
      byRelevance: 'الأهمية',
      byMention: 'حسب النص',
      byName: 'أبجديًا',
      copy: 'نسخ بصيغة Markdown',
      copied: 'تم النسخ',
      download: 'تنزيل CSV',
    },
  },
};

/** The languages that have a table of their own. */
export const LANGUAGES = Object.keys(TABLES);

/** Scripts that run from right to left, by language: enough for the tables above. */
const RTL = new Set(['ar']);

/**
 * @typedef {object} Strings
 * @property {string} lang  BCP 47 tag of the table that is used: the `lang` of what is built from it
 * @property {string} locale  the same with its region, where the reader's has one: for dates and numbers
 * @property {'ltr' | 'rtl'} dir
 * @property {(n: number) => string} number  in the reader's digits and grouping
 * @property {Table['card']} card
 * @property {Table['sidebar']} sidebar
 * @property {(template: string | Plural, values?: Record<string, string | number>) => string} fill
 *   puts the values into `{…}`; of plural forms, the one for the value `n` (or `total` where there is no `n`)
 */

/** From here on numbers have separators. */
const UNGROUPED = 1000;

/**
 * The strings for a locale. Falls back from `de-AT` to `de`, and to English where there is no table.
 *
 * @param {string} [locale]  BCP 47; anything else counts as English
 * @returns {Strings}
 */
export function stringsFor(locale = 'en') {
  const lang = locale.toLowerCase().split(/[-_]/)[0] || 'en';
  const table = LANGUAGES.includes(lang) ? TABLES[lang] : undefined;
  // Regional number formats count only in a language that we speak: «2 von 7» in Thai digits would help nobody.
  const tag = table ? (usable(locale) ?? lang) : 'en';
  // The browser's first number takes it 15 ms, more than all the rest of a card: those that look the same without it do without.
  const hasOtherDigits = lang === 'ar' || tag.includes('-u-');
  /** @type {Intl.NumberFormat | undefined} */
  let format;
  const number = (/** @type {number} */ n) => (Number.isInteger(n) && n >= 0 && n < UNGROUPED && !hasOtherDigits ? String(n) : (format ??= new Intl.NumberFormat(tag)).format(n));
  const rules = new Intl.PluralRules(tag);
  return {
    lang: table ? lang : 'en',
    locale: tag,
    dir: RTL.has(lang) ? 'rtl' : 'ltr',
    number,
    card: { ...EN.card, ...table?.card },
    sidebar: { ...EN.sidebar, ...table?.sidebar },
    fill(template, values = {}) {
      const count = Number(values['n'] ?? values['total'] ?? 0);
      const text = typeof template === 'string' ? template : template[rules.select(count)] ?? template.other;
      return text.replace(/\{(\w+)\}/g, (whole, key) => {
        const value = values[key];
        return typeof value === 'number' ? number(value) : value ?? whole;
      });
    },
  };
}

/**
 * @param {string} locale
 * @returns {string | undefined}  the locale as Intl takes it
 */
function usable(locale) {
  try {
    return Intl.getCanonicalLocales(locale.replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}
