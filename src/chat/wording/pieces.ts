import { say } from '../../words/say.ts'
import type { Look, Span } from './span.ts'

/** Words of an outlet. */
export function quote(text: string, look?: Look, url: string | null = null): Span {
  return { text: text.trim(), quoted: true, url, ...(look === undefined ? {} : { look }) }
}

/** Our own words. */
export function own(text: string, look?: Look): Span {
  return { text, ...(look === undefined ? {} : { look }) }
}

/** Groups with a dot between them; none stands at the end of a line. */
export function dotted(groups: readonly (readonly Span[])[], look?: Look): readonly Span[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ ...own(' · ', look), gap: true }, ...group]))
}

/** Groups with a comma between them, as the reader's language has it. */
export function listed(groups: readonly (readonly Span[])[], language: string, look?: Look): readonly Span[] {
  const comma = own(say('list.separator', language), look)
  return groups.flatMap((group, index) => (index === 0 ? group : [comma, ...group]))
}

/** The parts of a phrase, all in one look. */
export function spans(parts: readonly (string | Span)[], look?: Look): readonly Span[] {
  return parts.map((part) => (typeof part === 'string' ? own(part, look) : part))
}
