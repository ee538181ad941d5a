import { phrase } from '../../words/phrase.ts'
import type { Message } from '../message.ts'
import { own } from './pieces.ts'
import type { Span } from './span.ts'

type Notice = Extract<Message, { readonly kind: 'notice' }>

/** A notice line by line; warnings and errors say so. The channel and the person it names stand in it as pieces of their own. */
export function tellNotice({ level, text, channel, person, language }: Notice): readonly (readonly Span[])[] {
  const named = [
    ...(channel === undefined ? [] : [{ text: channel, channel }]),
    ...(person === undefined ? [] : [{ text: person, person }]),
  ]
  const [first = [], ...more] = text.split('\n').map((line) => around(named, line.trim()))
  if (level === 'info') return [first, ...more]
  const place: Span = { text: '' }
  const opening = phrase(`notice.${level}`, language, { text: place }).flatMap((part) =>
    typeof part === 'string' ? [own(part, level)] : first,
  )
  return [opening, ...more]
}

function around([name, ...others]: readonly Span[], line: string): readonly Span[] {
  if (name === undefined) return [{ text: line, quoted: true }]
  return line
    .split(name.text)
    .flatMap((text, index): readonly Span[] => [...(index === 0 ? [] : [name]), ...around(others, text)])
}
