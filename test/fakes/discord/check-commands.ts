import { z } from 'zod'

/** https://docs.discord.com/developers/interactions/application-commands#registering-a-command */
const MOST_CHARACTERS = 8_000
const MOST_OPTIONS = 25
const MOST_CHOICES = 25
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u
const MESSAGE_MENU_NAME = /^.{1,32}$/u
const DESCRIPTION = 100
const CHAT_INPUT = 1

const texts = z.record(z.string(), z.string()).nullish()
const named = z.looseObject({
  name: z.string(),
  name_localizations: texts,
  description: z.string().optional(),
  description_localizations: texts,
})
type Named = z.output<typeof named>

const choice = z.looseObject({
  name: z.string(),
  name_localizations: texts,
  value: z.union([z.string(), z.number()]),
})
type Option = Named & {
  options?: Option[] | undefined
  required?: boolean | undefined
  choices?: z.output<typeof choice>[] | undefined
  autocomplete?: boolean | undefined
}
const option: z.ZodType<Option> = named.extend({
  required: z.boolean().optional(),
  choices: z.array(choice).optional(),
  autocomplete: z.boolean().optional(),
  get options() {
    return z.array(option).optional()
  },
})
const command = named.extend({ type: z.number().default(CHAT_INPUT), options: z.array(option).optional() })

/** Checks the rules for commands that the published schema leaves out. */
export function checkCommands(bodies: readonly unknown[]): readonly string[] {
  return bodies.flatMap((body) => {
    const { type, ...read } = command.parse(body)
    if (type !== CHAT_INPUT)
      return allNames(read).flatMap((name) =>
        MESSAGE_MENU_NAME.test(name) ? [] : [`the menu entry “${name}”`],
      )
    const size = sizeOf(read)
    return [...checkNode(read), ...(size > MOST_CHARACTERS ? [`/${read.name} has ${size} characters`] : [])]
  })
}

function checkNode(node: Option): readonly string[] {
  const { options = [], choices = [] } = node
  const firstOptional = options.findIndex((one) => one.required !== true)
  const isLate = options.some(
    (one, index) => one.required === true && firstOptional !== -1 && index > firstOptional,
  )
  const descriptions = [node.description ?? '', ...Object.values(node.description_localizations ?? {})]
  return [
    ...allNames(node)
      .filter((name) => !NAME.test(name) || name !== name.toLowerCase())
      .map((name) => `the name “${name}” is not allowed`),
    ...descriptions
      .filter((text) => text === '' || text.length > DESCRIPTION)
      .map((text) => `${node.name} is described in ${text.length} characters`),
    ...(options.length > MOST_OPTIONS ? [`${node.name} has ${options.length} options`] : []),
    ...(choices.length > MOST_CHOICES ? [`${node.name} has ${choices.length} choices`] : []),
    ...(choices.length > 0 && node.autocomplete === true
      ? [`${node.name} has choices and suggests others`]
      : []),
    ...(isLate ? [`${node.name} has a required option behind an optional one`] : []),
    ...repeatsAmong(options).map((name) => `${node.name} names “${name}” twice`),
    ...options.flatMap(checkNode),
  ]
}

const allNames = ({ name, name_localizations }: Named): readonly string[] => [
  name,
  ...Object.values(name_localizations ?? {}),
]

/** In each language siblings must have different names. */
function repeatsAmong(options: readonly Option[]): readonly string[] {
  const languages = new Set(options.flatMap((one) => Object.keys(one.name_localizations ?? {})))
  return ['', ...languages].flatMap((language) => {
    const names = options.map((one) => one.name_localizations?.[language] ?? one.name)
    return names.filter((name, index) => names.indexOf(name) !== index)
  })
}

/** Of a text's translations the longest counts. */
function sizeOf(node: Option): number {
  const choices = (node.choices ?? []).map(
    ({ name, name_localizations, value }) => longest(name, name_localizations) + String(value).length,
  )
  return (
    longest(node.name, node.name_localizations) +
    longest(node.description ?? '', node.description_localizations) +
    [...choices, ...(node.options ?? []).map(sizeOf)].reduce((sum, size) => sum + size, 0)
  )
}

const longest = (text: string, others: Named['name_localizations']): number =>
  Math.max(text.length, ...Object.values(others ?? {}).map((other) => other.length))
