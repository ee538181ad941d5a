/**
 * A platform cannot be spoken with, and no waiting mends it: the program ends. The message says what happened and what
 * a person does about it; no secret stands in it.
 */
export class FatalError extends Error {
  override readonly name = 'FatalError'
  /** `settings`: a token, an id, or what is switched on at the platform has to be changed. `fault`: anything else. */
  readonly code: 'settings' | 'fault'

  constructor(code: 'settings' | 'fault', message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options)
    this.code = code
  }
}
