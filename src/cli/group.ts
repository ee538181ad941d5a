import type { Command } from 'commander'
import { z } from 'zod'
import type { ArticleToPlace, TimedArticle } from '../stories/article-to-place.ts'
import type { Tagger } from '../tagging/create-tagger.ts'
import { type CliContext, Exit, EXIT } from './cli-context.ts'
import { createFurnitureBlanker } from './create-furniture-blanker.ts'
import { type Arrival, explainArticle, explainPair, type GroupedArticle } from './explain-group.ts'
import { filterLines, jsonLine } from './filter-lines.ts'
import { LANG, openTagger, tagRow, toInput } from './rows.ts'
import { sayArticle, sayPair } from './say-group.ts'

const isoTime = z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], {
  error: 'expected an ISO 8601 time or null',
})
const groupRow = tagRow.extend({
  id: z.string(),
  time: isoTime.nullable().default(null),
  outlet: z.string().optional(),
})

/**
 * Adds `group`: reads articles, one JSON object on each line, and prints their stories, or explains one or
 * two of them.
 */
export function addGroup(program: Command, context: CliContext): void {
  program
    .command('group')
    .summary('group articles into stories')
    .description(
      'group articles into stories, each hour when it is over, a JSON object a line: {id, lang?, title?, text?, time?, outlet?}; ' +
        'id and outlet are strings, time ISO 8601 or null; what one outlet prints under all its articles is left out; ' +
        LANG,
    )
    .option(
      '--explain <id>',
      'say instead what joined the article of this id to its story and parted it from the next one, or what joined or parted two (id,id)',
    )
    .option('--json', 'print the explanation as JSON')
    .action(async ({ explain, json }: { readonly explain?: string; readonly json?: true }) => {
      if (json === true && explain === undefined)
        throw new Exit(EXIT.usage, '--json goes with --explain: without it each answer is JSON as it is')
      const grouping = await createGrouping(await openTagger(context))
      const lines = { ...context, output: null, name: 'group', schema: groupRow }
      const keeps = explain !== undefined
      await filterLines(lines, (row) => grouping.add(row, keeps))
      grouping.end(keeps)
      if (explain === undefined)
        for (const answer of grouping.answers()) context.output.write(jsonLine(answer))
      else context.output.write(grouping.explain(explain, json === true))
    })
}

