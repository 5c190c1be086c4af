/** The package has no types of its own. */
declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(
    node: Node,
    options: { find: RegExp; wrap: string; preset?: 'prose'; filterElements?: (element: Element) => boolean },
  ): { revert(): void };
}
