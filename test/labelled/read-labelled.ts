import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const codes = z.array(z.string())

const reportSchema = z.object({
  id: z.string(),
  lang: z.string(),
  outlet: z.string(),
  time: z.string(),
  title: z.string(),
  text: z.string(),
  countries: codes.optional(),
  focus: codes.optional(),
})

const storySchema = z.object({
  story: z.string(),
  follows: z.string().optional(),
  resembles: z.string().optional(),
  /** Numbers of IPTC's top-level terms: 3 is medtop:03000000. */
  topics: z.array(z.number()),
  countries: codes,
  focus: codes,
  /** For each fact the forms that it may take. */
  facts: z.array(z.array(z.string())),
  reports: z.array(reportSchema),
})

const pageSchema = z.object({
  lang: z.string(),
  title: z.string(),
  sentences: z.array(z.tuple([z.enum(['news', 'quotation', 'caption', 'furniture']), z.string()])),
})

export type LabelledStory = z.infer<typeof storySchema>
export type LabelledPage = z.infer<typeof pageSchema>

const read = <T>(file: string, schema: z.ZodType<T>): T[] =>
  z.array(schema).parse(parse(readFileSync(path.join(import.meta.dirname, file), 'utf8')))

export const readStories = (): LabelledStory[] => read('reports.yaml', storySchema)
export const readPages = (): LabelledPage[] => read('sentences.yaml', pageSchema)
