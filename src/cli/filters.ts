import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import type { Tags } from '../records/article.ts'
import { present } from '../records/present.ts'
import { type CliContext, EXIT, openSettings } from './cli-context.ts'
import { filterLines, jsonLine } from './filter-lines.ts'
import { addGroup } from './group.ts'
import { id, lang, LANG, openTagger, tagRow, toInput } from './rows.ts'

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
const headersFile = z.record(z.string(), z.record(z.string(), z.string()))

/**
 * Adds the commands that run processing stages as filters, one JSON object on each line of input and output,
 * so that anybody can measure them.
 */
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

  addGroup(program, context)

  program
    .command('sayings')
    .summary('find who says what in articles from standard input')
    .description(
      'find who says what in articles from standard input, a JSON object a line: {id, lang?, title?, text?}; a text that begins with ' +
        'its title and a line break has it there. Places count UTF-16 units of text; ' +
        LANG,
    )
    .action(async () => {
      const tagger = await openTagger(context)
      const { answerSayings } = await import('./say-lines.ts')
      await filterLines({ ...context, name: 'sayings', schema: tagRow }, (row) => answerSayings(tagger, row))
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
      const { createFurnitureBlanker } = await import('./create-furniture-blanker.ts')
      const blankFurniture = createFurnitureBlanker()
      const lines = { ...context, name: 'summarise', schema: summariseRow }
      await filterLines(lines, ({ id, articles, words, sentences }) => {
        const chosen = summarise({
          articles: blankFurniture(articles).map(({ title, text, outlet, lang }) => ({
            ...toInput({ lang, title, text }),
            ...present({ outlet }),
          })),
          ...present({ words, sentences }),
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
    .command('understand')
    .summary('explain what sentences ask the bot for')
    .description(
      'explain what sentences ask the bot for, a JSON object a line: {id, say, now, zone}; now is ISO 8601 with an ' +
        'offset, zone an IANA time zone',
    )
    .action(async () => {
      const { answerAsk, askRow } = await import('./understand-lines.ts')
      const { buildNameIndex } = await import('../commands/name-index.ts')
      const nameIndex = buildNameIndex(await openSettings(context))
      await filterLines({ ...context, name: 'understand', schema: askRow }, (row) =>
        answerAsk(row, nameIndex),
      )
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

const toAnswer = (id: string | number, { language, ...tags }: Tags) => ({ id, lang: language, ...tags })
