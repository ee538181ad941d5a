/** Elements whose content nobody reads. */
export const HIDDEN: ReadonlySet<string> = new Set(['script', 'style'])

/** Elements that HTML ends by themselves; `</br>` would be a second break. */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)

/**
 * Escapes what looks like markup and is none: a `<` that nothing closes ("if a <b"), and a `<!` that begins neither a comment nor a declaration.
 * A tag that was cut off within its attributes stays one.
 */
export function escapeStray(html: string): string {
  const closed = html.lastIndexOf('>') + 1
  const rest = html.slice(closed)
  return (
    html.slice(0, closed).replace(NO_DECLARATION, '&lt;!') +
    (rest.includes('=') ? rest : rest.replaceAll('<', '&lt;'))
  )
}

const NO_DECLARATION = /<!(?!--|\[cdata\[|doctype\b)/gi
