import { escapeAttribute, escapeText } from 'entities'
import { Parser } from 'htmlparser2'
import { mendMojibake } from '../text/mojibake.ts'
import { escapeStray, HIDDEN, VOID } from './loose-html.ts'

/**
 * Returns the HTML of a body without scripts and styles, with mojibake mended and character references
 * decoded where HTML allows it (feedparser's documentation, “Sanitization”; its reference,
 * entries[i].content[j].value).
 */
export function cleanHtml(html: string): string {
  let clean = ''
  let hidden = 0
  const parser = new Parser({
    ontext: (text) => {
      if (hidden === 0) clean += escapeText(text)
    },
    onopentag: (name, attributes) => {
      if (HIDDEN.has(name)) hidden += 1
      else if (hidden === 0) clean += `<${name}${written(attributes)}>`
    },
    onclosetag: (name) => {
      if (HIDDEN.has(name)) hidden -= 1
      else if (hidden === 0 && !VOID.has(name)) clean += `</${name}>`
    },
  })
  parser.end(escapeStray(mendMojibake(html)))
  return clean
}

const written = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('')
