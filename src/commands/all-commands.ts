import type { Asker, Permission } from '../chat/command.ts'
import type { Commands, Request } from '../chat/commands.ts'
import type { Message } from '../records/message.ts'
import { mayManage, maySubscribe, withPreferences } from './asker.ts'
import { asSearch, interpretSentence } from './answer-sentence.ts'
import { type Asked, createConversation, type LastAnswer } from './conversation.ts'
import { briefingCommand, catchupCommand } from './briefing.ts'
import { changeStateCommand } from './change-state.ts'
import { compareCommand } from './compare.ts'
import { correctCommand } from './correct.ts'
import { correctionsCommand } from './corrections.ts'
import { editCommand } from './edit.ts'
import { figuresCommand } from './figures.ts'
import { followCommand, unfollowCommand } from './follow.ts'
import { forgetCommand } from './forget.ts'
import { joinCommand } from './join.ts'
import { helpCommand } from './help.ts'
import { muteCommand } from './mute.ts'
import type { CommandContext } from './command-context.ts'
import { type Mistake, refusal, warning, info } from './notice.ts'
import { parseInput } from './reading/parse-input.ts'
import { readText } from './reading/read-text.ts'
import { meaningOf } from './reading/grammar.ts'
import { readWords } from './read-words.ts'
import { understand } from './understanding/understand.ts'
import { saidCommand } from './said.ts'
import { searchCommand } from './search.ts'
import { settingsCommand } from './settings.ts'
import { sourcesAddCommand, sourcesCommand, sourcesRemoveCommand } from './sources.ts'
import { storyCommand } from './show-story.ts'
import { withStoryNamed } from './story-named.ts'
import { subscribeCommand } from './subscribe.ts'
import { subscriptionsCommand } from './subscriptions.ts'
import { createSuggest } from './suggesting/suggest-values.ts'
import { withFollowed } from './tell-followed.ts'
import { testCommand } from './test.ts'
import { trendsCommand } from './trends.ts'
import { upcomingCommand } from './upcoming.ts'
import { undoCommand } from './undo.ts'
import { webCommand } from './web.ts'
import { whyCommand } from './why.ts'

/**
 * All commands of `/news`, in the order in which help lists them. `random` gives numbers in [0, 1), for ids.
 */
