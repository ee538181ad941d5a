/**
 * Words as alternatives in a regular expression with the flag `u`. Each ends where its letters end; with "*" behind it, any ending may follow.
 * None at all match nothing.
 */
export function anyOf(words: readonly string[]): string {
  if (words.length === 0) return '(?!)'
  const forms = words.map((word) =>
    word.endsWith('*')
      ? String.raw`${RegExp.escape(word.slice(0, -1))}\S*`
      : String.raw`${RegExp.escape(word)}(?!\p{L})`,
  )
  return `(?:${forms.join('|')})`
}
