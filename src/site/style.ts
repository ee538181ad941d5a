import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The style sheet of all pages. */
export const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8')

/** The path contains a hash of the style sheet, so browsers can cache it forever. */
export const STYLE_PATH = `/style-${hash('sha256', STYLE, 'hex').slice(0, 10)}.css`
