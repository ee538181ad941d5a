import type { Command } from '../chat/command.ts'
import type { Action } from '../records/message.ts'
import { say } from '../words/say.ts'
import { defineCommand } from './define-command.ts'
import { HELP_GROUPS } from './options.ts'
import { listOf, quoted, warning } from './notice.ts'
import { cutTokens } from './reading/tokens.ts'
import { findCommand } from './reading/read-text.ts'

type HelpGroup = (typeof HELP_GROUPS)[number]

const ASK: ReadonlySet<string> = new Set([
  'briefing',
  'search',
  'said',
  'story',
  'catchup',
  'why',
  'facts figures',
  'facts compare',
  'facts upcoming',
  'facts trends',
])
const PLACE: ReadonlySet<string> = new Set(['settings', 'forget', 'help'])

function groupOf(name: string): HelpGroup {
  if (ASK.has(name)) return 'ask'
  if (PLACE.has(name)) return 'place'
  return name.startsWith('sources') ? 'sources' : 'follow'
}

/** Leads from some of the commands back to all. */
const whole: Action = { label: 'action.help', command: 'help group:all' }

/**
 * `help`: lists the commands, each with an example that works as it is, or explains one of them with its
 * options.
 */
export function helpCommand(others: readonly Command[]): Command {
  const own: Command = defineCommand({
    name: 'help',
    options: ['command', 'group'],
    positionalOption: 'command',
    usage: 'help [{command}]',
    examples: ['help', 'help subscribe'],
    async run({ command: typed, group }, { language }) {
      const all = [...others, own]
      if (typed === undefined) {
        const offered = all.filter(({ isForButtons }) => isForButtons !== true)
        const shown = group === undefined ? offered : offered.filter(({ name }) => groupOf(name) === group)
        const commands = shown.map((command) => brief(command, language))
        if (group !== undefined) return { kind: 'help', commands, actions: [whole], language }
        const groups = HELP_GROUPS.map((one) => ({
          title: say(`help.${one}`, language),
          names: offered.map(({ name }) => name).filter((name) => groupOf(name) === one),
          command: `help group:${one}`,
        }))
        return { kind: 'help', commands, groups, language }
      }
      const found = findCommand(cutTokens(typed), all)
      if (found === null) {
        const names = listOf(
          all.map(({ name }) => name),
          language,
        )
        return warning({ language }, 'help.unknown', { word: quoted(typed, language), names })
      }
      return { kind: 'help', commands: [found.command.help(language)], language }
    },
  })
  return own
}

function brief(command: Command, language: string) {
  const { words, summary, examples } = command.help(language)
  return { words, summary, examples: examples.slice(0, 1) }
}
