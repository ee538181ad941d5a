/**
 * How long an article is compared with new ones, in milliseconds: a week, and a day more for late arrivals. A
 * running story without news for this long has ended, and nothing is compared with it any more.
 */
export const RUNNING_MS = 8 * 24 * 3_600_000
