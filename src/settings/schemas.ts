import { eitherOf, type NameForm } from '../chat/chat-platform.ts'
import { LOCAL } from '../chat/local.ts'
import { z } from 'zod'
import { OWNERSHIPS } from '../records/source.ts'
import type { Region } from '../tagging/region.ts'
import {
  address,
  count,
  country,
  days,
  expression,
  known,
  language,
  listOf,
  oneOf,
  ownLanguage,
  slug,
  text,
  timeOfDay,
  zone,
} from './fields.ts'
import { explainIssue, foldSpelling, type Spellings } from './diagnostics.ts'

/** An entry of the file in `config/` of that name; `example` shows how one is written. */
const entry = <Shape extends z.ZodRawShape>(example: string, shape: Shape) =>
  z.strictObject(shape, { error: `keys and values, as in ${example}` })

const yesOrNo = () => z.boolean({ error: 'true or false' })
const aliases = () =>
  z.array(text('a word or two'), { error: 'a list of what people also type; [] for none' })

export function sourceSchema(regions: Spellings | null) {
  return entry('{ id: …, name: …, feed: … }', {
    id: slug('a short name of your own, such as bbc-world'),
    name: text('how the outlet calls itself'),
    homepage: address('the address of its front page'),
    feed: address('the address of the feed itself'),
    country: country(),
    language: language(),
    ownership: oneOf('ownership', OWNERSHIPS),
    region: known('region', regions, 'config/regions.yaml'),
    agency: yesOrNo().exactOptional(),
    fullText: yesOrNo().exactOptional(),
  })
}

export function regionSchema() {
  return entry('{ id: …, names: …, countries: […] }', {
    id: slug('a short name of your own, such as middle-east'),
    section: yesOrNo(),
    names: namesSchema(),
    aliases: aliases(),
    countries: listOf('a list of country codes, such as [TR, GR]', country()),
  })
}

export function areaSchema() {
  return entry('{ names: …, at: […], drawnAs: … }', {
    names: namesSchema(),
    at: z.tuple([degrees(180), degrees(90)], {
      error: 'a place in it, as longitude and latitude in degrees: [34.1, 45.2]',
    }),
    drawnAs: country(),
  })
}

const degrees = (most: number) => z.number().min(-most).max(most)

export function borderSchema() {
  return entry('{ between: [IN, PK] }', {
    between: z.tuple([country(), country()], { error: 'two country codes, such as [IN, PK]' }),
  })
}

/** Display names by language; English is required. */
function namesSchema() {
  const what = 'names by language, such as { en: Middle East, tr: Orta Doğu }'
  return z
    .record(language(), text('a name'), { error: what })
    .refine((names) => 'en' in names, { error: "an English name is missing; add 'en: …'" })
    .transform((names) => ({ ...names, en: names['en'] ?? '' }))
}

const WEIGHT = 'a number above 0, such as 0.5; 1 is usual'

export function topicSchema() {
  return entry('{ id: …, code: …, names: … }', {
    id: slug('a short name of your own, such as conflict'),
    code: z.templateLiteral(['medtop:', z.string().regex(/^[0-9]{8}$/u)], {
      error: 'an IPTC Media Topic code, such as "medtop:16000000"',
    }),
    names: namesSchema(),
    aliases: aliases(),
    weight: z.number({ error: WEIGHT }).positive({ error: WEIGHT }).exactOptional(),
  })
}

export function nameSchema() {
  const day = z.union([z.iso.date(), z.date()], { error: 'a day, such as 2024-08-21' })
  return entry('{ kind: person, name: …, aliases: […] }', {
    kind: oneOf('kind', ['person', 'organisation']),
    name: text('the name to tell, such as Abbas Araghchi'),
    role: text('an office, such as Foreign Minister of Iran').optional(),
    leads: country().exactOptional(),
    since: day.optional(),
    until: day.optional(),
    aliases: z.array(text('another spelling'), { error: 'a list of other spellings; [] for none' }),
  })
}

export function correctionSchema() {
  return entry('{ words: Georgia, not: US }', {
    words: text('the words as they stand in texts, such as Georgia'),
    means: country().optional(),
    not: country().optional(),
  }).refine(({ means, not }) => (means === undefined) !== (not === undefined), {
    error: "give either 'means: …' or 'not: …', as in { words: Georgia, not: US }",
  })
}

/** What the values of a briefing may refer to, and its defaults. */
export interface BriefingContext {
  readonly regions: Spellings | null
  readonly topics: Spellings | null
  readonly sources: Spellings | null
  /** Forms of destinations on platforms other than the terminal. */
  readonly destinations: readonly NameForm[]
  readonly zone: string
  readonly language: string
}

/** The destination of a briefing. Requires the platform's prefix, without which no adapter would send it. */
function destination(forms: readonly NameForm[]) {
  const examples = [LOCAL, ...forms.map(({ example }) => example)]
  return text('the channel it goes to').refine(
    (typed) => typed === LOCAL || forms.some(({ pattern }) => pattern.test(typed)),
    {
      error: ({ input }) =>
        `'${String(input)}' is no place to send to; use ${eitherOf(examples)} with their ids`,
    },
  )
}

export function briefingSchema(context: BriefingContext) {
  return entry('{ id: …, title: …, at: ["08:00"] }', {
    id: slug('a short name of your own, such as morning'),
    title: text('what stands at its head'),
    to: destination(context.destinations).default(LOCAL),
    at: listOf('a list of local times, such as ["08:00"]', timeOfDay()),
    days: days().default('daily'),
    zone: zone().default(context.zone),
    language: ownLanguage().default(context.language),
    regions: listOf(
      'a list of region ids, such as [middle-east]',
      known('region', context.regions, 'config/regions.yaml'),
    ).exactOptional(),
    countries: listOf('a list of country codes, such as [TR, GR]', country()).exactOptional(),
    topics: listOf(
      'a list of topic ids, such as [conflict]',
      known('topic', context.topics, 'config/topics.yaml'),
    ).exactOptional(),
    sources: listOf(
      'a list of source ids',
      known('source', context.sources, 'config/sources.yaml'),
    ).exactOptional(),
    people: listOf('a list of names', text('a name')).exactOptional(),
    languages: listOf('a list of language codes, such as [ar, fa]', language()).exactOptional(),
    reads: listOf('a list of language codes, such as [ar, en]', language()).exactOptional(),
    expression: expression().exactOptional(),
    model: yesOrNo().exactOptional(),
    pictures: yesOrNo().exactOptional(),
    stories: count('the most stories in all', 100).default(12),
    perSection: count('the most stories in one section', 50).default(4),
  })
}

const LABELS = { country: true, region: true, ownership: true, language: true } as const

/**
 * Mistakes in labels given to sources, each with the name of its option (`--country`) and a remedy; empty if
 * they are valid.
 */
export function validateLabels(
  labels: Readonly<Record<keyof typeof LABELS, string>>,
  regions: readonly Pick<Region, 'id'>[],
): readonly string[] {
  const ids = new Map(regions.map(({ id }) => [foldSpelling(id), id]))
  const schema = sourceSchema(ids).pick(LABELS)
  const { country, region, ownership, language } = labels
  const given = { country, region, ownership, language }
  return (schema.safeParse(given).error?.issues ?? []).flatMap((issue) =>
    explainIssue(issue, given, Object.keys(LABELS)).map(({ text }) => `--${String(issue.path[0])}: ${text}`),
  )
}
