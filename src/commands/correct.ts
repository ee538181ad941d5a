import { isNoNews, ruleFor, readCorrected, type Rules } from '../briefings/apply-rules.ts'
import { factsOf, reportsOf } from '../briefings/story-facts.ts'
import { headlineOf } from '../briefings/write-story.ts'
import { acceptRule, correctStory, labelOf, LONGEST_BUTTON_TEXT, takeBackRule } from '../chat/action.ts'
import type { CommandInput } from '../chat/command-input.ts'
import type { Asker, Command } from '../chat/command.ts'
import { LOCAL } from '../chat/local.ts'
import type { Action, Message } from '../records/message.ts'
import type { ReaderCorrection } from '../records/reader-rule.ts'
import type { PlacedArticle, StoredStory } from '../records/story.ts'
import { newId } from '../subscriptions/new-id.ts'
import { shorten } from '../text/shorten.ts'
import { say } from '../words/say.ts'
import { mayDecide, makerOf, workspaceOf } from './asker.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { describeLike, describeRule, nameWhat } from './describe-rule.ts'
import { info, quoted, tellAll, warning } from './notice.ts'
import { readNames } from './reading/names.ts'
import { rulesHere } from './rules-here.ts'
import { idOf, leadOf } from './show-story.ts'
import { keepChange } from './undo.ts'

/** Rules of one workspace. Nobody looks through more. */
const MOST_RULES = 200

/** Choices in one message: as many buttons as do not become a list. */
const MOST_CHOICES = 8

/** Longest name on a button, in UTF-16 units. */
const LONGEST_NAME = 60

/** A correction, and the headlines it is about, for whoever reads it later. */
interface Corrected {
  readonly correction: ReaderCorrection
  readonly about: readonly string[]
}

/**
 * `correct`: what readers find wrong with a story becomes a rule of their workspace. Everybody sees the rule;
 * whoever manages the workspace decides about it. With a story alone, it lists what can be corrected.
 */
export function correctCommand(context: CommandContext, random: () => number): Command {
  return defineCommand({
    name: 'correct',
    isForButtons: true,
    options: ['story', 'as', 'of'],
    required: ['story'],
    positionalOption: 'story',
    answer: 'public',
    usage: 'correct {story} [as:… of:…]',
    examples: ['correct sts9wNz5DYOPlKypz as:not-about of:syria'],
    async run(input, asker) {
      if (asker.isOutsider === true) return warning(asker, 'permission.outsider')
      const { settings } = context
      const { language } = asker
      const id = await idOf(input.story ?? '', context)
      const rules = await rulesHere(asker, context)
      const story = await readCorrected(id, rules, context.archive)
      if (story === null) return warning(asker, 'story.unknown', { id: quoted(id, language) })
      const choices = await choicesFor(story, rules, context, asker)
      if (input.as === undefined) return menu(story, choices, asker)
      const unfounded = unfoundedIn(story, input, context)
      if (unfounded !== null) {
        const name = nameWhat(unfounded, settings, language)
        const title = quoted(headlineOf(story, language).title, language)
        return offering(warning(asker, 'correct.notSo', { title, name }), choices['not-about'], asker)
      }
      const corrected = await readCorrection(story, input, context, asker)
      if (corrected === null) return choose(story, input.as, choices, asker)
      return keep(corrected, context, asker, random)
    },
  })
}

type Kind = ReaderCorrection['kind']

/** What can be corrected in a story, by kind. */
type Choices = Readonly<Record<Kind, readonly Action[]>>

