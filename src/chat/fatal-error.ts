/**
 * Thrown when a platform cannot be reached and waiting does not help: the program ends. The message says what
 * happened and what a person can do about it, and holds no secret.
 */
export class FatalError extends Error {
  override readonly name = 'FatalError'
  /** `settings`: a token, an id or a switch at the platform has to be changed. `fault`: anything else. */
  readonly code: 'settings' | 'fault'

  constructor(code: 'settings' | 'fault', message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options)
    this.code = code
  }
}
