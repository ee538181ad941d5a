import { acceptRule, takeBackRule } from '../chat/action.ts'
import type { Asker, Command } from '../chat/command.ts'
import type { Message } from '../records/message.ts'
import type { ReaderRule } from '../records/reader-rule.ts'
import { say } from '../words/say.ts'
import { timesIn } from '../words/times.ts'
import { makerOf, mayDecide, workspaceOf } from './asker.ts'
import type { CommandContext } from './command-context.ts'
import { defineCommand } from './define-command.ts'
import { describeRule } from './describe-rule.ts'
import { info, notice, quoted, tellAll, warning } from './notice.ts'

/** The newest are listed one by one, each with its buttons. */
const MOST_LISTED = 10

/**
 * `corrections`: lists what readers of this workspace corrected, by whom and when. Whoever manages it accepts
 * proposals and takes back what is in force.
 */
export function correctionsCommand(context: CommandContext): Command {
  return defineCommand({
    name: 'corrections',
    options: ['rule', 'step'],
    positionalOption: 'rule',
    answer: 'public',
    usage: 'corrections [{id} step:accept {or} step:undo]',
    examples: ['corrections'],
    async run({ rule: id, step }, asker) {
      const rules = await context.subscriptions.readerRules(workspaceOf(asker))
      if (id === undefined) return list(rules, context, asker)
      const rule = rules.find((one) => one.id === id.toLowerCase())
      if (rule === undefined) return warning(asker, 'rule.unknown', { id: quoted(id, asker.language) })
      if (step === undefined) return list([rule], context, asker)
      const isOwn = rule.by.person === makerOf(asker).person
      if (!mayDecide(asker) && !(step === 'undo' && isOwn)) return warning(asker, 'permission.rules')
      return step === 'accept' ? accept(rule, context, asker) : takeBack(rule, context, asker)
    },
  })
}

async function accept(rule: ReaderRule, context: CommandContext, asker: Asker): Promise<Message> {
  const by = makerOf(asker)
  const isDone = await context.subscriptions.acceptReaderRule(rule.workspace, rule.id, by)
  const said = describeRule(rule, context.settings, asker.language)
  if (!isDone) return info(asker, 'rule.twin', { rule: said })
  const told = { person: by.name, rule: said, id: rule.id }
  return tellAll(say('rule.accepted', asker.language, told), asker, [takeBackRule(rule.id)])
}

async function takeBack(rule: ReaderRule, context: CommandContext, asker: Asker): Promise<Message> {
  await context.subscriptions.removeReaderRule(rule.workspace, rule.id)
  return tellRuleUndone(rule, context, asker)
}

/** Tells all who read here who took back which rule. */
export function tellRuleUndone(
  rule: ReaderRule,
  { settings }: Pick<CommandContext, 'settings'>,
  asker: Asker,
): Message {
  const said = describeRule(rule, settings, asker.language)
  return tellAll(say('rule.undone', asker.language, { person: makerOf(asker).name, rule: said }), asker)
}

function list(rules: readonly ReaderRule[], context: CommandContext, asker: Asker): Message {
  const { language, zone } = asker
  if (rules.length === 0) return info(asker, 'rules.none')
  const times = timesIn(zone, language)
  const shown = rules.toReversed().slice(0, MOST_LISTED)
  const lines = shown.map((rule) => {
    const time = times.moment(rule.at, context.now())
    const said = describeRule(rule, context.settings, language)
    const told = { id: rule.id, rule: said, person: rule.by.name, time }
    return say(rule.state === 'standing' ? 'rules.standing' : 'rules.proposed', language, told)
  })
  const count = rules.length - shown.length
  const text = [
    say('rules.title', language, { count: rules.length }),
    ...lines,
    ...(count > 0 ? [say('rules.more', language, { count })] : []),
  ].join('\n')
  const actions = shown.flatMap((rule) => [
    ...(rule.state === 'proposed' ? [acceptRule(rule.id, named('action.accept', rule, language))] : []),
    takeBackRule(rule.id, named('action.takeBack', rule, language)),
  ])
  return { ...notice('info', text, asker), actions }
}

const named = (label: 'action.accept' | 'action.takeBack', { id }: ReaderRule, language: string): string =>
  say('list.fact', language, { label: say(label, language), text: id })
