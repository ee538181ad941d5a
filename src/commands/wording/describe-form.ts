import { lengthOf, STORIES } from '../../subscriptions/length.ts'
import type { Subscription } from '../../records/subscription.ts'
import { languageName, sameLanguage } from '../../words/names.ts'
import { say } from '../../words/say.ts'

/**
 * How a subscription is written, in the words of a language (BCP 47): "long", "texts in German". Only what is not as usual: its length, its
 * language where the reader has another, and that a model may choose the sentences.
 */
export function describeForm(
  subscription: Pick<Subscription, 'stories' | 'perSection' | 'language' | 'model'>,
  language: string,
): readonly string[] {
  const length = lengthOf(subscription)
  return [
    ...(subscription.stories === STORIES.normal.stories
      ? []
      : [
          length === null || length === 'normal'
            ? say('form.stories', language, { count: subscription.stories })
            : say(`form.${length}`, language),
        ]),
    ...(sameLanguage(subscription.language, language)
      ? []
      : [say('form.language', language, { name: languageName(subscription.language, language) })]),
    ...(subscription.model === true ? [say('form.model', language)] : []),
  ]
}
