import { phrase, say } from '../../words/say.ts'

/** The role of a piece of text, which decides its looks. */
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

/** A piece of a line. Its text may come from a feed, so whoever draws it has to escape it. */
export interface Span {
  readonly text: string
  readonly look?: Look
  /** Where a click leads: http(s) only, see `webAddress`. */
  readonly url?: string | null
  /** Words of somebody else, which keep their own writing direction. */
  readonly quoted?: boolean
  /**
   * The text is this channel, as in `Asker.channel`. A platform that knows the channel's name shows that
   * instead.
   */
  readonly channel?: string
  /** Never broken across lines. */
  readonly whole?: boolean
  /** Separates two spans; dropped at a line break. */
  readonly gap?: boolean
}

/** What stands on one line, or in one cell. */
export type Line = readonly Span[]

/** A span of an outlet's words. */
export function quote(text: string, look?: Look, url: string | null = null): Span {
  return { text: text.trim(), quoted: true, url, ...(look === undefined ? {} : { look }) }
}

/** A span of our own words. */
export function own(text: string, look?: Look): Span {
  return { text, ...(look === undefined ? {} : { look }) }
}

/** Joins groups with a dot between them. No dot ends a line. */
export function dotted(groups: readonly Line[], look?: Look): Line {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ ...own(' · ', look), gap: true }, ...group]))
}

/** Joins groups with the comma of the reader's language between them. */
export function listed(groups: readonly Line[], language: string, look?: Look): Line {
  const comma = own(say('list.separator', language), look)
  return groups.flatMap((group, index) => (index === 0 ? group : [comma, ...group]))
}

/** Turns the parts of a phrase into spans. Its texts all get the same look. */
export function spans(parts: readonly (string | Span)[], look?: Look): Line {
  return parts.map((part) => (typeof part === 'string' ? own(part, look) : part))
}

/** The same where what stands in the phrase is whole lines. */
export const inLine = (parts: readonly (string | Line)[], look?: Look): Line =>
  parts.flatMap((part) => (typeof part === 'string' ? [own(part, look)] : part))

/** A label and its value: "Language: Turkish". A label in our own words is drawn quiet. */
export function tellFact(label: string | Span, text: Span, language: string): Line {
  const named = typeof label === 'string' ? own(label, 'quiet') : label
  return spans(phrase('list.fact', language, { label: named, text }))
}
