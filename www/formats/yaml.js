/**
 * @file The part of YAML in which people keep lists: maps and sequences by indentation or in brackets, texts plain, in quotes, folded or kept (`>`, `|`), comments. What it does not
 * know (anchors, tags, keys that are no texts) is text. Pure.
 */

/** Deeper than this is no glossary; calls go as deep as the text. */
const DEEPEST = 50;

/** UTF-16 code units of a list or map in brackets: more are a text, whose quotes would be looked for again and again. */
const LONGEST_FLOW = 10_000;

/** A line that is not empty. @typedef {{indent: number, text: string, at: number}} Line */

/** A key and what stands behind it. */
const KEY = /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#\-?:,[\]{}&*!|>'"%@`][^#]*?|[-?:](?=\S)[^#]*?)\s*:(?:\s+(.*))?$/;

/**
 * @param {string} text
 * @returns {unknown}  maps as objects, sequences as arrays, everything else as texts; undefined where it is no YAML
 */
export function parseYaml(text) {
  const raw = text.replace(/\t/g, '  ').split(/\r\n|\r|\n/);
  let at = 0;

  /** The next line that says something, without going to it. @returns {Line | undefined} */
  const peek = () => {
    while (at < raw.length && /^\s*(?:#.*|---(?:\s.*)?|\.\.\.\s*|%.*)?$/.test(raw[at] ?? '')) at += 1;
    const line = raw[at];
    if (line === undefined) return undefined;
    const indent = line.search(/\S/);
    return { indent, text: line.slice(indent).trimEnd(), at };
  };

  /** @param {number} indent  at least @param {number} depth @returns {unknown} */
  const block = (indent, depth) => {
    const line = peek();
    if (!line || line.indent < indent) return '';
    if (depth > DEEPEST) throw new Error('too deep');
    if (/^-(?:\s|$)/.test(line.text)) return sequence(line.indent, depth);
    if (KEY.test(line.text)) return map(line.indent, depth);
    return plain(line.indent);
  };

  /** Texts that go over lines. @param {number} indent */
  const plain = (indent) => {
    const parts = [];
    for (let line = peek(); line && line.indent >= indent; line = peek()) {
      parts.push(line.text);
      at += 1;
    }
    return scalar(parts.join(' '));
  };

  /** @param {number} indent @param {number} depth */
  const sequence = (indent, depth) => {
    const items = [];
    for (let line = peek(); line && line.indent === indent && /^-(?:\s|$)/.test(line.text); line = peek()) {
      const rest = line.text.slice(1);
      const inner = indent + 1 + (rest.length - rest.trimStart().length);
      if (!rest.trim()) {
        at += 1;
        items.push(block(indent + 1, depth + 1));
      } else if (KEY.test(rest.trim()) || /^-\s/.test(rest.trim())) {
        // What follows the dash is the first line of something deeper.
        raw[at] = `${' '.repeat(inner)}${rest.trim()}`;
        items.push(block(inner, depth + 1));
      } else {
        at += 1;
        items.push(value(rest.trim(), indent));
      }
    }
    return items;
  };

  /** @param {number} indent @param {number} depth */
  const map = (indent, depth) => {
    /** @type {Record<string, unknown>} */
    const found = {};
    for (let line = peek(); line && line.indent === indent; line = peek()) {
      const [, key = '', rest = ''] = KEY.exec(line.text) ?? [];
      if (!key) throw new Error('no key');
      at += 1;
      const name = String(scalar(key));
      if (rest.trim() && !/^#/.test(rest)) {
        found[name] = value(rest.trim(), indent);
        continue;
      }
      const next = peek();
      // A sequence may stand as far left as its key.
      const isSequence = next?.indent === indent && /^-(?:\s|$)/.test(next.text);
      found[name] = next && (next.indent > indent || isSequence) ? block(next.indent, depth + 1) : '';
    }
    const next = peek();
    if (next && next.indent > indent) throw new Error('indented');
    return found;
  };

  /** What stands on the line of its key, and goes on below. @param {string} first @param {number} indent @returns {unknown} */
  const value = (first, indent) => {
    const kept = /^([|>])[+-]?\d?[+-]?(?:\s+#.*)?$/.exec(first);
    if (kept) return lines(kept[1] === '|', indent);
    let text = first;
    const isOpen = () => (/^"/.test(text) ? !/^"(?:[^"\\]|\\.)*"/.test(text) : /^'/.test(text) ? !/^'(?:[^']|'')*'(?!')/.test(text) : /^[[{]/.test(text) && flow(text) === undefined);
    const isQuoted = /^["'[{]/.test(text);
    for (let line = at < raw.length ? raw[at] : undefined; line !== undefined; line = raw[at]) {
      const deeper = line.search(/\S/);
      if (isQuoted ? !isOpen() : deeper >= 0 && deeper <= indent) break;
      if (!isQuoted && (deeper < 0 || /^\s*#/.test(line))) break;
      text += deeper < 0 ? '\n' : `${text.endsWith('\n') ? '' : ' '}${line.trim()}`;
      at += 1;
    }
    return flow(text) ?? scalar(text);
  };

  /** Folded or kept lines, all that are deeper. @param {boolean} isKept @param {number} indent */
  const lines = (isKept, indent) => {
    const found = [];
    let inner = -1;
    for (; at < raw.length; at += 1) {
      const line = raw[at] ?? '';
      const deeper = line.search(/\S/);
      if (deeper >= 0 && deeper <= indent) break;
      if (inner < 0 && deeper >= 0) inner = deeper;
      found.push(line.slice(Math.max(0, inner)).trimEnd());
    }
    const whole = found.join('\n').trim();
    return isKept ? whole : whole.replace(/(\S)\n(?=\S)/g, '$1 ');
  };

  try {
    const found = block(0, 0);
    return peek() || typeof found !== 'object' ? undefined : found;
  } catch {
    return undefined;
  }
}

/** @param {string} text */
function scalar(text) {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/s.exec(text);
  if (quoted?.[2] !== undefined) return quoted[2].replaceAll("''", "'");
  if (quoted?.[1] !== undefined) {
    return quoted[1].replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|(.))/gs, (_, four, two, one) => (four || two ? String.fromCharCode(Number.parseInt(four ?? two, 16)) : one === 'n' ? '\n' : one === 't' ? '\t' : one));
  }
  const plain = text.replace(/\s+#.*$/s, '').trim();
  return /^(?:~|null|Null|NULL)$/.test(plain) ? '' : plain;
}

/** `[a, "b"]` and `{a: b}`. @param {string} text @returns {unknown}  undefined where it is neither, or not closed */
function flow(text) {
  if (!/^[[{]/.test(text) || text.length > LONGEST_FLOW) return undefined;
  const tokens = text.replace(/\s+#.*$/, '').match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},]|[^[\]{},"']+|["']/g) ?? [];
  let at = 0;
  /** @returns {unknown} */
  const read = () => {
    const first = tokens[at];
    if (first !== '[' && first !== '{') return undefined;
    at += 1;
    /** @type {unknown[]} */
    const items = [];
    for (let part = ''; at < tokens.length; at += 1) {
      const token = tokens[at] ?? '';
      if (token === '[' || token === '{') {
        items.push(read());
        at -= 1;
        part = '';
      } else if (token === ',' || token === ']' || token === '}') {
        if (part.trim()) items.push(part.trim());
        part = '';
        if (token !== ',') {
          at += 1;
          if (first === '[') return items.map((item) => (typeof item === 'string' ? scalar(item) : item));
          return Object.fromEntries(items.map((item) => /^("[^"]*"|'[^']*'|[^:]*):\s*(.*)$/s.exec(String(item)) ?? ['', String(item), '']).map(([, key = '', value = '']) => [scalar(key.trim()), scalar(value.trim())]));
        }
      } else part += token;
      if (at >= tokens.length) break;
    }
    return undefined;
  };
  const found = read();
  return at >= tokens.length || !tokens.slice(at).join('').trim() ? found : undefined;
}
