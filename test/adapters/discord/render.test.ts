import { describe, expect, it } from 'vitest'
import { renderMessage, type DrawOptions } from '../../../adapters/discord/render.ts'
import type { Message } from '../../../src/chat/message.ts'
import { TOPIC_NAMES } from '../../fakes/briefings.ts'
import { MESSAGES } from '../../fakes/messages.ts'
import { messageAsText } from './as-text.ts'
import { faultsOf, partsOf } from './parts.ts'

const options: DrawOptions = { secret: 'a secret of tests', topicName: (code) => TOPIC_NAMES.get(code) }

describe('renderMessage', () => {
  it.each(Object.values(MESSAGES))('draws $kind as reviewed', async (message: Message) => {
    const drawn = renderMessage(message, options)
    await expect(`${JSON.stringify(drawn, null, 2)}\n`).toMatchFileSnapshot(`rendered/${message.kind}.json`)
    await expect(messageAsText(drawn, options.secret)).toMatchFileSnapshot(`rendered/${message.kind}.txt`)
  })

  it.each(Object.values(MESSAGES))('draws $kind so that Discord takes it', (message: Message) => {
    expect(partsOf(renderMessage(message, options)).flatMap(faultsOf)).toEqual([])
  })
})