async function choicesFor(
  story: StoredStory,
  rules: Rules,
  context: CommandContext,
  { language }: Asker,
): Promise<Choices> {
  const { archive, settings } = context
  const { countries, topics } = factsOf({ reports: reportsOf(story) })
  const named = (kind: Kind, of: string, name: string): Action =>
    correctStory(story.id, kind, of, shorten(name, LONGEST_NAME))
  const topicIds = topics.flatMap((code) => settings.topics.find((topic) => topic.code === code) ?? [])
  const outletOf = ({ sourceId }: PlacedArticle): string =>
    settings.sources.find(({ id }) => id === sourceId)?.name ?? sourceId
  const own = story.articles.filter(({ copyOf }) => copyOf === null)
  const heads = await archive.storyHeads({
    from: story.firstAt,
    to: context.now() + 1,
    about: { storylines: [story.storylineId] },
  })
  const others = heads.filter(({ id }) => id !== story.id && rules.same.get(id) !== story.id)
  const lead = leadOf(story, language)
  const like = lead === undefined || isNoNews(lead, rules.noNews) ? null : ruleFor(lead)
  const people = new Set(story.articles.flatMap(({ tags }) => tags.people.map(({ name }) => name)))
  return {
    'not-about': [
      ...countries.map((id) => named('not-about', id, nameWhat({ what: 'country', id }, settings, language))),
      ...topicIds.map(({ id, code }) =>
        named('not-about', id, nameWhat({ what: 'topic', id: code }, settings, language)),
      ),
    ],
    'two-stories':
      own.length < 2
        ? []
        : own.map((article) =>
            named(
              'two-stories',
              article.id,
              say('list.fact', language, { label: outletOf(article), text: article.title }),
            ),
          ),
    'same-as': others.map(({ id, reports }) => named('same-as', id, reports[0]?.title ?? id)),
    'no-news': like === null ? [] : [named('no-news', '', describeLike(like, settings, language))],
    'wrong-name': [...people.difference(rules.names)].map((name) => named('wrong-name', name, name)),
  }
}

const KINDS = ['not-about', 'two-stories', 'same-as', 'no-news', 'wrong-name'] as const

function menu(story: StoredStory, choices: Choices, asker: Asker): Message {
  const title = quoted(headlineOf(story, asker.language).title, asker.language)
  const actions = KINDS.flatMap((kind): readonly Action[] => {
    const [only, second] = choices[kind]
    if (only === undefined) return []
    return kind === 'no-news' && second === undefined ? [only] : [correctStory(story.id, kind)]
  })
  return offering(info(asker, 'correct.what', { title }), actions, asker)
}

/** Lists what can be corrected of one kind, or explains where there is nothing to choose from. */
function choose(story: StoredStory, kind: Kind, choices: Choices, asker: Asker): Message {
  const title = quoted(headlineOf(story, asker.language).title, asker.language)
  const actions = choices[kind]
    .filter(({ command }) => command.length <= LONGEST_BUTTON_TEXT)
    .slice(0, MOST_CHOICES)
  if (kind === 'no-news') return warning(asker, 'correct.noLike', { title })
  return actions.length === 0
    ? warning(asker, 'correct.nothing', { title })
    : offering(info(asker, `correct.${KEYS[kind]}`, { title }), actions, asker)
}

/** Adds the choices as buttons; on the terminal also as commands to type. */
function offering(question: Message, actions: readonly Action[], { platform, language }: Asker): Message {
  if (platform !== LOCAL || question.kind !== 'notice') return { ...question, actions }
  const lines = actions.map((action) =>
    say('list.fact', language, { label: labelOf(action, language), text: action.command }),
  )
  return { ...question, text: [question.text, ...lines].join('\n'), actions }
}

const KEYS = {
  'not-about': 'notAbout',
  'two-stories': 'twoStories',
  'same-as': 'sameAs',
  'wrong-name': 'wrongName',
} as const

