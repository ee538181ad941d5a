import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { parseEntries, findRepeats, unique } from '../settings/entries.ts'
import { listOf, oneOf, slug, text } from '../settings/fields.ts'
import { formatDiagnostics, type Diagnostic } from '../settings/diagnostics.ts'
import { sourceSchema } from '../settings/schemas.ts'
import { readYamlFile } from '../settings/yaml-file.ts'

/** Day 1 of the edition, from which its times count. */
const FIRST_DAY = Temporal.PlainDate.from('2026-03-09')
const DAY_AND_TIME = /^day ([1-4]) ([01]\d|2[0-3]):([0-5]\d)$/u

/** Formats in which outlets write their feeds. */
const FORMATS = ['rss', 'atom', 'rdf', 'json'] as const

/**
 * An entry of `config/sample/outlets.yaml`: a source as in `config/sources.yaml`, and how its server behaves.
 */
const outletSchema = sourceSchema(null).extend({
  feed: text("the path of its feed on the demo's server, such as /feeds/courier").regex(/^\/\S*$/u, {
    error: ({ input }) => `'${input}' is no path; it starts with /`,
  }),
  format: oneOf('format', FORMATS),
  down: listOf(
    'a list of outages, such as [{ from: day 4 00:00, to: day 4 06:00, status: 503 }]',
    z.strictObject({
      from: moment(),
      to: moment(),
      status: z.int({ error: 'an HTTP status from 400 to 599' }).min(400).max(599),
    }),
  ).default([]),
})

/** An entry of `config/sample/articles/OUTLET.yaml`: what was published, and how it was changed later. */
const articleSchema = z
  .strictObject({
    id: slug('a short name of your own, such as courier-dam'),
    /** GUID in the feed. Default: derived from the id. `none` leaves it out. */
    guid: text('the GUID that the feed gives, or none').exactOptional(),
    link: link(),
    title: text('the headline'),
    /** If missing, the feed gives no date, and `appears` says since when the article is there. */
    published: moment().exactOptional(),
    appears: moment().exactOptional(),
    /** From then on its page and its entry are gone. */
    removed: moment().exactOptional(),
    author: text('a name').exactOptional(),
    body: html(),
    revisions: listOf(
      'a list of changes, such as [{ from: day 2 10:00, title: … }]',
      z.strictObject({
        from: moment(),
        title: text('the headline from then on').exactOptional(),
        link: link().exactOptional(),
        body: html().exactOptional(),
      }),
    ).default([]),
  })
  .refine((article) => article.published !== undefined || article.appears !== undefined, {
    path: ['published'],
    error: 'a time such as day 2 07:40; an article without a date needs "appears" instead',
  })

export type SampleArticle = z.infer<typeof articleSchema>

/** An outlet and everything it publishes in four days. Times are milliseconds since 1970. */
export type SampleOutlet = z.infer<typeof outletSchema> & { readonly articles: readonly SampleArticle[] }

/** A time such as `day 2 07:40`, in UTC. */
function moment() {
  return text('a time of the edition, such as day 2 07:40')
    .regex(DAY_AND_TIME, {
      error: ({ input }) =>
        `'${input}' is no time of the edition; write day 1 to 4 and UTC, as in day 2 07:40`,
    })
    .transform((written) => {
      const [, day = '1', hour = '0', minute = '0'] = DAY_AND_TIME.exec(written) ?? []
      const plainTime = { hour: Number(hour), minute: Number(minute) }
      return FIRST_DAY.add({ days: Number(day) - 1 }).toZonedDateTime({ timeZone: 'UTC', plainTime })
        .epochMilliseconds
    })
}

/**
 * A path on the outlet's homepage. A whole address is only for the hostile item, whose link is no web
 * address.
 */
function link() {
  return text('a path on the homepage of the outlet, such as /2026/dam').regex(/^(\/|[a-z]+:)\S*$/u, {
    error: ({ input }) => `'${input}' is no link; write a path that starts with /`,
  })
}

function html() {
  return z.string({ error: 'the text, in HTML' })
}

/**
 * Reads the edition from a directory with the layout of `config/sample`: `outlets.yaml`, and a file of
 * articles for each outlet. Throws one error (`code: 'sample-invalid'`) that lists all mistakes in the files,
 * each with its line and remedy.
 */
export function readSample(directory: string): readonly SampleOutlet[] {
  const outletsFile = readYamlFile(join(directory, 'outlets.yaml'), join(directory, 'outlets.yaml'))
  const outlets = parseEntries(outletsFile, 'outlets', outletSchema)
  const mistakes = [
    ...outlets.mistakes,
    ...findRepeats(outletsFile, 'outlets', [unique('id'), unique('feed')]),
  ]

  const published = new Map<string, readonly SampleArticle[]>()
  for (const name of readdirSync(join(directory, 'articles')).filter((name) => name.endsWith('.yaml'))) {
    const file = readYamlFile(join(directory, 'articles', name), join(directory, 'articles', name))
    const articles = parseEntries(file, 'articles', articleSchema)
    mistakes.push(...articles.mistakes, ...findRepeats(file, 'articles', [unique('id')]))
    published.set(basename(name, '.yaml'), articles.entries)
  }
  mistakes.push(...strayFiles(directory, [...published.keys()], outlets.entries))
  if (mistakes.length > 0) {
    const text = `The sample edition cannot be read:\n${formatDiagnostics(mistakes)}`
    throw Object.assign(new Error(text), { code: 'sample-invalid' })
  }
  return outlets.entries.map((outlet) => ({ ...outlet, articles: published.get(outlet.id) ?? [] }))
}

function strayFiles(
  directory: string,
  names: readonly string[],
  outlets: readonly { readonly id: string }[],
): readonly Diagnostic[] {
  const known = new Set(outlets.map((outlet) => outlet.id))
  return names
    .filter((name) => !known.has(name))
    .map((name) => ({
      file: join(directory, 'articles', `${name}.yaml`),
      line: 0,
      text: `belongs to no outlet; name the file after one of outlets.yaml, or add '${name}' there`,
    }))
}
