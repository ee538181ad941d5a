import { readFileSync } from 'node:fs'
import type { Message } from '../../../src/records/message.ts'
import { escapeUTF8 } from 'entities'
import type { ChatPreview, TopicName } from '../../../src/chat/chat-platform.ts'
import { languageOf } from '../../../src/chat/language-of.ts'
import { drawBlocks } from './blocks.ts'
import { renderMessage, type SlackMessage, type SlackPart } from '../render.ts'

/** A message as Slack would show it, on one page that loads nothing; its thread stands beside it. */
export function preview(
  message: Message,
  topicName: TopicName,
): ChatPreview & { readonly payload: SlackMessage } {
  const payload = renderMessage(message, { secret: UNSIGNED, topicName })
  const { main, thread } = payload
  const [title = ''] = main.text.split('\n')
  const html = `<!doctype html>
<html lang="${escapeUTF8(languageOf(message))}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
<main>
<section>
${drawPart(main, thread.length === 0 ? '' : `<p class="replies">${thread.length} ${thread.length === 1 ? 'reply' : 'replies'}</p>`)}
</section>
${thread.length === 0 ? '' : `<section class="thread">\n${thread.map((part) => drawPart(part, '')).join('\n')}\n</section>`}
</main>
</html>
`
  return { html, payload }
}

const STYLE = readFileSync(new URL('slack.css', import.meta.url), 'utf8')

/** Nobody can press a button of a picture. */
const UNSIGNED = 'preview'

const drawPart = ({ blocks }: SlackPart, below: string): string => `<article>
<div class="avatar">D</div>
<div class="body"><span class="name">Dragoman</span> <span class="app">APP</span>
${drawBlocks(blocks)}
${below}</div>
</article>`
