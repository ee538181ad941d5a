import type { RootContent } from 'mdast'
import { tellNotice } from '../../../../src/chat/wording/notice.ts'
import { afterSearch, describeHit } from '../../../../src/chat/wording/search.ts'
import { type SheetMessage, sheetOf } from '../../../../src/chat/wording/sheet.ts'
import { tellFinding, tellHealth } from '../../../../src/chat/wording/source.ts'
import { dotted, own, quote, spans } from '../../../../src/chat/wording/span.ts'
import { labelOutlet, nameArticle } from '../../../../src/chat/wording/story.ts'
import type { CommandHelp, Message, SearchResults, SourceHealth } from '../../../../src/records/message.ts'
import { harmless } from '../../../../src/words/harmless.ts'
import { phrase, say } from '../../../../src/words/say.ts'
import { timesIn } from '../../../../src/words/times.ts'
import { webAddress } from '../../../../src/words/web-address.ts'
import { writeBriefing } from './briefing.ts'
import { heading, list, type Page, paragraph, phrasing, row, text } from './nodes.ts'

/** A short text, a paragraph for each of its lines. */
export function writeNotice(
  notice: Extract<Message, { readonly kind: 'notice' }>,
  page: Page,
): RootContent[] {
  return tellNotice(notice).map((line) => paragraph(phrasing(line, page.rightToLeft)))
}

/** What people can ask; what they would type is set as code. */
export function writeHelp(commands: readonly CommandHelp[], page: Page): RootContent[] {
  return [
    heading(1, [text(say('help.title', page.language))]),
    ...commands.flatMap((command): RootContent[] => [
      heading(2, [{ type: 'inlineCode', value: harmless(command.words) }]),
      paragraph([text(harmless(command.summary))]),
      ...(command.examples.length === 0
        ? []
        : [
            list(
              command.examples.map((example) => [code(example)]),
              false,
            ),
          ]),
      ...(command.options === undefined
        ? []
        : [
            list(
              command.options.map(({ name, help }) => [
                paragraph([{ type: 'inlineCode', value: harmless(name) }, text(` ${harmless(help)}`)]),
              ]),
              false,
            ),
          ]),
    ]),
  ]
}

function code(value: string) {
  return paragraph([{ type: 'inlineCode', value: harmless(value) }])
}

/** What a search found, as a numbered list. */
export function writeSearch(results: SearchResults, zone: string, page: Page): RootContent[] {
  const time = timesIn(zone, page.language).instant
  const after = afterSearch(results, page.language)
  const items = results.hits.map((hit) =>
    [
      [nameArticle(hit.title, page.language, undefined, webAddress(hit.url))],
      dotted(describeHit(hit, time, page.language)),
      [quote(hit.snippet)],
    ].map((line) => paragraph(phrasing(line, page.rightToLeft))),
  )
  return [
    heading(
      1,
      phrasing(
        spans(phrase('search.title', page.language, { query: quote(results.query) })),
        page.rightToLeft,
      ),
    ),
    ...(items.length === 0 ? [] : [list(items, true)]),
    ...(after === null ? [] : [paragraph([text(after)])]),
  ]
}

/** A document of facts; behind a new subscription its first briefing. */
export function writeSheet(message: SheetMessage, page: Page): RootContent[] {
  const { title, lines, parts } = sheetOf(message)
  const first = message.kind === 'subscription' ? message.first : null
  const items = (of: typeof lines): RootContent[] =>
    of.length === 0
      ? []
      : [
          list(
            of.map((line) => [paragraph(phrasing(line, page.rightToLeft))]),
            false,
          ),
        ]
  return [
    heading(1, phrasing(title, page.rightToLeft)),
    ...items(lines),
    ...parts.flatMap((part) => [heading(2, phrasing(part.heading, page.rightToLeft)), ...items(part.lines)]),
    ...(first === null ? [] : writeBriefing(first, page)),
  ]
}

/** What is read and how it fares, as a table. */
export function writeSources(sources: readonly SourceHealth[], zone: string, page: Page): RootContent[] {
  const time = timesIn(zone, page.language).instant
  const titles = (['state', 'source', 'news', 'remark'] as const).map((name) => [
    text(say(`sources.column.${name}`, page.language)),
  ])
  const rows = sources.map((source) => {
    const health = Object.values(tellHealth(source, time, page.language)).filter((told) => told !== null)
    return row(
      [
        [own(say(`state.${source.state}`, page.language))],
        labelOutlet({ ...source, url: null }, page.language),
        dotted(health.map((told) => [own(told)])),
        [own(source.finding === null ? '' : tellFinding(source.finding, page.language))],
      ].map((spans) => phrasing(spans, page.rightToLeft)),
    )
  })
  return [
    heading(1, [text(say('sources.title', page.language, { count: sources.length }))]),
    { type: 'table', children: [row(titles), ...rows] },
  ]
}
