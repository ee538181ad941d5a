import { assert, property } from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, it } from 'vitest'
import { preview } from '../../../adapters/slack/preview/preview.ts'
import { webAddress } from '../../../src/words/web-address.ts'
import { effort } from '../../effort.ts'
import { anyBriefing } from '../../fakes/any-briefing.ts'

it('a preview loads nothing and runs nothing, whatever feeds send', () => {
  assert(
    property(anyBriefing, (briefing) => {
      const { document } = parseHTML(preview({ kind: 'briefing', briefing }, () => undefined).html)
      expect(
        document.querySelectorAll('script, img, link, iframe, object, [onclick], [onerror], [src]'),
      ).toHaveLength(0)
      const addresses = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))
      expect(addresses.filter((href) => webAddress(href) === null)).toEqual([])
    }),
    { numRuns: effort(20) },
  )
})
