/**
 * When something was reported, in milliseconds since 1970: as its outlet states, but never after we saw it.
 * The time of *our* read does not show how fresh news is, because the first read of a feed brings days of it
 * at once.
 */
export function reportedAt({ publishedAt, seenAt }: Reported): number {
  return Math.min(publishedAt ?? seenAt, seenAt)
}

export interface Reported {
  readonly publishedAt: number | null
  readonly seenAt: number
}

/** When the newest of some reports was reported. */
export function newestAt(reports: readonly Reported[]): number {
  return Math.max(...reports.map(reportedAt))
}
