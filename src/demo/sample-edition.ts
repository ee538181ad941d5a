import { z } from 'zod'
import { OWNERSHIPS } from '../feeds/source.ts'

const DAY_AND_TIME = /^day ([1-4]) ([01]\d|2[0-3]):([0-5]\d)$/

/** `day 2 07:40` in UTC, counted from the edition's first day; becomes milliseconds since 1970. */
function momentSchema(firstDay: Temporal.PlainDate) {
  return z
    .string()
    .regex(DAY_AND_TIME, 'write a time of the edition as "day 2 07:40": days 1 to 4, UTC')
    .transform((written) => {
      const [, day = '1', hour = '0', minute = '0'] = DAY_AND_TIME.exec(written) ?? []
      return firstDay
        .add({ days: Number(day) - 1 })
        .toZonedDateTime({ timeZone: 'UTC', plainTime: { hour: Number(hour), minute: Number(minute) } })
        .epochMilliseconds
    })
}

const slug = z.string().regex(/^[a-z0-9-]+$/, 'an id is made of a-z, 0-9 and hyphens')
const path = z.string().regex(/^\/\S*$/, 'write a path that begins with "/"')
/** A whole address is allowed for the hostile item, whose link is no web address. */
const link = z
  .string()
  .regex(/^(\/|[a-z]+:)\S*$/, 'write the link as a path on the homepage of the outlet: "/2026/name"')

/** How the feed of an outlet is written. */
export const FORMATS = ['rss', 'atom', 'rdf', 'json'] as const

/** The head of `outlets.yaml`: read before the rest, as every time of the edition counts from this day. */
export const firstDaySchema = z.looseObject({
  firstDay: z.iso
    .date('write the first day of the edition as "2026-03-09"')
    .transform((day) => Temporal.PlainDate.from(day)),
})

/** `config/sample/outlets.yaml`: an outlet is a source as in `config/sources.yaml`, and how its server behaves. */
export function outletsSchema(firstDay: Temporal.PlainDate) {
  const moment = momentSchema(firstDay)
  return z.strictObject({
    firstDay: z.string(),
    outlets: z.array(
      z.strictObject({
        id: slug,
        name: z.string().min(1),
        feed: path,
        homepage: z.url(),
        country: z.string().regex(/^[A-Z]{2}$/, 'a country is two capital letters (ISO 3166-1 alpha-2)'),
        language: z.string().regex(/^[a-z]{2}$/, 'a language is two small letters (ISO 639-1)'),
        ownership: z.enum(OWNERSHIPS),
        region: slug,
        agency: z.boolean().optional(),
        format: z.enum(FORMATS),
        down: z
          .array(z.strictObject({ from: moment, to: moment, status: z.int().min(400).max(599) }))
          .default([]),
      }),
    ),
  })
}

/** `config/sample/articles/OUTLET.yaml`: what one outlet published, and what it changed later. */
export function articlesSchema(firstDay: Temporal.PlainDate) {
  const moment = momentSchema(firstDay)
  return z.array(
    z
      .strictObject({
        id: slug,
        /** GUID in the feed; without one it is made of the id. `none` leaves it out. */
        guid: z.string().optional(),
        link,
        title: z.string().min(1),
        /** `none`: the feed gives no date, and `appears` says from when it is there. */
        published: z.union([z.literal('none'), moment], {
          error: 'write a time of the edition as "day 2 07:40", or "none" and "appears"',
        }),
        appears: moment.optional(),
        author: z.string().optional(),
        /** HTML. */
        body: z.string().min(1),
        revisions: z
          .array(
            z.strictObject({
              from: moment,
              title: z.string().optional(),
              link: link.optional(),
              body: z.string().optional(),
            }),
          )
          .default([]),
      })
      .refine((article) => article.published !== 'none' || article.appears !== undefined, {
        path: ['published'],
        error: 'an article without a date needs "appears": from when the feed shows it',
      }),
  )
}

export type SampleOutlet = z.infer<ReturnType<typeof outletsSchema>>['outlets'][number]
export type SampleArticle = z.infer<ReturnType<typeof articlesSchema>>[number]

/** Ten fictional outlets and what they published over four days. Times are milliseconds since 1970. */
export interface SampleEdition {
  readonly firstDay: Temporal.PlainDate
  readonly outlets: readonly (SampleOutlet & { readonly articles: readonly SampleArticle[] })[]
}
