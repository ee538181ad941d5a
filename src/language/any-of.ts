/**
 * Words as alternatives in a regular expression with the flag `u`. Each ends where its letters end; with "*" behind it, any ending may follow.
 * None at all match nothing.
 */
export function anyOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  // The border once: for each word anew it would take V8 a quarter of a second to read all letters of Unicode.
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
