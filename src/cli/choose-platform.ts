import { Argument, InvalidArgumentError } from 'commander'
import { eitherOf, type ChatPlatform } from '../chat/chat-platform.ts'
import type { CliContext } from './cli-context.ts'

/** The argument of commands that take a platform, given to them as the platform itself. */
export function platformArgument({ platforms }: CliContext): Argument {
  const names = eitherOf(platforms.map(({ platform }) => platform))
  return new Argument('<platform>', names).argParser((typed): ChatPlatform => {
    const found = platforms.find(({ platform }) => platform === typed.toLowerCase())
    if (found === undefined) throw new InvalidArgumentError(`Name ${names}.`)
    return found
  })
}
