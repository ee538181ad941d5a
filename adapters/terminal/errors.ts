import { DeliveryError } from '../../src/chat/delivery-error.ts'

/** Nobody reads on: the pipe was closed (`| head`), or the stream was ended. */
const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'])

/** What a stream failed with, in the words of delivery. */
export function toDeliveryError(error: Error & { readonly code?: unknown }): DeliveryError {
  const isClosed = typeof error.code === 'string' && CLOSED.has(error.code)
  const text = isClosed
    ? 'The output was closed: start again in an open terminal.'
    : `The output cannot be written (${error.message}). Is the disk full?`
  return new DeliveryError(isClosed ? 'channel-gone' : 'unavailable', text, { cause: error })
}
