import { compile } from 'html-to-text'
import { cleanHtml, MAX_DEPTH } from './clean-html.ts'
import { mendMojibake } from '../text/mojibake.ts'
import { withoutTeasers } from './teasers.ts'

/**
 * Returns the clean text of an HTML body: paragraphs separated by a blank line, without links, images,
 * scripts, captions and layout, with mojibake mended. Reads at most `MAX_HTML` characters. Safe for untrusted
 * HTML: length and depth are bounded.
 */
export function plainText(html: string): string {
  const short = html.length > MAX_HTML ? html.slice(0, MAX_HTML) : html
  const text = MARKUP.test(short) ? convert(withLimitedDepth(short)) : paragraphsOf(short)
  // Before white space is tidied: the second half of a broken character may be a no-break space.
  return withoutTeasers(tidy(mendMojibake(text)))
}

/** A long read has 60,000 characters of text, and markup doubles that. */
const MAX_HTML = 200_000
const MARKUP = /<[a-z/!]|&[a-z#]/i

const paragraph = { leadingLineBreaks: 2, trailingLineBreaks: 2 }
const SKIPPED = 'img figure script style iframe noscript svg video audio form button select hr nav'.split(' ')
const BLOCKS = 'p div section article aside table tr pre blockquote ul ol li'.split(' ')
const HEADINGS = 'h1 h2 h3 h4 h5 h6'.split(' ')

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: 60, ellipsis: '' },
  selectors: [
    ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
    { selector: 'a', options: { ignoreHref: true } },
    ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false, ...paragraph } })),
    ...BLOCKS.map((selector) => ({ selector, format: 'block', options: paragraph })),
    { selector: 'td', format: 'inline' },
  ],
})

/** Bodies with few tags, which are nearly all, need not be read twice. */
function withLimitedDepth(html: string): string {
  let tags = 0
  for (let at = html.indexOf('<'); at >= 0 && tags <= MAX_DEPTH; at = html.indexOf('<', at + 1)) tags += 1
  return tags > MAX_DEPTH ? cleanHtml(html) : html
}

/** In text without markup a blank line separates paragraphs, and a single line break is layout. */
const paragraphsOf = (text: string): string => text.replace(/\r\n?/g, '\n')

const tidy = (text: string): string =>
  text
    .split(/\n[^\S\n]*\n\s*/)
    .map((part) => (LAYOUT.test(part) ? part.replace(/\s+/g, ' ') : part).trim())
    .filter((part) => part !== '')
    .join('\n\n')

/** White space other than single spaces. */
const LAYOUT = /[^\S ]|\s\s/
