import { describe, expect, it } from 'vitest'
import { readSayings } from '../../../src/analysis/sayings/read-sayings.ts'
import { createTagger } from '../../../src/tagging/create-tagger.ts'

const tagger = createTagger()

/** Returns who says what in an article, as it is stored. */
function sayingsOf(title: string, text: string): string[] {
  const { words, names, places, tags } = tagger.read({ title, text })
  return readSayings({ words, names, places }, tags.language).map(
    ({ speaker, claim }) => `${speaker.name ?? speaker.words}: ${claim.join(' … ')}`,
  )
}

describe('readSayings', () => {
  it('keeps what was said, demanded or denied', () => {
    expect(
      sayingsOf(
        'Harbour talks',
        'Mayor Lena Hoxha said the old harbour would stay open. She called for a new bridge to the islands. The ministry denied any plan to sell the port.',
      ),
    ).toEqual([
      'Lena Hoxha: the old harbour would stay open.',
      'Lena Hoxha: a new bridge to the islands.',
      'The ministry: any plan to sell the port.',
    ])
  })

  it.each([
    ['an act', 'Mayor Lena Hoxha praised the builders of the harbour.'],
    ['a thought', 'Mayor Lena Hoxha wants to open the harbour in the spring.'],
    ['what a thing shows', 'A video shows the harbour was empty all night.'],
    ['what may be said', 'Mayor Lena Hoxha could announce that the harbour is closed.'],
    ['a question without its answer', 'Mayor Lena Hoxha explained why the harbour was closed.'],
    ['a noun behind one thing', 'There was hardly a credible claim that the harbour was safe.'],
  ])('leaves out %s', (_, text) => {
    expect(sayingsOf('Harbour', text)).toEqual([])
  })

  it('leaves out what whoever writes says, and leads “it” to a body and to no person', () => {
    expect(sayingsOf('Harbour', 'I said the old harbour would stay open.')).toEqual([])
    expect(
      sayingsOf(
        'Harbour talks',
        'Amnesty International said the old harbour would stay open. It said the bridge was closed. Mayor Lena Hoxha said she would wait. It said the port was full.',
      ),
    ).toEqual([
      'Amnesty International: the old harbour would stay open.',
      'Amnesty International: the bridge was closed.',
      'Lena Hoxha: she would wait.',
      'It: the port was full.',
    ])
  })

  it('leaves out words of headlines that look like verbs and speakers', () => {
    expect(sayingsOf('Close Call: Ferry With Fifty on Board Was Lost in Fog', 'The ferry was late.')).toEqual(
      [],
    )
    expect(sayingsOf('Harbour Festival Makes Curious Call On Its Last Guests', 'The fair was late.')).toEqual(
      [],
    )
  })

  it('keeps a claim whose subject is long', () => {
    const claim =
      'the plan for the old harbour north of the main bridge between both towns on the river offered no way out.'
    expect(sayingsOf('Harbour talks', `The officials said ${claim}`)).toEqual([])
    const helped = claim.replace('offered', 'would offer')
    expect(sayingsOf('Harbour talks', `The officials said ${helped}`)).toEqual([`The officials: ${helped}`])
  })

  it('takes all of whoever speaks behind “according to”', () => {
    expect(
      sayingsOf(
        'Port',
        'The port was closed for a week, according to a statement from the Harbour Authority.',
      ),
    ).toEqual(['Harbour Authority: The port was closed for a week'])
  })

  it('ends a claim where its outlet begins another sentence without a mark', () => {
    expect(
      sayingsOf(
        'Port',
        'Police say the captain was asleep when the ferry hit the rocks The harbour was closed on Friday.',
      ),
    ).toEqual(['Police: the captain was asleep when the ferry hit the rocks'])
  })

  it('leads an office to nobody who held another one', () => {
    expect(
      sayingsOf(
        'Port',
        'Ola Berg, a doctor to the late vice president Tom Vance, was asked about the plan. The president said the port was safe.',
      ),
    ).toEqual(['The president: the port was safe.'])
  })
})
