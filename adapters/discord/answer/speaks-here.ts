import type { Asker } from '../../../src/chat/command.ts'
import type { Commands, Request } from '../../../src/chat/commands.ts'

/**
 * Whether a request would have the channel in which it is asked follow something. Other channels are for those who
 * manage them, whatever the settings say.
 */
export async function speaksHere(request: Request, asker: Asker, commands: Commands): Promise<boolean> {
  const { command, options } = request
  const to = options.get('to')?.[0]
  const isMove = command.name === 'edit' && to !== undefined
  if (asker.isDirect || !(command.name === 'subscribe' || isMove)) return false
  // Private is what goes `to me`, in whatever language that is said.
  if (commands.audience({ ...request, command: { ...command, answer: 'public' } }) === 'private') return false
  const named = to === undefined ? null : await asker.findChannel?.(to)
  return !named || named.destination === asker.channel
}
