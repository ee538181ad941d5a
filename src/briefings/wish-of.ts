import type { BriefingRequest } from '../records/subscription.ts'

/** What a request asks for: who asks, where, when and in which language left out. */
export type Wish = Pick<
  BriefingRequest,
  | 'regions'
  | 'countries'
  | 'topics'
  | 'sources'
  | 'people'
  | 'languages'
  | 'expression'
  | 'stories'
  | 'perSection'
>

/** Reads wishes out of requests; equal ones are the same object. */
export function createWishReader(): (request: BriefingRequest) => Wish {
  const wishes = new Map<string, Wish>()
  return (request) => {
    const text = textOf(request)
    const wish = wishes.get(text) ?? wishIn(request)
    wishes.set(text, wish)
    return wish
  }
}

const TEXTS = new WeakMap<BriefingRequest, string>()

/** Written once for each request: ten thousand are read every minute. */
function textOf(request: BriefingRequest): string {
  const known = TEXTS.get(request)
  if (known !== undefined) return known
  const text = JSON.stringify(wishIn(request))
  TEXTS.set(request, text)
  return text
}

function wishIn(request: BriefingRequest): Wish {
  const { regions, countries, topics, sources, people, languages, expression, stories, perSection } = request
  return {
    stories,
    perSection,
    ...(regions !== undefined && { regions }),
    ...(countries !== undefined && { countries }),
    ...(topics !== undefined && { topics }),
    ...(sources !== undefined && { sources }),
    ...(people !== undefined && { people }),
    ...(languages !== undefined && { languages }),
    ...(expression !== undefined && { expression }),
  }
}
