import type { types } from '@slack/bolt'
import { escapeUTF8 } from 'entities'

/** A text object as HTML. Our mrkdwn holds links and nothing else. */
export function inlineText(text: types.TextObject): string {
  if (text.type === 'plain_text') return escapeUTF8(text.text)
  return text.text
    .split(LINK)
    .map((piece) => {
      const [, url, label] = LINK_PARTS.exec(piece) ?? []
      return url === undefined || label === undefined ? quotes(piece) : link(quotes(url), quotes(label))
    })
    .join('')
}

/** With its parentheses, `split` keeps what it finds. */
const LINK = /(<[^<>|]+\|[^<>|]+>)/u
const LINK_PARTS = /^<([^<>|]+)\|([^<>|]+)>$/u

/** mrkdwn has escaped `&`, `<` and `>` as HTML does. */
const quotes = (escaped: string): string => escaped.replaceAll('"', '&quot;')

/** A piece of a rich text as HTML. */
export function inlineElement(element: types.RichTextElement): string {
  if (element.type === 'channel') return `<b>#${escapeUTF8(element.channel_id)}</b>`
  if (element.type !== 'text' && element.type !== 'link') return ''
  const text = escapeUTF8(element.text ?? '')
  const coded = element.style?.code === true ? `<code>${text}</code>` : text
  const styled = element.style?.bold === true ? `<b>${coded}</b>` : coded
  return element.type === 'link' ? link(escapeUTF8(element.url), styled) : styled
}

const link = (url: string, label: string): string => `<a href="${url}" rel="noreferrer">${label}</a>`
