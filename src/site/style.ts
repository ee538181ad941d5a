import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The one style sheet of all pages. */
export const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8')

/** Its path changes with it: browsers keep it for good. */
export const STYLE_PATH = `/style-${hash('sha256', STYLE, 'hex').slice(0, 10)}.css`
