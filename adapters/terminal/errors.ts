import { DeliveryError } from '../../src/chat/delivery-error.ts'

/** Errors of a closed output: the pipe was closed (`| head`), or the stream ended. */
const CLOSED = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'])

/** Turns an error of a stream into a `DeliveryError`. */
export function toDeliveryError(error: Error & { readonly code?: unknown }): DeliveryError {
  const isClosed = typeof error.code === 'string' && CLOSED.has(error.code)
  const text = isClosed
    ? 'The output was closed: start again in an open terminal.'
    : `The output cannot be written (${error.message}). Is the disk full?`
  return new DeliveryError(isClosed ? 'channel-gone' : 'unavailable', text, { cause: error })
}
