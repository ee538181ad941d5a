/**
 * An article is compared with what comes within a week; a day more, for what comes late. A running story in which nothing was seen for so long has ended:
 * nothing that comes is compared with it any more. Milliseconds.
 */
export const RUNNING_MS = 8 * 24 * 3_600_000
