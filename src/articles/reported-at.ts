/**
 * When something was reported, in milliseconds since 1970: as the outlet says, but never after we saw it. When *we* read
 * it says nothing about how fresh news is: the first read of a feed shows days at once.
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
