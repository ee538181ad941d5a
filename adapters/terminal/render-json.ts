import type { Message } from '../../src/records/message.ts'

/**
 * Writes a message as one line of JSON, with keys in alphabetical order at every depth, so that outputs can
 * be compared. Characters that control a terminal are escaped, which leaves the value unchanged.
 */
export function renderJson(message: Message): string {
  const json = JSON.stringify(message, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value))
  return json.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** C1 and bidi controls; JSON itself escapes only C0. */
const STEERING = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
}
