import { isNoNews, readRules, type Rules } from '../briefings/apply-rules.ts'
import type { Subscription } from '../records/subscription.ts'
import { memoize } from '../briefings/memoize.ts'
import { correctStory, muteStory, resume, resumeAll, sideBySide } from '../chat/action.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Action } from '../records/message.ts'
import type { ReaderRule } from '../records/reader-rule.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { mayResume, workspaceOf } from './asker.ts'
import { resolvePlaceQuietHours } from '../subscriptions/place-quiet.ts'
import { defineCommand } from './define-command.ts'
import { describeRule } from './describe-rule.ts'
import { type Health, unreachableSince } from './describe-subscription.ts'
import { visibleSubscriptions } from './find-subscription.ts'
import type { CommandContext } from './command-context.ts'
import { info, quoted, warning } from './notice.ts'
import { say } from '../words/say.ts'
import { findArticle, leadOf } from './show-story.ts'
import { judge, traceSteps } from './why/judge.ts'
import { tellMembers } from './why/members.ts'

/**
 * `why`: why an article was told here or not: when it was read, how it was tagged, and what each subscription
 * made of it.
 */
export function whyCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'why',
    options: ['address'],
    required: ['address'],
    positionalOption: 'address',
    usage: 'why URL {or} {story}',
    examples: ['why https://example.org/news/bridge-reopens'],
    async run({ address, story: named }, asker) {
      const { language, zone } = asker
      const url = address ?? ''
      const article =
        named === undefined ? await findArticle(url, context) : await findLead(named, context, language)
      if (article === null && named !== undefined)
        return warning(asker, 'story.unknown', { id: quoted(named, language) })
      if (article === null) {
        const host = URL.parse(url)?.hostname.replace(/^www\./u, '') ?? ''
        const source = context.settings.sources.find(
          ({ homepage, feed }) => hostOf(homepage) === host || hostOf(feed) === host,
        )
        return source === undefined
          ? info(asker, 'why.unknownHost', { host })
          : info(asker, 'why.unread', { source: source.name })
      }
      const [story] = await context.archive.stories([article.storyId])
      const health = await context.subscriptions.destinations()
      const standing = (await context.archive.readerRules(workspaceOf(asker))).filter(
        ({ state }) => state === 'standing',
      )
      const rules = await readRules(standing, context.archive)
      const known = { article, health, rules }
      const judged = story === undefined ? [] : await judgeAll({ ...known, story }, context, asker)
      const touching = story === undefined ? [] : rulesOn(standing, { article, story }, rules)
      const here = judged.filter(({ subscription }) => subscription.to === asker.channel)
      const silent = judged.filter(
        ({ subscription, verdict }) =>
          verdict.status === 'not-told' &&
          unreachableSince(subscription, health) !== null &&
          mayResume(subscription, asker),
      )
      return {
        kind: 'trace',
        trace: {
          title: article.title,
          titleLanguage: article.tags.language,
          url: article.url ?? url,
          steps: [
            ...traceSteps(
              article,
              story ?? null,
              await context.explainTags(article),
              context.settings,
              asker,
            ),
            ...touching.map((rule) => ({
              label: say('why.rules', language),
              text: `${describeRule(rule, context.settings, language)} (${rule.id})`,
            })),
          ],
          ...(named !== undefined &&
            story !== undefined && { members: tellMembers(story, context.settings.sources, asker) }),
          verdicts: here.map(({ verdict }) => verdict),
          elsewhere: judged.filter((one) => !here.includes(one)).map(({ verdict }) => verdict),
        },
        actions: [
          ...resumeActions(silent.map(({ subscription }) => subscription.id)),
          sideBySide(article.storyId),
          muteStory(article.storyId),
          correctStory(article.storyId),
        ],
        zone,
        language,
      }
    },
  })
}

async function judgeAll(
  asked: {
    readonly article: PlacedArticle
    readonly story: StoredStory
    readonly health: Health
    readonly rules: Rules
  },
  context: CommandContext,
  asker: Asker,
) {
  const visible = await resolvePlaceQuietHours(
    await ofStory(asked.story, await visibleSubscriptions(context, asker), context),
    context.subscriptions,
  )
  const ids = visible.map(({ id }) => id)
  const storyDeliveries = await context.storyDeliveries(asked.article.storyId, ids)
  const told = memoize((destination: string) => context.archive.told(destination))
  const known = { ...asked, storyDeliveries, told }
  return Promise.all(
    visible.map(async (subscription) => ({
      subscription,
      verdict: await judge(subscription, known, context, asker),
    })),
  )
}

/** Leaves out the subscriptions that follow another running story. */
async function ofStory(
  { storylineId }: StoredStory,
  subscriptions: readonly Subscription[],
  { archive }: Pick<CommandContext, 'archive'>,
): Promise<readonly Subscription[]> {
  const followed = await archive.stories(subscriptions.flatMap(({ story }) => story ?? []))
  const here = new Set(followed.flatMap((story) => (story.storylineId === storylineId ? [story.id] : [])))
  return subscriptions.filter(({ story }) => story === undefined || here.has(story))
}

function rulesOn(
  standing: readonly ReaderRule[],
  { article, story }: { readonly article: PlacedArticle; readonly story: StoredStory },
  { notAbout }: Rules,
): readonly ReaderRule[] {
  const ids = new Set(story.articles.map(({ id }) => id))
  return standing.filter(({ correction }) => {
    switch (correction.kind) {
      case 'not-about': {
        const { what, id } = correction
        return notAbout.some(
          (one) => one.storyline === story.storylineId && one.what === what && one.id === id,
        )
      }
      case 'two-stories':
        return correction.reports.some((id) => ids.has(id))
      case 'same-as':
        return [correction.story, correction.other].includes(story.id)
      case 'no-news':
        return isNoNews(article, [correction])
      case 'wrong-name':
        return article.tags.people.some(({ name }) => name === correction.name)
      default:
        return correction satisfies never
    }
  })
}

/**
 * With several subscriptions there is one button for all, since a single button cannot say which one it
 * means.
 */
function resumeActions([only, ...others]: readonly string[]): readonly Action[] {
  if (only === undefined) return []
  return others.length === 0 ? [resume(only)] : [resumeAll]
}

async function findLead(
  id: string,
  { archive }: Pick<CommandContext, 'archive'>,
  language: string,
): Promise<PlacedArticle | null> {
  const [story] = await archive.stories([id])
  if (story === undefined) return null
  const lead = leadOf(story, language)
  return lead === undefined ? null : { ...lead, storyId: story.id }
}

const hostOf = (address: string): string => (URL.parse(address)?.hostname ?? '').replace(/^www\./u, '')
