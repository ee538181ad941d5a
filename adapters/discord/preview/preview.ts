import type { Message } from '../../../src/records/message.ts'
import { readFileSync } from 'node:fs'
import { escapeUTF8 } from 'entities'
import type { ChatPreview, TopicName } from '../../../src/chat/chat-platform.ts'
import { languageOf } from '../../../src/chat/language-of.ts'
import { clockOf, type Clock } from './clock.ts'
import { drawPart } from './part.ts'
import { renderMessage, type DiscordMessage, type DiscordPart } from '../render.ts'

/**
 * The real payload of a message as one page of HTML that needs nothing else, looking as Discord would show it in the message's own zone, at the
 * latest moment that it tells of.
 */
export function preview(message: Message, topicName: TopicName): ChatPreview {
  // Nobody can press a button of a picture.
  const payload = renderMessage(message, { secret: 'preview', topicName })
  const { main, thread } = payload
  const language = languageOf(message)
  const clock = clockOf(zoneOf(message), language, latestIn(payload))
  const opened =
    thread === null
      ? ''
      : `<section class="thread"><h4>${escapeUTF8(thread.name)}</h4>${drawParts(thread.parts, clock)}</section>`
  const head = `<meta charset="utf-8"><title>Discord</title><style>${STYLE}</style>`
  const body = `<body>${drawParts(main, clock)}${opened}</body>`
  const html = `<!doctype html><html lang="${escapeUTF8(language)}">${head}${body}</html>\n`
  return { html, payload }
}

function zoneOf(message: Message): string {
  if (message.kind === 'briefing') return message.briefing.zone
  return 'zone' in message ? message.zone : 'UTC'
}

/** Seconds since 1970. */
function latestIn(drawn: DiscordMessage): number {
  return Math.max(
    0,
    ...Array.from(JSON.stringify(drawn).matchAll(/<t:(-?\d+)/g), ([, seconds]) => Number(seconds)),
  )
}

const STYLE = readFileSync(new URL('discord.css', import.meta.url), 'utf8')

function drawParts(parts: readonly DiscordPart[], clock: Clock): string {
  return parts.map((part, index) => drawPart(part, index === 0, clock)).join('\n')
}
