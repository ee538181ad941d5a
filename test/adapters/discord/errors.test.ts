import { describe, expect, it } from 'vitest'
import { toDeliveryError } from '../../../adapters/discord/errors.ts'

const failing = (code: string) => Object.assign(new Error('body must be a FormData'), { code })

describe('what a failed call to Discord means', () => {
  it('does not repeat what could not be written out, as the next try would not be either', () => {
    const { code, mayHaveArrived } = toDeliveryError(failing('UND_ERR_INVALID_ARG'))
    expect({ code, mayHaveArrived }).toEqual({ code: 'rejected', mayHaveArrived: false })
  })

  it('waits where nobody answered, and doubts where the connection broke', () => {
    expect(toDeliveryError(failing('ECONNREFUSED'))).toMatchObject({
      code: 'unavailable',
      mayHaveArrived: false,
    })
    expect(toDeliveryError(failing('UND_ERR_SOCKET'))).toMatchObject({
      code: 'unavailable',
      mayHaveArrived: true,
    })
  })
})
