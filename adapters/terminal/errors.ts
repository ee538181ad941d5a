import { DeliveryError } from '../../src/chat/delivery-error.ts'

/** Nobody reads on: the pipe was closed (`| head`), or the stream was ended. */
const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'])

/** What a stream failed with, in the words of delivery. */
export function toDeliveryError(error: Error & { readonly code?: unknown }): DeliveryError {
  if (typeof error.code === 'string' && CLOSED.has(error.code)) {
    return new DeliveryError('channel-gone', 'The output was closed: start again in an open terminal.', {
      cause: error,
    })
  }
  return new DeliveryError(
    'unavailable',
    `The output cannot be written (${error.message}). Is the disk full?`,
    {
      cause: error,
    },
  )
}
