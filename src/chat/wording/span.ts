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
