import { chatAdapterContract } from '../../contracts/chat-adapter.ts'
import { DESK, GUILD, openDiscordBench } from '../../fakes/discord/discord-bench.ts'
import { refusal, tooMany } from '../../fakes/discord/discord-refusals.ts'
import type { Fault } from '../../fakes/discord/discord-server.ts'

const FAULTS: Readonly<Record<string, Fault>> = {
  'rate-limited': tooMany(30, 'user'),
  'channel-gone': refusal('unknownChannel'),
  'not-allowed': refusal('missingPermissions'),
  rejected: refusal('invalidBody'),
  refused: refusal('badGateway'),
  lost: 'lost',
}

chatAdapterContract({
  name: 'Discord',
  async open() {
    const { discord, adapter, close } = await openDiscordBench()
    return {
      adapter,
      channel: `${GUILD}/${DESK}`,
      person: 'team/ada',
      shown: () =>
        discord.world
          .shownIn(DESK)
          .map(({ body }) => JSON.stringify(body))
          .join('\n'),
      calls: () => discord.requests.length,
      breakNext: (fault) => discord.breakNext(/^POST \/channels/u, FAULTS[fault] ?? 'lost'),
      close,
    }
  },
})
