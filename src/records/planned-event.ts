/** An event for a chat platform's event calendar. Times are milliseconds since 1970. */
export interface PlannedEvent {
  /** Story of the article that reported it first. */
  readonly storyId: string
  /** Headline of the newest report about it, the sentence there, and the language of both (ISO 639-1). */
  readonly title: string
  readonly words: string
  readonly language: string
  readonly outlet: string
  readonly url: string | null
  /** Location in the reader's language; null if the article names no place. */
  readonly place: string | null
  readonly startsAt: number
  readonly endsAt: number
}
