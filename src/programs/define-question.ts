import { z } from 'zod'
import type { Archive } from '../archive/open-archive.ts'
import type { ArchiveReader } from '../archive/subject.ts'
import type { RawOptions } from '../chat/commands.ts'
import { readZone } from '../commands/reading/read-zone.ts'
import { unknownZone } from '../commands/reading/time-readers.ts'
import { SPOKEN } from '../language/languages.ts'
import type { Message } from '../records/message.ts'
import { isZone } from '../words/times.ts'
import { explainMistakes } from './explain-mistakes.ts'
import type { SiteRoot } from './to-answers.ts'

/** What is needed to answer a question. */
export interface ProgramTools {
  readonly archive: Archive
  readonly pages: SiteRoot
  /** Default IANA zone and BCP 47 language of a question. */
  readonly zone: string
  readonly language: string
}

/**
 * Why a question has no answer: `refused` if the input is wrong, `unknown` if the thing asked for does not
 * exist.
 */
export type Refused = {
  readonly status: 'refused' | 'unknown'
  /** What is wrong with the question, and what to do. */
  readonly text: string
}

type Answered<Answer> = { readonly status: 'answered'; readonly answer: Answer }

/** An answer as data and as text, or a refusal. */
type Outcome = (Answered<Readonly<Record<string, unknown>>> & { readonly words: string }) | Refused

/** A question that programs can ask, both as a tool of the MCP server and as a path of /api. Read-only. */
export interface Question {
  readonly name: string
  /** Path below /api. Names of inputs follow colons. */
  readonly path: string
  readonly title: string
  /** For an assistant: when to ask it, and what it returns. */
  readonly description: string
  readonly input: z.ZodObject
  readonly output: z.ZodObject
  readonly ask: (input: unknown, tools: ProgramTools) => Promise<Outcome>
}

/** Creates a question that validates its input and also writes its answer as text. */
export function defineQuestion<Input extends z.ZodObject, Output extends z.ZodObject>({
  input,
  output,
  answer,
  write,
  ...described
}: Omit<Question, 'ask' | 'input' | 'output'> & {
  readonly input: Input
  readonly output: Output
  readonly answer: (
    input: z.output<Input>,
    tools: ProgramTools,
  ) => Promise<Answered<z.output<Output>> | Refused>
  readonly write: (answer: z.output<Output>) => string
}): Question {
  return {
    ...described,
    input,
    output,
    async ask(given, tools) {
      const read = input.safeParse(given)
      if (!read.success) {
        const language = languageOf(given) ?? tools.language
        const text = explainMistakes(read.error, given, Object.keys(input.shape), language)
        return { status: 'refused', text }
      }
      const outcome = await answer(read.data, tools)
      return outcome.status === 'answered' ? { ...outcome, words: write(outcome.answer) } : outcome
    },
  }
}

export const answered = <Answer>(answer: Answer): Answered<Answer> => ({ status: 'answered', answer })

/** UTF-16 units: longer than any real question, and more than `/news` accepts. */
export const LONGEST_TEXT = 500

/** Schema of an optional text. */
export const given = (what: string) => z.string().max(LONGEST_TEXT).optional().describe(what)

/** Schemas that describe who asks. */
export const reader = {
  speaks: z
    .enum(SPOKEN)
    .optional()
    .describe('language of our own words; stories are told in it where an outlet has them so'),
  zone: given('IANA time zone in which days are meant, such as Europe/Istanbul').transform(
    (typed, checked) => {
      if (typed === undefined) return typed
      const zone = isZone(typed) ? typed : readZone(typed)
      if (zone !== null) return zone
      checked.addIssue({ code: 'custom', message: unknownZone(typed)('en') })
      return z.NEVER
    },
  ),
}

/** The language of the asker of a question that may have mistakes; null if it names none that we speak. */
function languageOf(given: unknown): string | null {
  const read = z.object({ speaks: z.enum(SPOKEN) }).safeParse(given)
  return read.success ? read.data.speaks : null
}

/** Schema of the position at which the previous page ended. */
export const cursor = given('`next` of the answer before')

export const filters = {
  region: given('a region by name, such as Middle East'),
  country: given('a country by name or code'),
  topic: given('a topic, such as conflict'),
  source: given('an outlet by name'),
  language: given('a language in which it is told'),
  since: given('24h, 3d, yesterday, friday or 2026-03-01'),
  until: given('as since'),
}

/** Zone and language of the asker, or else the defaults. */
export const readerOf = (
  { speaks, zone }: { readonly speaks?: string | undefined; readonly zone?: string | undefined },
  tools: ProgramTools,
): ArchiveReader => ({ zone: zone ?? tools.zone, language: speaks ?? tools.language })

/** The given values as options of `/news`. */
export const optionsOf = (input: Readonly<Record<string, string | undefined>>): RawOptions =>
  new Map(Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])))

/** The answer to a cursor that no answer of ours has given. */
export const noCursor = (otherwise: string): Refused => ({
  status: 'refused',
  text: `This is no cursor: take \`next\` of the answer before, or ${otherwise}.`,
})

/** Turns a `/news` message that is not the expected answer into a refusal. */
export const refused = (message: Message): Refused => ({
  status: 'refused',
  text: message.kind === 'notice' ? message.text : `It was answered with a ${message.kind}.`,
})
