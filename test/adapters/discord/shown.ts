import { parse } from 'discord-markdown-parser'
import type { DiscordPart } from '../../../adapters/discord/draw/drawing.ts'

/** A node of what Discord makes of a text, by the rules of its own client. */
export interface Shown {
  readonly type: string
  readonly content?: unknown
  readonly target?: unknown
  readonly timestamp?: unknown
  readonly format?: unknown
  readonly level?: unknown
  readonly name?: unknown
}

/** The texts of a body that Discord reads as Markdown. */
export function textsOf(part: DiscordPart): readonly string[] {
  const walk = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'string' ? (key === 'content' || key === 'description' ? [inner] : []) : walk(inner),
    )
  }
  return walk({ content: part.content, embeds: part.embeds, components: textDisplaysOf(part) })
}

/** Descriptions of options are no Markdown. */
function textDisplaysOf(part: DiscordPart): readonly unknown[] {
  const walk = (value: unknown): unknown[] => {
    if (typeof value !== 'object' || value === null) return []
    if ('type' in value && value.type === 10) return [value]
    return Object.values(value).flatMap(walk)
  }
  return walk(part.components ?? [])
}

/** All nodes that Discord makes of a text. */
export function nodesOf(markdown: string): readonly Shown[] {
  const walk = (node: Shown): Shown[] => [
    node,
    ...(Array.isArray(node.content) ? node.content.flatMap((inner: Shown) => walk(inner)) : []),
  ]
  return parse(markdown, 'extended').flatMap((node: Shown) => walk(node))
}

/** What is to be read of a text: without markup, a time as `⏱`. */
export function shownOf(markdown: string): string {
  return nodesOf(markdown)
    .map(({ type, content, name }) => {
      if (type === 'timestamp') return '⏱'
      if (type === 'twemoji') return String(name)
      if (type === 'br' || type === 'newline') return '\n'
      return typeof content === 'string' ? content : type === 'heading' || type === 'subtext' ? '\n' : ''
    })
    .join('')
}

/** The same with our markup, and without the backslashes that keep everything else from being any. */
export function readable(markdown: string): string {
  return parse(markdown, 'extended')
    .map((node: Shown) => readableNode(node))
    .join('')
    .trimEnd()
}

function readableNode(node: Shown): string {
  const { type, content, target, timestamp, format, level, name } = node
  const inner = Array.isArray(content)
    ? content.map(readableNode).join('')
    : typeof content === 'string'
      ? content
      : ''
  switch (type) {
    case 'br':
    case 'newline':
      return '\n'
    case 'strong':
      return `**${inner}**`
    case 'heading':
      return `${'#'.repeat(Number(level))} ${inner}\n`
    case 'subtext':
      return `  ${inner}\n`
    case 'blockQuote':
      return inner.replaceAll(/^(?=.)/gm, '> ')
    case 'link':
      return `<${String(target)}|${inner}>`
    case 'timestamp':
      return `<t:${String(timestamp)}:${String(format)}>`
    case 'twemoji':
      return String(name)
    case 'text':
      return inner
    default:
      throw new Error(`No drawing for ${type}`)
  }
}
