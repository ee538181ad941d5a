import { phrase } from '../../words/phrase.ts'
import type { Message } from '../message.ts'
import { own } from './pieces.ts'
import type { Span } from './span.ts'

type Notice = Extract<Message, { readonly kind: 'notice' }>

/** A notice line by line; warnings and errors say so. The channel it is about stands in it as a piece of its own. */
export function tellNotice({ level, text, channel, language }: Notice): readonly (readonly Span[])[] {
  const [first = [], ...more] = text.split('\n').map((line) => aroundChannel(line.trim(), channel))
  if (level === 'info') return [first, ...more]
  const place: Span = { text: '' }
  const opening = phrase(`notice.${level}`, language, { text: place }).flatMap((part) =>
    typeof part === 'string' ? [own(part, level)] : first,
  )
  return [opening, ...more]
}

function aroundChannel(line: string, channel: string | undefined): readonly Span[] {
  if (channel === undefined) return [{ text: line, quoted: true }]
  return line
    .split(channel)
    .flatMap((text, index): readonly Span[] => [
      ...(index === 0 ? [] : [{ text: channel, channel }]),
      { text, quoted: true },
    ])
}
