import { escapeAttribute, escapeText } from 'entities'
import { Parser } from 'htmlparser2'
import { mendMojibake } from '../text/mojibake.ts'
import { escapeStray, HIDDEN, VOID } from './loose-html.ts'

/**
 * Returns the HTML of a body without scripts and styles, with mojibake mended and character references
 * decoded where HTML allows it (feedparser's documentation, “Sanitization”; its reference,
 * entries[i].content[j].value). What is nested deeper than `MAX_DEPTH` follows the elements around it instead.
 */
export function cleanHtml(html: string): string {
  let clean = ''
  for (let rest = escapeStray(mendMojibake(html)); rest !== '';) {
    const beginning = cleanBeginning(rest)
    clean += beginning.clean
    rest = rest.slice(beginning.length)
  }
  return clean
}

/**
 * Browsers nest no deeper, either (`kMaximumHTMLParserDOMTreeDepth` in Blink). HTML parsers shift a list of
 * all open elements at every tag, so that 500 KB of `<b>` would take them seconds.
 */
export const MAX_DEPTH = 512

/** Cleans HTML up to where it is nested too deep. What follows is to be read as if nothing were open. */
function cleanBeginning(html: string): { readonly clean: string; readonly length: number } {
  let clean = ''
  let hidden = 0
  let length: number | null = null
  const open: string[] = []
  const parser = new Parser({
    ontext: (text) => {
      if (hidden === 0) clean += escapeText(text)
    },
    onopentagname: (name) => {
      if (open.length < MAX_DEPTH) open.push(name)
      else {
        length = parser.startIndex
        parser.pause()
      }
    },
    onopentag: (name, attributes) => {
      // A paused parser still ends the tag it is at.
      if (length !== null) return
      if (HIDDEN.has(name)) hidden += 1
      else if (hidden === 0) clean += `<${name}${written(attributes)}>`
    },
    onclosetag: (name) => {
      if (length !== null) return
      open.pop()
      close(name)
    },
  })
  const close = (name: string): void => {
    if (HIDDEN.has(name)) hidden -= 1
    else if (hidden === 0 && !VOID.has(name)) clean += `</${name}>`
  }
  parser.write(html)
  if (length === null) {
    parser.end()
    return { clean, length: html.length }
  }
  // The rest of a page stays in its body, the end tag of which may be left out.
  open
    .slice(open[1] === 'body' ? 2 : 0)
    .toReversed()
    .forEach(close)
  return { clean, length }
}

const written = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
