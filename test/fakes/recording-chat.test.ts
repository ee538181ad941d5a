import { DeliveryError } from '../../src/chat/delivery-error.ts'
import { chatAdapterContract } from '../contracts/chat-adapter.ts'
import { RecordingChat } from './recording-chat.ts'

/** The fake passes the contract too, with every fault: what is tested with it holds for real adapters. */
for (const recognisesRepeats of [true, false]) {
  chatAdapterContract({
    name: recognisesRepeats ? 'the recording chat with keys' : 'the recording chat',
    async open() {
      const adapter = new RecordingChat({ recognisesRepeats })
      return {
        adapter,
        channel: 'here',
        person: 'team/ada',
        shown: () => JSON.stringify([adapter.posts.map(({ message }) => message), adapter.updates]),
        calls: () => adapter.calls,
        breakNext(fault) {
          if (fault === 'lost')
            adapter.loseAnswer(new DeliveryError('unavailable', 'No answer.', { mayHaveArrived: true }))
          else
            adapter.failWith(
              new DeliveryError(fault === 'refused' ? 'unavailable' : fault, 'The platform said no.'),
            )
        },
        close: () => adapter.stop(),
      }
    },
  })
}