/** Reads the correction from the options; null where they do not say of what. */
async function readCorrection(
  story: StoredStory,
  { as, of = '' }: CommandInput,
  context: CommandContext,
  { language }: Asker,
): Promise<Corrected | null> {
  const about = [headlineOf(story, language).title]
  switch (as) {
    case 'not-about': {
      const what = readWhat(of, context)
      return what && { correction: { kind: as, story: story.id, ...what }, about }
    }
    case 'two-stories': {
      const ids = new Set(of.split(',').map((id) => id.trim()))
      const reports = story.articles.filter(({ id }) => ids.has(id)).map(({ id }) => id)
      const isWhole = reports.length === story.articles.length
      return reports.length === 0 || isWhole
        ? null
        : { correction: { kind: as, story: story.id, reports }, about }
    }
    case 'same-as': {
      if (of === '') return null
      const [other] = await context.archive.stories([await idOf(of, context)])
      if (other === undefined || other.id === story.id) return null
      const both = [...about, headlineOf(other, language).title]
      return { correction: { kind: as, story: story.id, other: other.id }, about: both }
    }
    case 'no-news': {
      const lead = leadOf(story, language)
      const like = lead === undefined ? null : ruleFor(lead)
      return like && { correction: { kind: as, ...like }, about }
    }
    case 'wrong-name': {
      const names = story.articles.flatMap(({ tags }) => tags.people.map(({ name }) => name))
      const name = names.find((one) => one.toLowerCase() === of.toLowerCase())
      return name === undefined ? null : { correction: { kind: as, name }, about }
    }
    default:
      return null
  }
}

/**
 * Returns the country or topic that somebody says a story is not about, if the story is not told as being
 * about it in the first place; null otherwise.
 */
function unfoundedIn(
  story: StoredStory,
  { as, of = '' }: CommandInput,
  context: CommandContext,
): ReturnType<typeof readWhat> {
  const what = as === 'not-about' ? readWhat(of, context) : null
  if (what === null) return null
  const { countries, topics } = factsOf({ reports: reportsOf(story) })
  const isTold = what.what === 'country' ? countries.includes(what.id) : topics.includes(what.id)
  return isTold ? null : what
}

function readWhat(
  of: string,
  { nameIndex, settings }: CommandContext,
): { readonly what: 'country' | 'topic'; readonly id: string } | null {
  if (/^[A-Z]{2}$/u.test(of)) return { what: 'country', id: of }
  const known = settings.topics.find(({ id }) => id === of)
  if (known !== undefined) return { what: 'topic', id: known.code }
  for (const term of readNames(of, nameIndex).terms) {
    if (term.kind === 'country') return { what: 'country', id: term.id }
    const topic = term.kind === 'topic' ? settings.topics.find(({ id }) => id === term.id) : undefined
    if (topic !== undefined) return { what: 'topic', id: topic.code }
  }
  return null
}

/**
 * Keeps a correction. It is in force at once if its maker manages the workspace or this channel, and
 * otherwise a proposal. All who read here are told, and by whom it was made.
 */
async function keep(
  { correction, about }: Corrected,
  context: CommandContext,
  asker: Asker,
  random: () => number,
): Promise<Message> {
  const { language } = asker
  const by = makerOf(asker)
  const state = mayDecide(asker) ? 'standing' : 'proposed'
  for (;;) {
    const rule = {
      id: newId(random),
      workspace: workspaceOf(asker),
      correction,
      about,
      state,
      by,
      at: context.now(),
    } as const
    const added = await context.subscriptions.addReaderRule(rule, MOST_RULES)
    if (added === 'taken') continue
    if (added === 'full') return warning(asker, 'rule.full', { most: MOST_RULES })
    const said = describeRule(rule, context.settings, language)
    if (added === 'kept') await keepChange([{ kind: 'rule', rule }], context, asker)
    if (added === 'twin') return info(asker, 'rule.twin', { rule: said })
    const told = { person: by.name, rule: said, id: rule.id }
    const text = say(state === 'standing' ? 'rule.made' : 'rule.proposed', language, told)
    const actions = [...(state === 'proposed' ? [acceptRule(rule.id)] : []), takeBackRule(rule.id)]
    return tellAll(text, asker, actions)
  }
}
