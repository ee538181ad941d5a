import type { Message } from '../../src/records/message.ts'

/**
 * A message as one line of JSON, keys in alphabetical order at every depth, so that two outputs can be compared line by line.
 * Characters that steer a terminal are written as escapes: the value stays the same.
 */
export function renderJson(message: Message): string {
  const json = JSON.stringify(message, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value))
  return json.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** C1 controls and bidi controls; JSON itself escapes only C0. */
const STEERING = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
}
