/** Elements whose content is never shown. */
export const HIDDEN: ReadonlySet<string> = new Set(['script', 'style'])

/** Void elements, which have no end tag; `</br>` would be a second break. */
export const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)

/**
 * Escapes what looks like markup but is not: a `<` that is never closed ("if a <b"), and a `<!` that begins
 * neither a comment nor a declaration. A tag cut off within its attributes stays a tag.
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
