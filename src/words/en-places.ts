/** What is said about where the bot speaks, and may speak; a part of `en`. */
export const enPlaces = {
  // At most 100 characters, as Discord allows; the second one at most 32
  'place.news': 'Briefings from the world’s outlets, with a source behind every sentence.',
  'place.lookUp': 'What do we know about this?',
  // The first field of the form for a subscription; at most 45
  'place.what': 'What to follow',
  'place.missing':
    'I may not speak in {channel} yet. Give me {permissions} there (in the settings of the channel), then ask again.',
  'place.back':
    'I am back. While I was away, {count, plural, one {# subscription was} other {# subscriptions were}} paused: “subscriptions” lists what there is, “resume” lets one speak again.',
  'place.returned':
    'I am back in this workspace: {count, plural, one {# subscription of yours goes} other {# subscriptions of yours go}} on as before.',
  'place.late': 'Your question came to me too late to answer it there. Please ask again.',
  'place.partly':
    'My answer may not have reached you whole: a part of it may be missing. Please ask again to see all of it.',
  'place.rest':
    'There is more than fits here ({count, plural, one {# more message} other {# more messages}}). Ask me in a direct message for all of it.',

  // What a person can do about a refusal, with the names that Discord gives to permissions
  'refusal.noView':
    'I cannot see that channel. Give me View Channel there, or invite me to the server again.',
  'refusal.noPost':
    'I may not post there. Give me Send Messages and Embed Links in that channel; in a thread, Send Messages in Threads.',
  'refusal.directClosed':
    'I cannot send direct messages there. Allow messages from apps in your privacy settings, on a server where I am.',
  'refusal.threadClosed': 'The thread is locked or archived. Open it again, or subscribe in its channel.',
  'refusal.tagWanted': 'The forum wants a tag on each post. Add one that members may use.',
} as const
