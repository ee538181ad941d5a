import { readFileSync } from 'node:fs'
import { parse } from 'discord-markdown-parser'
import {
  type APIButtonComponent,
  type APIEmbed,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { escapeUTF8 } from 'entities'
import type { ChatPreview, TopicName } from '../../../src/chat/chat-platform.ts'
import { languageOf } from '../../../src/chat/message-kinds.ts'
import type { Message } from '../../../src/records/message.ts'
import type { DiscordMessage, DiscordPart } from '../draw/drawing.ts'
import type { AnyComponent } from '../draw/pack.ts'
import { renderMessage } from '../render.ts'

/**
 * Draws the real payload of a message as one self-contained HTML page that looks like Discord. Times are in
 * the message's zone, seen from the latest moment that the payload mentions.
 */
export function preview(message: Message, topicName: TopicName): ChatPreview {
  // The buttons of a preview cannot be pressed, so any secret will do.
  const payload = renderMessage(message, { secret: 'preview', topicName })
  const { main, thread } = payload
  const language = languageOf(message)
  const clock = clockOf(zoneOf(message), language, latestIn(payload))
  const opened =
    thread === null
      ? ''
      : `<section class="thread"><h4>${escapeUTF8(thread.name)}</h4>${drawParts(thread.parts, clock)}</section>`
  const html = `<!doctype html><html lang="${escapeUTF8(language)}"><meta charset="utf-8"><title>Discord</title>
<style>${STYLE}</style><body>${drawParts(main, clock)}${opened}</body></html>\n`
  return { html, payload }
}

function zoneOf(message: Message): string {
  if (message.kind === 'briefing') return message.briefing.zone
  return 'zone' in message ? message.zone : 'UTC'
}

/** The latest timestamp in the payload, in seconds since 1970; 0 if there is none. */
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

/** One message as HTML. */
function drawPart(part: DiscordPart, isFirst: boolean, clock: Clock): string {
  const { content = '', embeds = [], components = [] } = part
  const head = isFirst ? '<div class="head"><b>Dragoman</b><span class="app">APP</span></div>' : ''
  return [
    `<article class="${isFirst ? 'first' : 'next'}">`,
    isFirst ? '<div class="face" aria-hidden="true">D</div>' : '',
    head,
    content === '' ? '' : `<div class="text" dir="auto">${markUp(content, clock)}</div>`,
    ...embeds.map((embed) => drawEmbed(embed, clock)),
    drawComponents(components, clock),
    '</article>',
  ].join('')
}

function drawEmbed({ color, description = '' }: APIEmbed, clock: Clock): string {
  return `<div class="embed" style="${barOf(color)}"><div class="text" dir="auto">${markUp(description, clock)}</div></div>`
}

const barOf = (colour: number | null | undefined): string =>
  `--bar:#${(colour ?? 0x80_84_8e).toString(16).padStart(6, '0')}`

/** Components as HTML. */
function drawComponents(components: readonly AnyComponent[], clock: Clock): string {
  return components.map((component) => draw(component, clock)).join('')
}

function draw(component: AnyComponent, clock: Clock): string {
  switch (component.type) {
    case ComponentType.Container:
      return `<div class="card" style="${barOf(component.accent_color)}">${drawComponents(component.components, clock)}</div>`
    case ComponentType.TextDisplay:
      return `<div class="text" dir="auto">${markUp(component.content, clock)}</div>`
    case ComponentType.Section:
      return `<div class="section"><div>${drawComponents(component.components, clock)}</div>${draw(component.accessory, clock)}</div>`
    case ComponentType.Separator:
      return '<hr>'
    case ComponentType.ActionRow:
      return `<div class="row">${drawComponents(component.components, clock)}</div>`
    case ComponentType.Button:
      return drawButton(component)
    case ComponentType.StringSelect:
      return drawMenu(component)
    default:
      return `<mark>${escapeUTF8(ComponentType[component.type])}</mark>`
  }
}

function drawButton(button: APIButtonComponent): string {
  const label = 'label' in button ? escapeUTF8(button.label ?? '') : ''
  const arrow = button.style === ButtonStyle.Link ? ' ↗' : ''
  return `<button class="${ButtonStyle[button.style].toLowerCase()}">${label}${arrow}</button>`
}

function drawMenu({ placeholder = '', options }: APIStringSelectComponent): string {
  const items = options.map(
    ({ label, description }) =>
      `<li dir="auto">${escapeUTF8(label)}${description === undefined ? '' : `<small>${escapeUTF8(description)}</small>`}</li>`,
  )
  return `<details class="menu"><summary>${escapeUTF8(placeholder)}</summary><ul>${items.join('')}</ul></details>`
}

/** Writes an instant (seconds since 1970) as the reader's Discord would: relative to now, or as a date. */
type Clock = (seconds: number, isRelative: boolean) => string

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const

/** The clock for a zone (IANA) and a language (BCP 47); `now` is in seconds since 1970. */
function clockOf(zone: string, language: string, now: number): Clock {
  const date = new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'long', timeStyle: 'short' })
  const distance = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  return (seconds, isRelative) => {
    if (!isRelative) return date.format(seconds * 1000)
    const away = seconds - now
    const [unit, length] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? ['second', 1]
    return distance.format(Math.round(away / length), unit)
  }
}

/**
 * Turns Discord Markdown into HTML by the rules of Discord's own parser, so that markup in a text shows here
 * as it would there.
 */
function markUp(markdown: string, clock: Clock): string {
  return writeAll(parse(markdown, 'extended'), clock)
}

/** A node of the parser; its fields depend on its type. */
interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

function writeAll(content: unknown, clock: Clock): string {
  if (typeof content === 'string') return escapeUTF8(content)
  return Array.isArray(content) ? content.map((node: Node) => write(node, clock)).join('') : ''
}

/** Node types that map to one HTML element. */
const TAGS: ReadonlyMap<string, string> = new Map([
  ['strong', 'strong'],
  ['em', 'em'],
  ['underline', 'u'],
  ['strikethrough', 's'],
  ['inlineCode', 'code'],
  ['codeBlock', 'pre'],
  ['subtext', 'small'],
])

function write(node: Node, clock: Clock): string {
  const inner = () => writeAll(node['content'], clock)
  const tag = TAGS.get(node.type)
  if (tag !== undefined) return `<${tag}>${inner()}</${tag}>`
  switch (node.type) {
    case 'br':
    case 'newline':
      return '<br>'
    case 'blockQuote':
      return `<blockquote><div>${inner()}</div></blockquote>`
    case 'heading':
      return `<h${Number(node['level'])}>${inner()}</h${Number(node['level'])}>`
    case 'link':
    case 'url':
    case 'autolink':
      return `<a href="${escapeUTF8(String(node['target']))}">${inner()}</a>`
    case 'timestamp':
      return `<time>${escapeUTF8(clock(Number(node['timestamp']), node['format'] === 'R'))}</time>`
    case 'twemoji':
      return escapeUTF8(String(node['name']))
    case 'text':
      return inner()
    default:
      return `<mark>${escapeUTF8(node.type)}</mark>`
  }
}
