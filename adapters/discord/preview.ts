import { readFileSync } from 'node:fs'
import { escapeUTF8 } from 'entities'
import { languageOf } from '../../src/chat/language-of.ts'
import type { Message } from '../../src/records/message.ts'
import { clockOf, type Clock } from './preview/clock.ts'
import { drawPart } from './preview/part.ts'
import { renderMessage, type DiscordMessage, type DiscordPart, type DrawOptions } from './render.ts'

/**
 * The real payload of a message as one page of HTML that needs nothing else, looking as Discord would show it in the message's own zone, at the
 * latest moment that it tells of.
 */
export function preview(message: Message, options: DrawOptions): string {
  const drawn = renderMessage(message, options)
  const { main, thread } = drawn
  const language = languageOf(message)
  const clock = clockOf(zoneOf(message), language, latestIn(drawn))
  const opened =
    thread === null
      ? ''
      : `<section class="thread"><h4>${escapeUTF8(thread.name)}</h4>${drawParts(thread.parts, clock)}</section>`
  return `<!doctype html><html lang="${escapeUTF8(language)}"><meta charset="utf-8"><title>Discord</title><style>${STYLE}</style><body>${drawParts(main, clock)}${opened}</body></html>\n`
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

const STYLE = readFileSync(new URL('preview/discord.css', import.meta.url), 'utf8')

function drawParts(parts: readonly DiscordPart[], clock: Clock): string {
  return parts.map((part, index) => drawPart(part, index === 0, clock)).join('\n')
}
