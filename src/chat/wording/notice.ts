import type { Message } from '../../records/message.ts'
import { phrase } from '../../words/say.ts'
import { type Line, own, type Span } from './span.ts'

export type Notice = Extract<Message, { readonly kind: 'notice' }>

/**
 * Splits a notice into lines; a warning or an error begins by saying that it is one. Channel names in it are
 * spans of their own.
 */
export function tellNotice({ level, text, channels = [], language }: Notice): readonly Line[] {
  const [first = [], ...more] = text.split('\n').map((line) => aroundChannels(line.trim(), channels))
  if (level === 'info') return [first, ...more]
  const place: Span = { text: '' }
  const opening = phrase(`notice.${level}`, language, { text: place }).flatMap((part) =>
    typeof part === 'string' ? [own(part, level)] : first,
  )
  return [opening, ...more]
}

function aroundChannels(line: string, channels: readonly string[]): Line {
  if (channels.length === 0) return [{ text: line, quoted: true }]
  // The name of one channel may begin with the name of another.
  const longest = channels
    .toSorted((one, other) => other.length - one.length)
    .map((name) => RegExp.escape(name))
  // The direction marks around a name in a sentence would reorder the text beside it once it is a span of its
  // own.
  return line
    .split(new RegExp(`[\\u200e\\u200f]*(${longest.join('|')})[\\u200e\\u200f]*`, 'u'))
    .map((text, index): Span => {
      if (index % 2 === 1) return { text, channel: text }
      // Without letters, such as a mark before a list of channels, it is our own text and takes the direction
      // of its line.
      return /\p{L}/u.test(text) ? { text, quoted: true } : { text }
    })
}
