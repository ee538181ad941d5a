import { z } from 'zod'
import { TOLLS } from '../records/finding.ts'
import { type HealthState, OWNERSHIPS } from '../records/source.ts'

/**
 * The answers to programs, declared once for TypeScript types, the schemas of /api (OpenAPI) and the MCP
 * tools. Texts of outlets are verbatim; addresses are http or https.
 */
const time = z.iso.datetime().describe('UTC')
const language = z.string().describe('ISO 639-1 of the text; und where it is not known')
const address = z
  .url({ protocol: /^https?$/u })
  .nullable()
  .describe('where it stands; null where it has no web address')

export const STATES = [
  'active',
  'failing',
  'silent',
  'moved',
  'gone',
  'paused',
  'unread',
] as const satisfies readonly HealthState[]

const outlet = z
  .object({
    name: z.string(),
    country: z.string().describe('ISO 3166-1 alpha-2 of its newsroom; empty where it is no source any more'),
    ownership: z.enum(OWNERSHIPS).nullable().describe('a label for readers, never a score'),
    title: z.string().describe('its headline, verbatim'),
    language,
    url: address,
    publishedAt: time.nullable(),
    carries: z
      .string()
      .nullable()
      .describe('the agency or outlet whose text it repeats; null for a report of its own'),
  })
  .meta({ id: 'Outlet' })

const sentence = z
  .object({
    text: z
      .string()
      .describe('a span of one version of one article, verbatim; "…" where words were left out of it'),
    language,
    saidBy: z.string().nullable().describe('whose words they are, where they are quoted of somebody'),
    outlet: z.string(),
    url: address,
    articleId: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Sentence' })

export const story = z
  .object({
    id: z
      .string()
      .describe('lasting: a merged story answers under each of its ids, with the one that it has by now'),
    handle: z.string().nullable().describe('four signs by which people call it'),
    page: z.url().nullable().describe('its page, where pages are served'),
    headline: z.string().describe('of one of the outlets, verbatim'),
    language,
    lastAt: time.describe('when its newest report was published'),
    countries: z.array(z.string()).describe('ISO 3166-1 alpha-2 of the countries that it is about'),
    topics: z.array(z.string()).describe('IPTC Media Topics'),
    independentReports: z.int().describe('reports that do not repeat one another'),
    sentences: z.array(sentence),
    outlets: z.array(outlet),
    developments: z
      .array(
        z.object({
          kind: z.enum(['figure', 'state', 'says', 'statement', 'denial', 'quiet']),
          days: z.int().nullable().describe('without a report, of kind quiet'),
          toll: z.enum(TOLLS).nullable().describe('what is counted, of kind figure'),
          before: z.string().nullable().describe('the number or state that was told before'),
          now: z.string().nullable(),
          by: z.string().nullable().describe('who counted or speaks, as the article names them'),
          words: z.string().nullable().describe('a sentence or headline of the article, verbatim'),
          outlet: z.string().nullable(),
          url: address,
        }),
      )
      .describe('what is new since the place was last told of it; none where nothing surely is'),
    edits: z.array(
      z.object({
        kind: z
          .enum(['correction', 'edit', 'note'])
          .describe('a correction is owned by its outlet; a note is what it says of it itself'),
        outlet: z.string(),
        before: z.string().nullable().describe('how it read; null of a note'),
        after: z.string(),
        at: time,
      }),
    ),
    removals: z
      .array(
        z.object({
          outlet: z.string(),
          url: address,
          seenAt: time.describe('when its page was found last'),
          since: time.describe('when it was first found to be gone'),
          returnedAt: time.nullable().describe('when it was found to be there again'),
        }),
      )
      .describe('reports that outlets took down after they were told'),
  })
  .meta({ id: 'Story' })

export const searchAnswer = z
  .object({
    query: z.string().describe('what was asked, as it was understood'),
    hits: z.array(
      z.object({
        storyId: z.string().nullable(),
        title: z.string(),
        snippet: z.string().describe('a piece of the text round what was found'),
        language,
        outlet: z.string(),
        country: z.string(),
        url: address,
        publishedAt: time.nullable(),
        moreOutlets: z.int().describe('others that tell the same story'),
        translated: z.boolean().describe('found by what the words are in its language'),
      }),
    ),
    note: z.string().nullable(),
    next: z.string().nullable().describe('cursor of what comes behind these; null where that is all'),
  })
  .meta({ id: 'SearchAnswer' })

export const trendsAnswer = z
  .object({
    query: z.string().describe('what was counted, as it was understood'),
    days: z.array(
      z.object({
        day: z.iso.date(),
        reports: z.int(),
        low: z.int().nullable().describe('fewer are less than usual; null where nobody knows yet'),
        high: z.int().nullable().describe('more are more than usual'),
        state: z
          .enum(['usual', 'burst', 'silence', 'sources', 'unknown'])
          .describe('sources: out of the usual only because sources brought nothing or are new'),
      }),
    ),
    stories: searchAnswer.shape.hits.describe(
      'the largest stories of bursts, and those that only outlets of states or from elsewhere tell, each under which it stands',
    ),
    note: z.string().describe('all of it in words'),
  })
  .meta({ id: 'TrendsAnswer' })

export const briefingAnswer = z
  .object({
    title: z.string(),
    from: time,
    to: time,
    sections: z.array(
      z.object({ region: z.string(), name: z.string(), stories: z.array(story), leftOut: z.int() }),
    ),
    leftOut: z.int().describe('stories that fit and had no room'),
    coverage: z.object({
      sources: z.int(),
      answered: z.int(),
      failed: z.array(z.object({ source: z.string(), kind: z.string() })),
    }),
  })
  .meta({ id: 'BriefingAnswer' })

export const changesAnswer = z
  .object({
    stories: z
      .array(story.extend({ movedAt: time.describe('when something of it last came in or was changed') }))
      .describe('what moved, oldest first; a story that comes again with the same movedAt is a repeat'),
    next: z.string().describe('cursor: everything that moves from now on'),
    more: z.boolean().describe('there is more already: ask at once'),
  })
  .meta({ id: 'ChangesAnswer' })

export const whyAnswer = z
  .object({
    title: z.string(),
    language,
    url: address,
    steps: z
      .array(z.object({ label: z.string(), text: z.string() }))
      .describe('how it was read, tagged and placed'),
    reports: z
      .array(z.object({ label: z.string(), text: z.string(), url: address }))
      .describe('how each report came into the story, oldest first'),
    moreReports: z.int(),
  })
  .meta({ id: 'WhyAnswer' })

export const sourcesAnswer = z
  .object({
    sources: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        country: z.string(),
        language,
        ownership: z.enum(OWNERSHIPS),
        state: z.enum(STATES),
        lastSuccessAt: time.nullable(),
        newestEntryAt: time.nullable(),
        articles: z.int(),
        usualPauseMinutes: z.int().nullable().describe('usual time between two of its articles'),
        pushed: z.boolean().describe('a hub delivers its news'),
        remark: z.string().nullable().describe('what is wrong, in English'),
        failures: z.array(z.object({ kind: z.string(), count: z.int() })).describe('of the last thirty days'),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'SourcesAnswer' })

export type StoryShape = z.infer<typeof story>
export type SearchAnswer = z.infer<typeof searchAnswer>
export type TrendsAnswer = z.infer<typeof trendsAnswer>
export type BriefingAnswer = z.infer<typeof briefingAnswer>
export type ChangesAnswer = z.infer<typeof changesAnswer>
export type WhyAnswer = z.infer<typeof whyAnswer>
export type SourcesAnswer = z.infer<typeof sourcesAnswer>
