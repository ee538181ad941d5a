import { parse } from 'discord-markdown-parser'
import type { DiscordPart } from '../../../adapters/discord/draw/draft.ts'

/** A node of Discord's parse tree of a text, by the rules of its own client. */
export interface Shown {
  readonly type: string
  readonly content?: unknown
  readonly target?: unknown
  readonly timestamp?: unknown
  readonly format?: unknown
  readonly level?: unknown
  readonly name?: unknown
}

/** Returns the texts of a body that Discord reads as Markdown. */
export function textsOf(part: DiscordPart): readonly string[] {
  const walk = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
      typeof inner === 'string' ? (key === 'content' || key === 'description' ? [inner] : []) : walk(inner),
    )
  }
  return walk({ content: part.content, embeds: part.embeds, components: textDisplaysOf(part) })
}

/** Collects the text displays only, because descriptions of options are no Markdown. */
function textDisplaysOf(part: DiscordPart): readonly unknown[] {
  const walk = (value: unknown): unknown[] => {
    if (typeof value !== 'object' || value === null) return []
    if ('type' in value && value.type === 10) return [value]
    return Object.values(value).flatMap(walk)
  }
  return walk(part.components ?? [])
}

/** Returns all nodes of a text as Discord parses it. */
export function nodesOf(markdown: string): readonly Shown[] {
  const walk = (node: Shown): Shown[] => [
    node,
    ...(Array.isArray(node.content) ? node.content.flatMap((inner: Shown) => walk(inner)) : []),
  ]
  return parse(markdown, 'extended').flatMap((node: Shown) => walk(node))
}

/** Returns the visible text without markup, with `⏱` for each time. */
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

/** Returns the visible text with our own markup, but without the backslashes that escape everything else. */
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
