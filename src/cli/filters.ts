import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { baseLanguage } from '../language/base-language.ts'
import type { Tags } from '../records/article.ts'
import type { Tagger } from '../tagging/create-tagger.ts'
import { type CliContext, EXIT, openSettings } from './cli-context.ts'
import type { FiltersArticle } from './create-furniture-filter.ts'
import { filterLines, jsonLine } from './filter-lines.ts'

const id = z.union([z.string(), z.number()], { error: 'expected a string or a number' })
/** A language that nobody knows is as good as none: it is detected. */
const lang = z
  .string()
  .optional()
  .transform((tag) => (tag === undefined ? undefined : baseLanguage(tag)))
const tagRow = z.object({
  id,
  lang,
  title: z.string().default(''),
  text: z.string().default(''),
})
const isoTime = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], {
  error: 'expected an ISO 8601 time or null',
})
const groupRow = tagRow.extend({
  id: z.string(),
  time: isoTime.nullable().default(null),
})
const summariseRow = z.object({
  id,
  articles: z.array(
    z.object({
      id: id.optional(),
      title: z.string().default(''),
      text: z.string(),
      outlet: z.string().optional(),
      lang,
    }),
  ),
  words: z.number().positive().optional(),
  sentences: z.number().int().positive().optional(),
})
const offset = z.int().nonnegative()
const cutRow = z.object({ id, lang, text: z.string(), cut: z.array(z.tuple([offset, offset])) })
const LANG =
  'lang is a BCP 47 tag such as en or pt-BR, of which the language counts, and is detected where it is missing or unknown'
const headersFile = z.record(z.string(), z.record(z.string(), z.string()))

/** The stages as filters: one JSON object a line in and out, so that anybody can measure them. */
export function addFilters(program: Command, context: CliContext): void {
  program
    .command('tag')
    .summary('tag articles from standard input')
    .description(
      'tag articles from standard input, a JSON object a line: {id, lang?, title?, text?}; id is a string or a number; ' +
        LANG,
    )
    .option('--explain', 'add the words that gave each tag, and the rules that dropped others')
    .action(async ({ explain }: { readonly explain?: true }) => {
      const tagger = await openTagger(context)
      await filterLines({ ...context, name: 'tag', schema: tagRow }, ({ id, ...row }) => {
        if (explain !== true) return toAnswer(id, tagger.tag(toInput(row)))
        const { tags, ...why } = tagger.explain(toInput(row))
        return { ...toAnswer(id, tags), why }
      })
    })

  program
    .command('group')
    .summary('group articles into stories, in order of arrival')
    .description(
      'group articles into stories, in order of arrival, a JSON object a line: {id, lang?, title?, text?, time?}; ' +
        'id is a string, time ISO 8601 or null; ' +
        LANG,
    )
    .action(async () => {
      const { createStoryGrouper } = await import('../stories/create-story-grouper.ts')
      const tagger = await openTagger(context)
      const grouper = createStoryGrouper()
      const stories = new Map<string, string>()
      const forwards = new Map<string, string>()
      const storylines = new Map<string, string>()
      const lineForwards = new Map<string, string>()
      const lines = { ...context, output: null, name: 'group', schema: groupRow }
      await filterLines(lines, ({ id, lang, title, text, time }) => {
        const tags = tagger.tag(toInput({ lang, title, text }))
        const at = time === null ? null : Date.parse(time)
        const people = tags.people.map(({ name }) => name)
        const { countries, language, titlePlaces = [] } = tags
        const article = { id, sourceId: '', language, title, text, at, countries, people, titlePlaces }
        const placed = grouper.place(article)
        for (const article of [id, ...(placed.movedArticleIds ?? [])]) stories.set(article, placed.storyId)
        for (const merged of placed.mergedStoryIds) forwards.set(merged, placed.storyId)
        storylines.set(placed.storyId, placed.storylineId)
        for (const merged of placed.mergedStorylineIds ?? []) lineForwards.set(merged, placed.storylineId)
      })
      for (const [id, placedIn] of stories) {
        const story = lastForward(placedIn, forwards)
        const storyline = lastForward(storylines.get(story) ?? story, lineForwards)
        context.output.write(jsonLine({ id, story, storyline }))
      }
    })

  program
    .command('summarise')
    .summary('choose sentences, each a verbatim span of one article')
    .description(
      'choose sentences, each a verbatim span of one article, for a JSON object a line: {id, articles: ' +
        '[{id?, title?, text, outlet?, lang?}], words?, sentences?}',
    )
    .action(async () => {
      const { summarise } = await import('../summaries/summarise.ts')
      const { createFurnitureFilter } = await import('./create-furniture-filter.ts')
      const blankFurniture = createFurnitureFilter()
      const lines = { ...context, name: 'summarise', schema: summariseRow }
      await filterLines(lines, ({ id, articles, words, sentences }) => {
        const chosen = summarise({
          articles: blankFurniture(articles).map(({ title, text, outlet, lang }) => ({
            ...toInput({ lang, title, text }),
            ...(outlet !== undefined && { outlet }),
          })),
          ...(words !== undefined && { words }),
          ...(sentences !== undefined && { sentences }),
        })
        const named = chosen.map((sentence) => ({
          ...sentence,
          article: articles[sentence.article]?.id ?? sentence.article,
        }))
        return { id, sentences: named }
      })
    })

  program
    .command('cut')
    .summary('judge what may be left out of a sentence')
    .description(
      'judge whether words may be left out of a sentence without changing what it says, a JSON object a ' +
        'line: {id, lang, text, cut: [[start, end]]}; start and end count UTF-16 units',
    )
    .action(async () => {
      const { judgeCuts } = await import('../summaries/cut/judge-cuts.ts')
      const lines = { ...context, name: 'cut', schema: cutRow }
      await filterLines(lines, ({ id, lang, text, cut }) => {
        const refusal = judgeCuts(text, cut, lang ?? 'und')
        return refusal === null ? { id, allowed: true } : { id, allowed: false, why: refusal }
      })
    })

  program
    .command('read')
    .description(
      'read feed files and print each as one line of JSON; FEED_HEADERS names a JSON file {path: {header: value}}',
    )
    .argument('<files...>')
    .action(async (files: string[]) => {
      const { createFeedParser } = await import('../feeds/feed-parser.ts')
      const { readFeedFile } = await import('../feeds/read-feed-file.ts')
      const headersPath = context.env['FEED_HEADERS']
      const headers =
        headersPath === undefined ? {} : headersFile.parse(JSON.parse(await readFile(headersPath, 'utf8')))
      const parser = createFeedParser()
      for (const file of files) {
        const answer = await readFeedFile(file, headers[file] ?? {}, parser)
        if (!answer.ok) context.setExitCode(EXIT.partly)
        context.output.write(jsonLine(answer))
      }
      await parser.close()
    })
}

const toInput = ({ lang, title, text }: FiltersArticle) => ({
  title,
  text,
  ...(lang !== undefined && { language: lang }),
})

const toAnswer = (id: string | number, { language, ...tags }: Tags) => ({ id, lang: language, ...tags })

/** A tagger that knows the names of the settings. */
async function openTagger(context: CliContext): Promise<Tagger> {
  const settings = await openSettings(context)
  const { createTagger } = await import('../tagging/create-tagger.ts')
  return createTagger({ names: settings.names, corrections: settings.corrections })
}

function lastForward(story: string, forwards: ReadonlyMap<string, string>): string {
  let last = story
  for (let next = forwards.get(last); next !== undefined; next = forwards.get(last)) last = next
  return last
}
