import type { Span } from '../../../src/chat/wording/span.ts'
import { LINK } from '../limits.ts'

/** A span without its link where the address is too long for one. */
export function linkable(span: Span): Span {
  return (span.url?.length ?? 0) > LINK ? { ...span, url: null } : span
}
