import { escapeUTF8 } from 'entities'
import type { APIEmbed } from 'discord.js'
import { checkMessage } from '../check/message.ts'
import type { DiscordPart } from '../draw/discord-message.ts'
import type { Clock } from './clock.ts'
import { drawComponents } from './components.ts'
import { markUp } from './markup.ts'

/** One message as HTML, and what Discord would refuse it for. */
export function drawPart(part: DiscordPart, isFirst: boolean, clock: Clock): string {
  const { content = '', embeds = [], components = [] } = part
  const head = isFirst ? '<div class="head"><b>Dragoman</b><span class="app">APP</span></div>' : ''
  const faults = checkMessage(part).map((fault) => `<p class="fault">${escapeUTF8(fault)}</p>`)
  return [
    `<article class="${isFirst ? 'first' : 'next'}">`,
    isFirst ? '<div class="face" aria-hidden="true">D</div>' : '',
    head,
    content === '' ? '' : `<div class="text" dir="auto">${markUp(content, clock)}</div>`,
    ...embeds.map((embed) => drawEmbed(embed, clock)),
    drawComponents(components, clock),
    ...faults,
    '</article>',
  ].join('')
}

function drawEmbed({ color, description = '' }: APIEmbed, clock: Clock): string {
  const colour = (color ?? 0x80_84_8e).toString(16).padStart(6, '0')
  return `<div class="embed" style="--bar:#${colour}"><div class="text" dir="auto">${markUp(description, clock)}</div></div>`
}
