import type { Message } from '../../records/message.ts'
import { phrase } from '../../words/say.ts'
import { type Line, own, type Span } from './span.ts'

export type Notice = Extract<Message, { readonly kind: 'notice' }>

/** A notice line by line; warnings and errors say so. The channels it is about stand in it as pieces of their own. */
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
  // The name of one channel may begin as another's does.
  const longest = channels
    .toSorted((one, other) => other.length - one.length)
    .map((name) => RegExp.escape(name))
  // The marks that keep its order in a sentence would turn round what stands beside it as a piece of its own.
  return line
    .split(new RegExp(`[\\u200e\\u200f]*(${longest.join('|')})[\\u200e\\u200f]*`, 'u'))
    .map((text, index): Span => {
      if (index % 2 === 1) return { text, channel: text }
      // A mark before a list of channels is ours, and so is the direction of its line.
      return /\p{L}/u.test(text) ? { text, quoted: true } : { text }
    })
}
