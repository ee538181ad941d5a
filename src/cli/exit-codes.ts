/** What the process ends with; README.md lists them. */
export const EXIT = {
  ok: 0,
  /** Something failed; the text on standard error says what to do. */
  fault: 1,
  /** The call or the settings are wrong. */
  usage: 2,
  /** It worked, but not for everything: a source failed, a check did not pass. */
  partly: 3,
  /** A person or the system stopped it before it was done; what a shell gives a program that Ctrl-C ended. */
  stopped: 130,
} as const