async function createGrouping(tagger: Tagger) {
  const { createStoryGrouper } = await import('../stories/create-story-grouper.ts')
  const { hourOf, inSettlingOrder, isOver } = await import('../stories/hours.ts')
  const grouper = createStoryGrouper()
  const blankFurniture = createFurnitureBlanker()
  const stories = new Map<string, string>()
  const forwards = new Map<string, string>()
  const storylines = new Map<string, string>()
  const lineForwards = new Map<string, string>()
  const articles = new Map<string, GroupedArticle>()
  const waiting = new Map<string, TimedArticle>()
  /** Ids in order of arrival. */
  const arrived = new Set<string>()
  let hour = Number.NEGATIVE_INFINITY

  const storyOf = (id: string): string => lastForward(stories.get(id) ?? '', forwards)

  /** Places an article. With `keeps`, it can be explained afterwards. */
  function place(article: ArticleToPlace, keeps: boolean): void {
    const { id, title, text, language, at } = article
    const { storyId, storylineId, copyOf, ...changed } = grouper.place(article)
    const { mergedStoryIds, mergedStorylineIds = [], movedArticleIds = [] } = changed
    for (const placed of [id, ...movedArticleIds]) stories.set(placed, storyId)
    for (const merged of mergedStoryIds) forwards.set(merged, storyId)
    storylines.set(storyId, storylineId)
    for (const merged of mergedStorylineIds) lineForwards.set(merged, storylineId)
    if (!keeps) return
    const came: Arrival = copyOf === null ? (storyId === `s${id}` ? 'began' : 'joined') : 'copy'
    articles.set(id, { id, title, text, language, at, came, copyOf, storyId })
    for (const moved of movedArticleIds) {
      const article = articles.get(moved)
      if (article !== undefined) articles.set(moved, { ...article, came: 'split', storyId })
    }
  }

  function settle(isDue: (articleHour: number) => boolean, keeps: boolean): void {
    const due = [...waiting.values()].filter(({ at }) => isDue(hourOf(at)))
    for (const { id } of due) waiting.delete(id)
    for (const article of inSettlingOrder(due)) place(article, keeps)
  }

  return {
    /**
     * Takes in an article. It is placed when its hour is over, as the bot does; the newest time that came in
     * is the clock. An article without a time of day is placed at once.
     */
    add({ id, time, ...row }: z.output<typeof groupRow>, keeps: boolean): void {
      const [{ lang, title, text } = row] = blankFurniture([row])
      const tags = tagger.tag(toInput({ lang, title, text }))
      const at = time === null ? null : Date.parse(time)
      const people = tags.people.map(({ name }) => name)
      const { countries, language, titlePlaces = [] } = tags
      const sourceId = row.outlet ?? ''
      const article = { id, sourceId, language, title, text, countries, people, titlePlaces }
      arrived.add(id)
      // A date alone tells no hour.
      if (at === null || time?.includes('T') === false) return place({ ...article, at }, keeps)
      waiting.set(id, { ...article, at })
      if (hourOf(at) <= hour) return
      hour = hourOf(at)
      settle((articleHour) => isOver(articleHour, hour), keeps)
    },
    /** Places what still waits, after the last article. */
    end: (keeps: boolean): void => settle(() => true, keeps),
    *answers() {
      for (const id of arrived) {
        const story = storyOf(id)
        yield { id, story, storyline: lastForward(storylines.get(story) ?? story, lineForwards) }
      }
    },
    /**
     * Explains one id, or two ids separated by a comma; ids themselves may contain commas.
     * @throws Exit if there is no such article
     */
    explain(asked: string, asJson: boolean): string {
      const known = { articles, grouper, storyOf }
      const pair = articles.has(asked) ? null : pairIn(asked, articles)
      if (pair !== null) {
        const explained = explainPair(...pair, known)
        return asJson ? jsonLine(explained) : sayPair(explained)
      }
      const article = articles.get(asked)
      if (article === undefined) throw new Exit(EXIT.usage, sayUnknown(asked, articles))
      const explained = explainArticle(article, known)
      return asJson ? jsonLine(explained) : sayArticle(explained)
    },
  }
}

function pairIn(
  asked: string,
  articles: ReadonlyMap<string, GroupedArticle>,
): readonly [GroupedArticle, GroupedArticle] | null {
  for (let comma = asked.indexOf(','); comma >= 0; comma = asked.indexOf(',', comma + 1)) {
    const [one, other] = [
      articles.get(asked.slice(0, comma).trim()),
      articles.get(asked.slice(comma + 1).trim()),
    ]
    if (one !== undefined && other !== undefined && one !== other) return [one, other]
  }
  return null
}

function sayUnknown(asked: string, articles: ReadonlyMap<string, unknown>): string {
  const missing = asked
    .split(',')
    .map((id) => id.trim())
    .filter((id) => !articles.has(id))
  const [example] = articles.keys()
  if (example === undefined)
    return `--explain '${asked}': no article came in on standard input; give it the lines that group reads`
  const what =
    missing.length === 0
      ? 'expected two different ids'
      : `no article has the id ${missing.map((id) => `'${id}'`).join(' or ')}`
  const remedy = 'give one id or two with a comma between, as they stand in the input'
  return `--explain '${asked}': ${what}; ${remedy}: '${example}' is one of ${articles.size}`
}

function lastForward(id: string, forwards: ReadonlyMap<string, string>): string {
  let last = id
  for (let next = forwards.get(last); next !== undefined; next = forwards.get(last)) last = next
  return last
}
