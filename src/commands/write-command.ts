import { LONGEST_BUTTON_TEXT, writeMoment } from '../chat/action.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Action } from '../records/message.ts'
import { splitDays } from '../subscriptions/days.ts'
import { FIELD } from './reading/name-readers.ts'

/** Lists of a filter that exclude something. */
export const LEFT_OUT = ['withoutTopics', 'withoutCountries', 'withoutSources'] as const

/** Fields that a button can express. */
const SAID: ReadonlySet<string> = new Set([
  ...'filter words subscription since until when at endsAt zone to outlets expression'.split(' '),
  ...Object.values(FIELD),
  ...LEFT_OUT,
])

/** Returns a button that gives a command; none where it is too long, or says what a button cannot. */
export function buttonFor(
  look: Pick<Action, 'label' | 'name'>,
  name: string,
  input: CommandInput,
): readonly Action[] {
  const command = writeCommand(name, input)
  return command === null ? [] : [{ ...look, command }]
}

function writeCommand(name: string, input: CommandInput): string | null {
  const { filter, ...others } = input
  const { expression } = filter
  const isSayable = [...Object.keys(others), ...Object.keys(filter)].every((key) => SAID.has(key))
  if (!isSayable || typeof input.to === 'object' || expression?.includes('"') === true) return null
  const parts = [
    name,
    input.subscription === undefined ? '' : `id:${input.subscription}`,
    input.words ?? '',
    ...Object.entries(FIELD).flatMap(([kind, field]) =>
      (filter[field] ?? []).map((id) => `${kind}:${/\s/u.test(id) ? `"${id}"` : id}`),
    ),
    ...LEFT_OUT.flatMap((list) => (filter[list] ?? []).map((id) => `without:${id}`)),
    expression === undefined ? '' : `keywords:"${expression}"`,
    ...timeOf(name, input),
    ...(input.when === undefined ? [] : splitDays(input.when)).map((when) => `when:${when}`),
    ...(input.at ?? []).map((at) => `at:${at}`),
    input.endsAt === undefined ? '' : `ends:${writeMoment(input.endsAt)}`,
    input.zone === undefined ? '' : `zone:${input.zone}`,
    input.outlets === undefined ? '' : `outlets:${input.outlets}`,
    input.to === undefined ? '' : `to:${input.to}`,
  ]
  const text = parts.filter((part) => part !== '').join(' ')
  return text.length > LONGEST_BUTTON_TEXT ? null : text
}

/** Times of events to come are given as one period. */
function timeOf(name: string, { since, until }: CommandInput): readonly string[] {
  if (name === 'facts upcoming' && since !== undefined && until !== undefined)
    return [`period:${writeMoment(since)}..${writeMoment(until)}`]
  return [
    since === undefined ? '' : `since:${writeMoment(since)}`,
    until === undefined ? '' : `until:${writeMoment(until)}`,
  ]
}
