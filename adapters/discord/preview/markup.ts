import { escapeUTF8 } from 'entities'
import { parse } from 'discord-markdown-parser'
import type { Clock } from './clock.ts'

/** Discord Markdown as HTML, by the rules of Discord's own parser: what a text could do there, it does here. */
export function markUp(markdown: string, clock: Clock): string {
  return writeAll(parse(markdown, 'extended'), clock)
}

/** A node as the parser gives it: its fields hang on its type. */
interface Node {
  readonly type: string
  readonly [field: string]: unknown
}

function writeAll(content: unknown, clock: Clock): string {
  if (typeof content === 'string') return escapeUTF8(content)
  return Array.isArray(content) ? content.map((node: Node) => write(node, clock)).join('') : ''
}

function write(node: Node, clock: Clock): string {
  const inner = () => writeAll(node['content'], clock)
  switch (node.type) {
    case 'br':
    case 'newline':
      return '<br>'
    case 'strong':
    case 'em':
      return `<${node.type}>${inner()}</${node.type}>`
    case 'underline':
      return `<u>${inner()}</u>`
    case 'strikethrough':
      return `<s>${inner()}</s>`
    case 'inlineCode':
      return `<code>${inner()}</code>`
    case 'codeBlock':
      return `<pre>${inner()}</pre>`
    case 'blockQuote':
      return `<blockquote><div>${inner()}</div></blockquote>`
    case 'heading':
      return `<h${Number(node['level'])}>${inner()}</h${Number(node['level'])}>`
    case 'subtext':
      return `<small>${inner()}</small>`
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
