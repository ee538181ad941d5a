import type { Readable } from 'node:stream'

/**
 * The lines of a text in UTF-8, ended by \n or \r\n and by nothing else: JSON may hold U+2028 and U+2029 as they are
 * (RFC 8259, 7), where node:readline would break a line. The last one need not be ended.
 */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const begun: string[] = []
  const whole = (end: string): string => {
    const line = begun.splice(0).join('') + end
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  for await (const chunk of input) {
    const bytes: Buffer = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    const pieces = decoder.decode(bytes, { stream: true }).split('\n')
    const rest = pieces.pop() ?? ''
    for (const piece of pieces) yield whole(piece)
    begun.push(rest)
  }
  const last = whole(decoder.decode())
  if (last !== '') yield last
}
