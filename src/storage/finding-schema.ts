import { z } from 'zod'
import { FIGURE_KINDS, type Finding, QUALIFIERS } from '../records/finding.ts'
import { present } from '../records/present.ts'

const offset = z.int().nonnegative()
const base = { start: offset, end: offset, names: z.array(z.string()), at: z.int().optional() }

const saying = z.strictObject({
  ...base,
  kind: z.literal('saying'),
  speaker: z.strictObject({
    words: z.string(),
    name: z.string().nullable(),
    role: z.string().nullable(),
    namedBy: z.enum(['name', 'pronoun', 'role', 'context']).nullable(),
    side: z.enum(['official', 'party', 'anonymous', 'paper', 'other']),
  }),
  verb: z.string().nullable(),
  claim: z.array(z.string()),
  form: z.enum(['direct', 'mixed', 'indirect']),
})

const number = z.number().nullable()
const figure = z.strictObject({
  ...base,
  kind: z.literal('figure'),
  what: z.enum(FIGURE_KINDS),
  value: number,
  low: number,
  high: number,
  qualifier: z.enum(QUALIFIERS).nullable(),
  unit: z.string().nullable(),
  place: z.string().optional(),
  countedBy: z.string().optional(),
  when: z.string().optional(),
  words: z.string(),
})
const coming = z.strictObject({
  ...base,
  kind: z.literal('coming'),
  when: z.string().nullable(),
  whenWords: z.string(),
  words: z.string(),
})

const finding = z.discriminatedUnion('kind', [saying, figure, coming])

/** Parses a stored finding; null if an older or newer version of the program wrote it in another form. */
export function readFinding(json: string): Finding | null {
  const parsed = finding.safeParse(JSON.parse(json))
  return parsed.success ? withoutMissing(parsed.data) : null
}

/** Removes fields that are present but undefined; a record has them or not. */
function withoutMissing({ at, ...found }: z.output<typeof finding>): Finding {
  if (found.kind !== 'figure') return { ...found, ...present({ at }) }
  const { place, countedBy, when, ...figure } = found
  return { ...figure, ...present({ at, place, countedBy, when }) }
}
