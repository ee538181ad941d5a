import type { z } from 'zod'
import { listOf, quoted } from '../commands/notice.ts'
import { nearest } from '../commands/reading/names.ts'
import { unknownZone } from '../commands/reading/time-readers.ts'
import { say } from '../words/say.ts'

/**
 * Explains all that a schema found wrong with a question, as `/news` explains the same mistakes.
 * @param given the values as they came
 * @param names the inputs that the question has
 * @param language BCP 47
 */
export function explainMistakes(
  { issues }: Pick<z.ZodError, 'issues'>,
  given: unknown,
  names: readonly string[],
  language: string,
): string {
  const texts = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => explainUnknown(key, names, language))
      : [explainValue(issue, valueAt(given, issue.path), language)],
  )
  return texts.join('\n')
}

function explainUnknown(key: string, names: readonly string[], language: string): string {
  const option = quoted(key, language)
  const near = nearest(key.toLowerCase(), names)[0]
  return near === undefined
    ? say('mistake.option', language, { option, options: listOf(names, language) })
    : say('mistake.optionNear', language, { option, near: quoted(near, language) })
}

function explainValue(issue: z.core.$ZodIssue, value: unknown, language: string): string {
  const option = String(issue.path[0] ?? '')
  const typed = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  if (issue.code === 'invalid_value')
    return say('mistake.choice', language, {
      option,
      typed: quoted(typed, language),
      choices: listOf(issue.values.map(String), language, 'disjunction'),
    })
  if (issue.code === 'too_big')
    return `${option}: ${say('mistake.tooLong', language, { count: typed.length, most: Number(issue.maximum) })}`
  if (issue.code === 'custom' && option === 'zone') return unknownZone(typed)(language)
  return `${option}: ${issue.message}`
}

const valueAt = (given: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    given,
  )