export function allCommands(context: CommandContext, random: () => number = Math.random): Commands {
  const usual = briefingCommand(context)
  const others = [
    subscribeCommand(context, random),
    usual,
    searchCommand(context),
    saidCommand(context),
    storyCommand(context),
    catchupCommand(context),
    whyCommand(context),
    figuresCommand(context),
    compareCommand(context),
    upcomingCommand(context),
    trendsCommand(context),
    followCommand(context, random),
    unfollowCommand(context),
    subscriptionsCommand(context),
    editCommand(context),
    testCommand(context),
    changeStateCommand('pause', context),
    changeStateCommand('resume', context),
    changeStateCommand('unsubscribe', context),
    joinCommand(context),
    undoCommand(context),
    muteCommand('mute', context),
    muteCommand('unmute', context),
    correctCommand(context, random),
    correctionsCommand(context),
    settingsCommand(context),
    webCommand(context),
    sourcesCommand('list', context),
    sourcesCommand('health', context),
    sourcesAddCommand(context),
    sourcesRemoveCommand(context),
    forgetCommand(context),
  ]
  const help = helpCommand(others)
  const all = [...others, help]
  const { suggest, suggestFirst } = createSuggest(
    context,
    all.map(({ name }) => name),
  )
  // Read each time, since an admin may have added a source.
  const known = () => ({ nameIndex: context.nameIndex, now: context.now() })
  const conversation = createConversation(context.subscriptions, { all, now: () => context.now() })

  async function run(
    asked: Asked,
    request: Request,
    asker: Asker,
    wrong: readonly Mistake[] = [],
  ): Promise<Message> {
    const { command, input } = asked
    const isHere = await subscribesThisChannel({ ...request, command }, asker)
    const refused = refuse(isHere ? 'subscriber' : command.permission, asker)
    if (refused !== null) return warning(asker, refused)
    if (wrong.length > 0) return refusal(asker, ...wrong)
    const meant = await withStoryNamed(asked, asker, context, () => conversation.last(asker))
    if ('answer' in meant) return meant.answer
    const answer = await withFollowed(await command.run(meant.input, asker), asker, context)
    const isForgotten = command.name === 'forget' && input.confirmed === true
    if (!isForgotten) await conversation.note(asker, meant, answer)
    return answer
  }

  /** Does what was asked about, or leaves it. */
  async function reply(
    said: 'yes' | 'no',
    last: LastAnswer,
    pending: string,
    asker: Asker,
  ): Promise<Message> {
    if (said === 'no') {
      const answer = info(asker, 'chat.kept')
      await conversation.note(asker, last.asked, answer)
      return answer
    }
    const request = readText(pending, { all, usual, help }, known())
    const { input } = parseInput(request.command, request.options, { ...known(), zone: asker.zone })
    return run({ command: request.command, input }, request, asker)
  }

  return {
    all,
    read: (text) => readWords(text, { all, usual, help }, known()),
    audience,
    async answer(request, rawAsker) {
      const { command, options, mistakes, sentence } = request
      const asker = await withPreferences(rawAsker, context.subscriptions)
      if (sentence !== undefined) {
        const wish = understand(sentence, { ...known(), zone: asker.zone })
        const last = await conversation.last(asker)
        if (wish.reply !== null && last?.pending != null) return reply(wish.reply, last, last.pending, asker)
        const meant = interpretSentence(sentence, wish, asker, { all, last, ...known() })
        if ('answer' in meant) return meant.answer
        const answer = await run(meant, request, asker)
        const search = isEmpty(answer) ? asSearch(wish, { all, ...known() }) : null
        const found = search === null ? answer : await run(search, request, asker)
        return found.kind === 'search' && found.results.hits.length > 0 ? found : answer
      }
      const read = parseInput(command, options, { ...known(), zone: asker.zone })
      return run({ command, input: read.input }, request, asker, [...mistakes, ...read.mistakes])
    },
    validate(command, options, asker) {
      const told = [...options].map(([name, values]) => {
        const alone = { ...command, options: command.options.filter((option) => option.name === name) }
        const { mistakes } = parseInput(alone, new Map([[name, values]]), { ...known(), zone: asker.zone })
        return [name, mistakes.map((mistake) => mistake(asker.language)).join('\n')] as const
      })
      return new Map(told.filter(([, text]) => text !== ''))
    },
    async suggest(command, name, typed, asker) {
      const option = command.options.find((other) => other.name === name)
      return option === undefined ? [] : suggest(command, option, typed.slice(0, 100), asker)
    },
    suggestFirst,
  }
}

const isEmpty = (answer: Message): boolean =>
  answer.kind === 'briefing' && answer.briefing.sections.length === 0

const audience: Commands['audience'] = ({ command, options }) => {
  const isOwn =
    (options.get('to')?.some((typed) => meaningOf(typed, ['me']) === 'me') ?? false) ||
    // The answer names what they follow elsewhere.
    options.has('which')
  return isOwn ? 'private' : command.answer
}

/**
 * Returns whether a request would make the channel that it is asked in follow something. Other channels are
 * for those who manage them, whatever the settings say.
 */
async function subscribesThisChannel(request: Request, asker: Asker): Promise<boolean> {
  const { command, options } = request
  const to = options.get('to')?.[0]
  const isMove = command.name === 'edit' && to !== undefined
  if (asker.isDirect || !(command.name === 'subscribe' || isMove)) return false
  // Private is what goes `to me`, in any language.
  if (audience({ ...request, command: { ...command, answer: 'public' } }) === 'private') return false
  const named = to === undefined ? null : await asker.findChannel?.(to)
  return !named || named.destination === asker.channel
}

const ALLOWED: Readonly<Record<Permission, (asker: Asker) => boolean>> = {
  anyone: () => true,
  subscriber: maySubscribe,
  'channel-manager': mayManage,
  admin: ({ isAdmin }) => isAdmin,
  // The admin of one workspace must not remove a source that others read.
  host: ({ isHost, isAdmin }) => isHost ?? isAdmin,
}

function refuse(
  permission: Permission,
  asker: Asker,
): `permission.${'host' | 'admin' | 'outsider' | 'manager'}` | null {
  if (ALLOWED[permission](asker)) return null
  if (permission === 'host' && asker.isHost !== undefined) return 'permission.host'
  if (permission === 'admin' || permission === 'host') return 'permission.admin'
  return asker.isOutsider === true && permission === 'subscriber'
    ? 'permission.outsider'
    : 'permission.manager'
}
