import { z } from 'zod'
import type { Archive } from '../archive/open-archive.ts'
import type { ArchiveReader } from '../archive/subject.ts'
import type { RawOptions } from '../chat/commands.ts'
import { SPOKEN } from '../language/languages.ts'
import type { Message } from '../records/message.ts'
import type { PagesAt } from './tell.ts'

/** What a question is answered from. */
export interface ProgramTools {
  readonly archive: Archive
  readonly pages: PagesAt
  /** IANA zone and BCP 47 language where a question names none. */
  readonly zone: string
  readonly language: string
}

/** Why there is no answer. */
export type Refused = {
  readonly status: 'refused' | 'unknown'
  /** What is wrong with the question, and what to do. */
  readonly text: string
}

type Answered<Answer> = { readonly status: 'answered'; readonly answer: Answer }

/** An answer as data and in words. */
type Outcome = (Answered<Readonly<Record<string, unknown>>> & { readonly words: string }) | Refused

/** Something that programs ask: a tool of the MCP server and a path of /api alike. It changes nothing. */
export interface Question {
  readonly name: string
  /** Below /api, with names of its input behind colons. */
  readonly path: string
  readonly title: string
  /** When to ask it and what comes of it, for an assistant. */
  readonly description: string
  readonly input: z.ZodObject
  readonly output: z.ZodObject
  readonly ask: (input: unknown, tools: ProgramTools) => Promise<Outcome>
}

/** A question whose input is checked, and whose answer is given in words, too. */
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
      if (!read.success) return { status: 'refused', text: z.prettifyError(read.error) }
      const outcome = await answer(read.data, tools)
      return outcome.status === 'answered' ? { ...outcome, words: write(outcome.answer) } : outcome
    },
  }
}

/** The answer of a question. */
export const answered = <Answer>(answer: Answer): Answered<Answer> => ({ status: 'answered', answer })

/** UTF-16 units: longer than anything that is asked for, and `/news` refuses less. */
export const LONGEST = 500

/** A text that may be given. */
export const given = (what: string) => z.string().max(LONGEST).optional().describe(what)

/** Who asks. */
export const reader = {
  speaks: z
    .enum(SPOKEN)
    .optional()
    .describe('language of our own words; stories are told in it where an outlet has them so'),
  zone: given('IANA time zone in which days are meant, such as Europe/Istanbul'),
}

/** Where the page before ended. */
export const cursor = given('`next` of the answer before')

/** What is looked for. */
export const filters = {
  region: given('a region by name, such as Middle East'),
  country: given('a country by name or code'),
  topic: given('a topic, such as conflict'),
  source: given('an outlet by name'),
  language: given('a language in which it is told'),
  since: given('24h, 3d, yesterday, friday or 2026-03-01'),
  until: given('as since'),
}

/** Zone and language of who asks, or of the program. */
export function readerOf(
  { speaks, zone }: { readonly speaks?: string | undefined; readonly zone?: string | undefined },
  tools: ProgramTools,
): ArchiveReader {
  return { zone: isZone(zone) ? zone : tools.zone, language: speaks ?? tools.language }
}

function isZone(zone: string | undefined): zone is string {
  if (zone === undefined) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What is given, as options of `/news`. */
export const optionsOf = (input: Readonly<Record<string, string | undefined>>): RawOptions =>
  new Map(Object.entries(input).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]])))

/** Words of `/news` answer what they cannot do in words. */
export const refused = (message: Message): Refused => ({
  status: 'refused',
  text: message.kind === 'notice' ? message.text : `It was answered with a ${message.kind}.`,
})
