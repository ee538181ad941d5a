/**
 * Joins words to alternatives for a regular expression with the flag `u`. Each must end at the end of a word;
 * with a trailing "*" any ending may follow. An empty list matches nothing.
 */
export function anyOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  // The word border is written once: for every word V8 would take a quarter of a second to read all letters
  // of Unicode.
  const [open, whole] = [true, false].map((isOpen) =>
    words
      .filter((word) => word.endsWith('*') === isOpen)
      .map((word) => RegExp.escape(word.replace(/\*$/, ''))),
  )
  const forms = [
    ...(whole?.length ? [String.raw`(?:${whole.join('|')})(?!\p{L})`] : []),
    ...(open?.length ? [String.raw`(?:${open.join('|')})\S*`] : []),
  ]
  return `(?:${forms.join('|')})`
}
