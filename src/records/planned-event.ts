/** What is to take place, as it stands in a calendar of events that a chat platform has. Times are milliseconds since 1970. */
export interface PlannedEvent {
  /** The story of the article that told it first. */
  readonly storyId: string
  /** The headline of the newest report that tells of it, and the sentence there, in the language `language` (ISO 639-1). */
  readonly title: string
  readonly words: string
  readonly language: string
  readonly outlet: string
  readonly url: string | null
  /** Where, in the language of who reads it; null where the article names no place. */
  readonly place: string | null
  readonly startsAt: number
  readonly endsAt: number
}
