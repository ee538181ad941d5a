/** Columns if the output has no width of its own (a pipe, a file). */
export const DEFAULT_WIDTH = 80

/** Longer lines tire the eye, however wide the window is. Columns. */
export const MAX_WIDTH = 100

/** Nothing reads well below this; a narrower window wraps by itself. Columns. */
export const MIN_WIDTH = 40

/**
 * Longest address in an OSC 8 hyperlink: VTE and iTerm2 ignore longer ones. Bytes.
 * https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda#length-limits
 */
export const MAX_HYPERLINK_BYTES = 2083

/** Outlets of a story that get a line of their own with their address. More would bury the next story. */
export const MAX_ADDRESSES = 6
