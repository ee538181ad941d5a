import type { types } from '@slack/bolt'
import { readFileSync } from 'node:fs'
import { escapeUTF8 } from 'entities'
import type { ChatPreview, TopicName } from '../../../src/chat/chat-platform.ts'
import { languageOf } from '../../../src/chat/message-kinds.ts'
import type { Message } from '../../../src/records/message.ts'
import type { Block } from '../draw/drawing.ts'
import { renderMessage, type SlackMessage, type SlackPart } from '../render.ts'

/** Draws a message as one self-contained HTML page that looks like Slack, with its thread beside it. */
export function preview(
  message: Message,
  topicName: TopicName,
): ChatPreview & { readonly payload: SlackMessage } {
  const payload = renderMessage(message, { secret: UNSIGNED, topicName })
  const { main, thread } = payload
  const [title = ''] = main.text.split('\n')
  const language = languageOf(message)
  const sections = [[drawPart(main, countReplies(thread.length))], thread.map((part) => drawPart(part, ''))]
  return { html: drawPage(sections, { title, language }), payload }
}

/** Joins columns of HTML into a page; an empty column is left out. `title` must be escaped already. */
export const drawPage = (
  [main = [], thread = []]: readonly (readonly string[])[],
  { title, language }: { readonly title: string; readonly language: string },
): string => `<!doctype html>
<html lang="${escapeUTF8(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<section>
${main.join('\n')}
</section>
${thread.length === 0 ? '' : `<section class="thread">\n${thread.join('\n')}\n</section>`}
</main>
</html>
`

export const countReplies = (count: number): string =>
  count === 0 ? '' : `<p class="replies">${count} ${count === 1 ? 'reply' : 'replies'}</p>`

const STYLE = readFileSync(new URL('slack.css', import.meta.url), 'utf8')

/** The secret of previews: nobody can press their buttons. */
export const UNSIGNED = 'preview'

export const drawPart = ({ blocks }: Pick<SlackPart, 'blocks'>, below: string): string => `<article>
<div class="avatar">D</div>
<div class="body"><span class="name">Dragoman</span> <span class="app">APP</span>
${drawBlocks(blocks)}
${below}</div>
</article>`

/** Draws blocks as HTML, laid out like Slack's client. */
export function drawBlocks(blocks: readonly Block[]): string {
  return blocks.map(drawBlock).join('\n')
}

function drawBlock(block: Block): string {
  switch (block.type) {
    case 'header':
      return `<h3 dir="auto">${inlineText(block.text)}</h3>`
    case 'divider':
      return '<hr>'
    case 'rich_text':
      return `<div class="rich">${drawRichText(block)}</div>`
    case 'section':
      return `<div class="rich"><p dir="auto">${block.text === undefined ? '' : inlineText(block.text)}</p></div>`
    case 'context':
      return `<div class="context" dir="auto">${block.elements.map(drawContextElement).join(' ')}</div>`
    case 'actions':
      return `<div class="actions">${block.elements.map(drawElement).join('')}</div>`
    case 'table':
      return drawTable(block)
    default:
      return `<p>${escapeUTF8(block.type)}</p>`
  }
}

function drawRichText({ elements }: types.RichTextBlock): string {
  return elements
    .map((element) => {
      if (element.type === 'rich_text_list') return ''
      const inside = element.elements.map(inlineElement).join('')
      const tag = element.type === 'rich_text_quote' ? 'blockquote' : 'p'
      return `<${tag} dir="auto">${inside}</${tag}>`
    })
    .join('')
}

const drawContextElement = (element: types.ContextBlockElement): string =>
  element.type === 'image' ? '' : `<span>${inlineText(element)}</span>`

function drawElement(element: types.ActionsBlockElement): string {
  switch (element.type) {
    case 'button':
      return `<button class="${element.style ?? ''}">${inlineText(element.text)}</button>`
    case 'overflow':
      return '<button>⋯</button>'
    case 'static_select':
    case 'conversations_select':
      return `<button>${element.placeholder === undefined ? '' : inlineText(element.placeholder)} <span class="arrow">⌄</span></button>`
    default:
      return ''
  }
}

function drawTable({ rows }: types.TableBlock): string {
  const drawn = rows.map((cells, index) => {
    const tag = index === 0 ? 'th' : 'td'
    const written = cells.map((cell) =>
      cell.type === 'rich_text' ? drawRichText(cell) : escapeUTF8(cell.text),
    )
    return `<tr>${written.map((inside) => `<${tag} dir="auto">${inside}</${tag}>`).join('')}</tr>`
  })
  return `<div class="table"><table>${drawn.join('\n')}</table></div>`
}

/** Draws a text object as HTML. Our mrkdwn contains only links. */
function inlineText(text: types.TextObject): string {
  if (text.type === 'plain_text') return escapeUTF8(text.text)
  return text.text
    .split(LINK)
    .map((piece) => {
      const [, url, label] = LINK_PARTS.exec(piece) ?? []
      return url === undefined || label === undefined ? quotes(piece) : link(quotes(url), quotes(label))
    })
    .join('')
}

/** Because of its parentheses, `split` keeps the matches. */
const LINK = /(<[^<>|]+\|[^<>|]+>)/u
const LINK_PARTS = /^<([^<>|]+)\|([^<>|]+)>$/u

/** mrkdwn escapes `&`, `<` and `>` as HTML does; only quotes are left. */
const quotes = (escaped: string): string => escaped.replaceAll('"', '&quot;')

/** Draws an element of rich text as HTML. */
function inlineElement(element: types.RichTextElement): string {
  if (element.type === 'channel') return `<b>#${escapeUTF8(element.channel_id)}</b>`
  if (element.type !== 'text' && element.type !== 'link') return ''
  const text = escapeUTF8(element.text ?? '')
  const coded = element.style?.code === true ? `<code>${text}</code>` : text
  const styled = element.style?.bold === true ? `<b>${coded}</b>` : coded
  return element.type === 'link' ? link(escapeUTF8(element.url), styled) : styled
}

const link = (url: string, label: string): string => `<a href="${url}" rel="noreferrer">${label}</a>`
