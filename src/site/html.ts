import { html } from 'hono/html'
import type { Line, Span } from '../chat/wording/span.ts'
import { harmless } from '../words/harmless.ts'
import { webAddress } from '../words/web-address.ts'

/** A piece of a page. Values in an `html` template are escaped, unless they are such pieces themselves. */
export type Html = ReturnType<typeof html>

/**
 * Writing direction of a language (ISO 639-1 or BCP 47); `auto`, by the first strong letter, if the language
 * is unknown.
 */
export function directionOf(language: string): 'ltr' | 'rtl' | 'auto' {
  return directions.getOrInsertComputed(language, () => {
    if (language === 'und' || language === '') return 'auto'
    try {
      return new Intl.Locale(language).getTextInfo().direction ?? 'auto'
    } catch {
      return 'auto'
    }
  })
}

const directions = new Map<string, 'ltr' | 'rtl' | 'auto'>()

/** Attributes `lang` and `dir` for an element with an outlet's text. */
export const inLanguage = (language: string): Html =>
  language === 'und' || language === ''
    ? html` dir="auto"`
    : html` lang="${language}" dir="${directionOf(language)}"`

/** An outlet's text, marked with its language and direction. */
export const quoted = (text: string, language: string): Html =>
  language === 'und' || language === ''
    ? html`<bdi>${text.trim()}</bdi>`
    : html`<span lang="${language}" dir="${directionOf(language)}">${text.trim()}</span>`

/** A link to another site, which does not reveal our page. Without a web address, only the inner part. */
export function linkOut(url: string | null | undefined, inner: unknown): Html {
  const address = webAddress(url ?? null)
  return address === null
    ? html`${inner}`
    : html`<a href="${address}" rel="noopener noreferrer nofollow">${inner}</a>`
}

/** Draws a table with a title above each column; a narrow screen shows its cells below each other. */
export const drawTable = (titles: readonly (string | Html)[], bodies: Html | readonly Html[]): Html =>
  html`<table class="stack">
    <thead>
      <tr>
        ${titles.map((title) => html`<th scope="col">${title}</th>`)}
      </tr>
    </thead>
    ${bodies}
  </table>`

/** Draws a line of the wording that all platforms share. */
export const drawLine = (line: Line): Html => html`${line.map(drawSpan)}`

function drawSpan({ text: written, look, url, quoted: isQuoted = false }: Span): Html {
  const text = harmless(written)
  const inner = isQuoted ? html`<bdi>${text}</bdi>` : text
  const linked = url === undefined || url === null ? inner : linkOut(url, inner)
  return look === undefined ? html`${linked}` : html`<span class="${look}">${linked}</span>`
}

/**
 * Serialises a whole page, and removes everything that feeds may hide in their text (`harmless`), whichever
 * code drew it. Each piece between markup is read by itself, so that an escape sequence that one headline
 * begins never ends in another one or takes markup away.
 */
export const toDocument = async (page: Html): Promise<string> =>
  (await page).toString().replace(BETWEEN_MARKUP, harmless)

/** Quotation marks, too, are markup: those of texts are written as entities. */
const BETWEEN_MARKUP = /[^<>"]+/g
