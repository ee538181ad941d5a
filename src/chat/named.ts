import type { SubscriptionCard } from '../records/message.ts'
import type { Asker, Command } from './command.ts'
import type { Commands } from './commands.ts'

/** @throws Error when there is no such command */
export function commandNamed({ all }: Pick<Commands, 'all'>, name: string): Command {
  const command = all.find((one) => one.name === name)
  if (command === undefined) throw new Error(`There is no command ${name}.`)
  return command
}

/** The subscription card with this id, among those the asker can see here; null if there is none. */
export async function cardNamed(
  id: string,
  commands: Commands,
  asker: Asker,
): Promise<SubscriptionCard | null> {
  const list = await commands.answer(commands.read('subscriptions'), asker)
  return list.kind === 'subscriptions' ? (list.subscriptions.find((card) => card.id === id) ?? null) : null
}
