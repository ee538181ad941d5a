import { html } from 'hono/html'
import type { Line, Span } from '../chat/wording/span.ts'
import { harmless } from '../words/harmless.ts'
import { webAddress } from '../words/web-address.ts'

/** A piece of a page. What is set into an `html` template is escaped there, unless it is such a piece itself. */
export type Html = ReturnType<typeof html>

/** The direction in which a language (ISO 639-1 or BCP 47) is written; that of its first strong letter where the language is not known. */
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

/** Attributes of an element whose words are those of an outlet: their language and direction. */
export const inLanguage = (language: string): Html =>
  language === 'und' || language === ''
    ? html` dir="auto"`
    : html` lang="${language}" dir="${directionOf(language)}"`

/** Words of an outlet, with their language and direction. */
export const quoted = (text: string, language: string): Html =>
  language === 'und' || language === ''
    ? html`<bdi>${text.trim()}</bdi>`
    : html`<span lang="${language}" dir="${directionOf(language)}">${text.trim()}</span>`

/** Leads to a page of others, which learns nothing of ours; without a link where the address is no web address. */
export function outward(url: string | null | undefined, inner: unknown): Html {
  const address = webAddress(url ?? null)
  return address === null
    ? html`${inner}`
    : html`<a href="${address}" rel="noopener noreferrer nofollow">${inner}</a>`
}

/** A line of the wording that all platforms share. */
export const drawLine = (line: Line): Html => html`${line.map(drawSpan)}`

function drawSpan({ text, look, url, quoted: isQuoted = false }: Span): Html {
  const inner = isQuoted ? html`<bdi>${text}</bdi>` : text
  const linked = url === undefined || url === null ? inner : outward(url, inner)
  return look === undefined ? html`${linked}` : html`<span class="${look}">${linked}</span>`
}

/** A whole page as text in which nothing can do more than be read: what feeds may hide in their words is gone (`harmless`), whoever wrote the page. */
export const toDocument = async (page: Html): Promise<string> => harmless((await page).toString())
