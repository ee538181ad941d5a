import { Writable } from 'node:stream'
import { createTerminal } from '../../../adapters/terminal/index.ts'
import { chatAdapterContract } from '../../contracts/chat-adapter.ts'
import { anAsker } from '../../fakes/asker.ts'

const NOBODY_ANSWERS = 'a terminal gives no such answer'

chatAdapterContract({
  name: 'the terminal',
  async open() {
    let shown = ''
    let calls = 0
    const output = Object.assign(
      new Writable({
        write(chunk: Buffer, _encoding, done) {
          calls += 1
          shown += chunk.toString()
          done()
        },
      }),
      { isTTY: false, columns: 80 },
    )
    const adapter = createTerminal({ input: null, output, env: { NO_COLOR: '1' }, asker: anAsker() })
    return {
      adapter,
      channel: 'terminal',
      person: 'team/ada',
      shown: () => shown,
      calls: () => calls,
      breakNext: () => undefined,
      close: () => adapter.stop(),
    }
  },
  impossible: {
    'rate-limited': NOBODY_ANSWERS,
    'channel-gone': 'a closed output stays closed; see index.test.ts',
    'not-allowed': NOBODY_ANSWERS,
    rejected: NOBODY_ANSWERS,
    refused: 'a failed stream stays failed; see index.test.ts',
    lost: 'a write is over when it is handed over',
  },
})
