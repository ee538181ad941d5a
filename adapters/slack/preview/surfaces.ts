import { escapeUTF8 } from 'entities'
import type { ChatPreview, Visit } from '../../../src/chat/chat-platform.ts'
import { drawHome } from '../draw/home.ts'
import { drawJoined } from '../draw/joined.ts'
import { renderMessage } from '../render.ts'
import { countReplies, drawBlocks, drawPage, drawPart, UNSIGNED } from './preview.ts'

/** Previews the Home tab of somebody who has typed `said` before. */
export async function previewHome({ commands, asker, said }: Visit): Promise<ChatPreview> {
  if (said !== '') await commands.answer(commands.read(said), asker)
  const ownSubscriptions = await commands.answer(commands.read('subscriptions'), asker)
  const settings = await commands.answer(commands.read('settings'), asker)
  if (ownSubscriptions.kind !== 'subscriptions' || settings.kind !== 'settings')
    throw new Error('The page cannot be made.')
  const payload = drawHome({ ownSubscriptions, settings, channel: null }, { secret: UNSIGNED })
  const page = { title: 'Dragoman', language: asker.language }
  return { payload, html: drawPage([[drawBlocks(payload.blocks)]], page) }
}

/** Previews the message to a channel the app was added to. */
export async function previewJoined({ commands, asker }: Visit): Promise<ChatPreview> {
  const { language } = asker
  const { regions } = await commands.suggestFirst(asker)
  const payload = drawJoined({ regions, language }, { secret: UNSIGNED })
  return { payload, html: drawPage([[drawPart(payload, '')]], { title: payload.text, language }) }
}

/** Previews a question that mentions the app in a channel, and the answer in its thread. */
export async function previewMention({ commands, asker, said, topicName }: Visit): Promise<ChatPreview> {
  const message = await commands.answer(commands.read(said), { ...asker, thread: 'preview' })
  const payload = renderMessage(message, { secret: UNSIGNED, topicName })
  const answers = [payload.main, ...payload.thread]
  const asked = (below: string): string => `<article>
<div class="avatar person">A</div>
<div class="body"><span class="name">Ada</span>
<p dir="auto"><b class="mention">@Dragoman</b> ${escapeUTF8(said)}</p>
${below}</div>
</article>`
  const columns = [
    [asked(countReplies(answers.length))],
    [asked(''), ...answers.map((part) => drawPart(part, ''))],
  ]
  return { payload, html: drawPage(columns, { title: payload.main.text, language: asker.language }) }
}
