import { InvalidArgumentError } from 'commander'
import type { ChatPlatform } from '../chat/chat-platform.ts'
import type { CliContext } from './cli-context.ts'

const NAMES = ['slack', 'discord'] as const satisfies readonly ChatPlatform['platform'][]

/** For the help of commands that take a platform. */
export const PLATFORM_NAMES = NAMES.join(' or ')

/** @throws InvalidArgumentError when it is none of them */
export function readPlatformName(typed: string): ChatPlatform['platform'] {
  const name = NAMES.find((one) => one === typed.toLowerCase())
  if (name === undefined) throw new InvalidArgumentError(`Name ${PLATFORM_NAMES}.`)
  return name
}

/** @throws Error when this program was built without it */
export async function choosePlatform(
  context: CliContext,
  name: ChatPlatform['platform'],
): Promise<ChatPlatform> {
  const found = (await context.platforms()).find(({ platform }) => platform === name)
  if (found === undefined) throw new Error(`This Dragoman has no adapter for ${name}.`)
  return found
}
