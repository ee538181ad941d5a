import { chatAdapterContract } from '../../contracts/chat-adapter.ts'
import { openSlack } from '../../fakes/slack/open-slack.ts'
import { GENERAL, lostAnswer, refusal, TEAM, tooFast, unreachable } from '../../fakes/slack/web-api.ts'

const FAULTS = {
  'rate-limited': tooFast(1),
  'channel-gone': refusal('is_archived'),
  'not-allowed': refusal('restricted_action'),
  rejected: refusal('invalid_blocks'),
  refused: unreachable,
  lost: lostAnswer,
}

chatAdapterContract({
  name: 'Slack',
  async open() {
    const { adapter, web, close } = await openSlack()
    const posts = () => web.of('chat.postMessage').length
    return {
      adapter,
      channel: `${TEAM}/${GENERAL}`,
      person: `${TEAM}/ada`,
      async shown() {
        const messages = await web.shown(GENERAL)
        return messages.map(({ blocks }) => JSON.stringify(blocks)).join('\n')
      },
      calls: posts,
      breakNext: (fault) => web.breakNext('chat.postMessage', FAULTS[fault]),
      close,
    }
  },
})
