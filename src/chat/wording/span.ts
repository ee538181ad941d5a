import { phrase, say } from '../../words/say.ts'

/** What a piece of text is, for the eye. */
export type Look =
  | 'title'
  | 'section'
  | 'headline'
  | 'new'
  | 'updated'
  | 'mark'
  | 'quiet'
  | 'warning'
  | 'error'

/** A piece of a line. Its text may come from a feed: whoever draws it makes it harmless. */
export interface Span {
  readonly text: string
  readonly look?: Look
  /** Where a click leads: http(s) only, see `webAddress`. */
  readonly url?: string | null
  /** Words of somebody else: kept in their own direction. */
  readonly quoted?: boolean
  /** The text is this channel, as `Asker.channel` has it: a platform that knows its name shows that. */
  readonly channel?: string
  /** Never broken. */
  readonly whole?: boolean
  /** Only stands between others on a line: a line break swallows it. */
  readonly gap?: boolean
}

/** What stands on one line, or in one cell. */
export type Line = readonly Span[]

/** Words of an outlet. */
export function quote(text: string, look?: Look, url: string | null = null): Span {
  return { text: text.trim(), quoted: true, url, ...(look === undefined ? {} : { look }) }
}

/** Our own words. */
export function own(text: string, look?: Look): Span {
  return { text, ...(look === undefined ? {} : { look }) }
}

/** Groups with a dot between them; none stands at the end of a line. */
export function dotted(groups: readonly Line[], look?: Look): Line {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ ...own(' · ', look), gap: true }, ...group]))
}

/** Groups with a comma between them, as the reader's language has it. */
export function listed(groups: readonly Line[], language: string, look?: Look): Line {
  const comma = own(say('list.separator', language), look)
  return groups.flatMap((group, index) => (index === 0 ? group : [comma, ...group]))
}

/** The parts of a phrase, all in one look. */
export function spans(parts: readonly (string | Span)[], look?: Look): Line {
  return parts.map((part) => (typeof part === 'string' ? own(part, look) : part))
}

/** A label and what it says: "Language: Turkish". A label in our words stands back. */
export function tellFact(label: string | Span, text: Span, language: string): Line {
  const named = typeof label === 'string' ? own(label, 'quiet') : label
  return spans(phrase('list.fact', language, { label: named, text }))
}
