import { describe, expect, it } from 'vitest'
import { checkMessage } from '../../../adapters/slack/check-message.ts'
import { renderMessage } from '../../../adapters/slack/render.ts'
import type { Message } from '../../../src/chat/message.ts'
import { TOPIC_NAMES } from '../../fakes/briefings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { aWorstDay } from '../../fakes/worst-day.ts'

const options = { secret: 'sample', topicName: (code: string) => TOPIC_NAMES.get(code) }

describe('renderMessage', () => {
  it.each(Object.values(MESSAGES))('draws $kind as reviewed', async (message: Message) => {
    const { main, thread } = renderMessage(message, options)
    expect([main, ...thread].flatMap(checkMessage)).toEqual([])
    await expect(`${JSON.stringify({ main, thread }, null, 2)}\n`).toMatchFileSnapshot(
      `rendered/${message.kind}.json`,
    )
  })

  it('keeps every limit on the worst day', () => {
    const { main, thread } = renderMessage({ kind: 'briefing', briefing: aWorstDay() }, options)
    expect([main, ...thread].flatMap(checkMessage)).toEqual([])
  })
})
