import { DiscordAPIError, REST, type RESTOptions, Routes } from 'discord.js'
import { z } from 'zod'
import type { SetupDialogue } from '../../../src/chat/chat-platform.ts'
import { inviteAddress, PERMISSION_NAMES } from '../post/destination.ts'
import { readSettings } from './settings.ts'

const application = z.looseObject({
  id: z.string(),
  name: z.string(),
  bot_require_code_grant: z.boolean().optional(),
})

const STEPS = `Connecting Discord takes about five minutes.

1. Open https://discord.com/developers/applications and choose “New Application”. Its name is how people will know the bot.
2. On its page “Bot”, press “Reset Token” and copy the token. Leave all “Privileged Gateway Intents” off: it needs none.
3. Paste the token here. It is not shown, and is kept in the env file that only you can read.
`

/**
 * Guides a person to a token, checks it with Discord, prints the invitation link, and saves the settings.
 * @throws Error with a remedy
 */
export async function setUpDiscord(dialogue: SetupDialogue, rest: Partial<RESTOptions> = {}): Promise<void> {
  dialogue.say(STEPS)
  const token = (await dialogue.ask('Token:', { secret: true })).replace(/^Bot\s+/iu, '')
  const wrong = mistakeIn({ DISCORD_TOKEN: token })
  if (wrong !== null) throw new Error(wrong)
  const { id, name, bot_require_code_grant: wantsCode } = await lookUp(token, rest)
  dialogue.say(`Discord knows it: this is ${name}.\n`)
  if (wantsCode === true)
    dialogue.say('On the page “Bot”, turn “Requires OAuth2 Code Grant” off, or nobody can invite it.\n')
  dialogue.say(
    `4. Invite it with this address. It asks for ${PERMISSION_NAMES.join(', ')}, and nothing else:\n`,
  )
  dialogue.say(`   ${inviteAddress(id)}\n`)
  dialogue.say(
    '5. Shall it serve one server alone? Paste the id of that server (Developer Mode, then “Copy Server ID”).',
  )
  const guild = await dialogue.ask('Server id, or Enter for every server that invites it:')
  const mistaken = mistakeIn({ DISCORD_TOKEN: token, DISCORD_GUILD: guild })
  if (mistaken !== null) throw new Error(mistaken)
  // `null` removes the server set in an earlier setup; otherwise the bot would still serve only that one.
  await dialogue.keep({ DISCORD_TOKEN: token, DISCORD_GUILD: guild === '' ? null : guild })
  dialogue.say('\nRun `dragoman start`, then type /news help on the server.')
}

function mistakeIn(variables: Readonly<Record<string, string>>): string | null {
  const read = readSettings({ DISCORD_TOKEN: '', ...variables })
  if (read.status === 'absent') return 'No token was pasted. Copy it from the page “Bot”, and run this again.'
  return read.status === 'mistaken' ? `${read.mistakes.join('\n')}. Nothing was kept; run this again.` : null
}

async function lookUp(token: string, options: Partial<RESTOptions>): Promise<z.output<typeof application>> {
  const rest = new REST({ retries: 0, ...options }).setToken(token)
  try {
    await rest.get(Routes.user())
    return application.parse(await rest.get(Routes.currentApplication()))
  } catch (error) {
    const isUnknown = error instanceof DiscordAPIError && error.status === 401
    const reason = isUnknown
      ? 'Discord does not know this token. “Reset Token” gives a new one; copy it whole.'
      : `Discord did not answer (${error instanceof Error ? error.message : String(error)}). Is the network up?`
    throw new Error(`${reason} Nothing was kept; run this again.`, { cause: error })
  } finally {
    rest.clearHandlerSweeper()
    rest.clearHashSweeper()
  }
}
