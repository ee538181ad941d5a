import { enAnswering } from './en-answering.ts'
import { enCommands } from './en-commands.ts'
import { enPlaces } from './en-places.ts'
import { enScreens } from './en-screens.ts'
import { enTimes } from './en-times.ts'
import { enWishes } from './en-wishes.ts'

/**
 * Our own texts in ICU MessageFormat, grouped by where a reader meets them. Every other language has the same keys with
 * the same arguments. Apostrophes and quotes are typographic (’ “ ”): the straight apostrophe quotes in MessageFormat.
 */
export const en = {
  ...enCommands,
  ...enScreens,
  ...enPlaces,
  ...enAnswering,
  ...enTimes,
  ...enWishes,

  // Lists
  'list.separator': ', ',
  'list.semicolon': '; ',
  'list.fact': '{label}: {text}',
  'list.quoted': '“{text}”',

  // Times
  'time.stretch': '{from} – {to} ({zone})',

  // A story, in a briefing or alone
  'mark.new': 'NEW',
  'mark.updated': 'UPDATED',
  'story.outlets': '{outlets, plural, one {# outlet} other {# outlets}}',
  'story.reports':
    '{independent, plural, one {# independent report} other {# independent reports}}, {outlets, plural, one {# outlet} other {# outlets}}',
  'story.latest': 'latest {time}',
  'story.first': 'first {time}',
  'story.id': 'story {id}',
  'story.carries': 'carries {agency}',
  'sentence.chosen': '(chosen by a model)',
  'sentence.shortened': '(chosen and shortened by a model)',
  'story.chosen': 'chosen by a model: every word is the outlets’; “…” stands where some were left out',
  'story.correction': 'Corrected {time}, {outlet}: “{before}” → “{after}”',
  'story.edit': 'Changed {time}, {outlet}: “{before}” → “{after}”',
  'story.timeline': 'How it was told',
  'story.noSentence': 'No sentence of it can be quoted; read it at {outlet}.',
  'story.untitled': 'No headline',
  'story.undated': 'undated',
  'outlet.removed': 'no longer read',
  'ownership.state': 'state',
  'ownership.public': 'public',
  'ownership.private': 'private',
  'ownership.independent': 'independent',

  // A briefing
  'section.noPlace': 'No single place',
  'section.empty': 'Nothing new.',
  'section.leftOut': '{count, plural, one {# more story} other {# more stories}} of this region left out.',
  'coverage.line':
    '{answered, number} of {sources, plural, one {# source} other {# sources}} answered; {leftOut, plural, =0 {nothing left out} one {# story left out} other {# stories left out}}.',
  'coverage.strongest':
    'So much moved in this time that only the {count, number} strongest stories were looked at.',
  'coverage.failed': 'Not read: {names} ({reason})',
  'coverage.others': '{count, plural, one {# other source} other {# other sources}}',
  'post.update': 'A correction to what was said before:',

  // A search
  'search.title': 'Search: {query}',
  'search.none': 'Nothing found. Try fewer or other words, or an earlier date.',
  'search.cut':
    'From this on no more is looked through than {count, number} reports. A word, a region or a date narrows it down.',
  'search.noPage': 'There is no page {page, number}: what was found stands on the pages before.',
  'search.address':
    'Nothing found. “why {address}” says what became of an article, “story {address}” shows its story.',
  'search.capitals': 'Nothing found. AND, OR and NOT are written in capitals: {example}',
  'search.since': 'since {time}',
  'search.until': 'until {time}',
  'search.moreOutlets': 'and {count, plural, one {# more outlet} other {# more outlets}}',
  'search.more':
    'There is more than is shown: page:2 and on shows it; a word, a region or a date narrows it down.',

  // The sources and how they fare
  'sources.title': '{count, plural, one {# source} other {# sources}}',
  'sources.well':
    '{count, plural, one {# source is read, and it is well.} other {# sources are read, and all are well.}}',
  'sources.count': '{count, number} {state}',
  'sources.id': 'id {id}',
  'sources.articles': '{count, plural, one {# article} other {# articles}}',
  'sources.newest': 'newest {time}',
  'sources.answered': 'answered {time}',
  'sources.neverAnswered': 'never answered',
  'sources.pushed': 'delivered by its WebSub hub',
  'sources.letGoArticles':
    '{count, plural, one {# older article} other {# older articles}} let go: it publishes more than is kept',
  'sources.letGoVersions':
    '{count, plural, one {# older version} other {# older versions}} of its articles let go: it edits more often than is kept',
  'sources.failures': 'failures in 30 days: {list}',
  'sources.failure': '{reason} ({times, number})',
  'sources.column.state': 'State',
  'sources.column.source': 'Source',
  'sources.column.news': 'News',
  'sources.column.remark': 'Remark',
  'state.active': 'active',
  'state.failing': 'failing',
  'state.silent': 'silent',
  'state.moved': 'moved',
  'state.gone': 'gone',
  'state.paused': 'paused',
  'state.unread': 'not read yet',

  // Why a source could not be read: inside other sentences
  'failure.unreachable': 'server unreachable',
  'failure.timeout': 'no answer in time',
  'failure.too-large': 'feed too large',
  'failure.not-found': 'no feed at this address',
  'failure.gone': 'feed closed for good',
  'failure.rate-limited': 'server asks for a pause',
  'failure.server-error': 'fault at the server',
  'failure.refused': 'access refused',
  'failure.bot-protection': 'site wants proof of a browser',
  'failure.forbidden-address': 'address not allowed',
  'failure.too-many-redirects': 'too many redirects',
  'failure.not-a-feed': 'answer is not a feed',
  'failure.unparseable': 'feed cannot be read',
  'failure.parser-killed': 'reading took too long',
  'failure.unread': 'not read yet',

  // What is wrong with a source, and what to do
  'finding.failing': '{times, plural, one {Failed once} other {Failed # times in a row}}: {reason}.',
  'finding.empty': 'Answers, but its feed has never held an article. Check the address on the outlet’s site.',
  'finding.gone': 'Closed for good, says its server. Find the new address or remove the source.',
  'finding.kills':
    'Reading it had to be stopped {times, plural, one {once} other {# times in a row}}; it is tried again once a day.',
  'finding.silent': 'Answers, but its newest article is {days, plural, one {# day} other {# days}} old.',
  'finding.silentRhythm':
    'Answers, but its newest article is {days, plural, one {# day} other {# days}} old; usual time between two: {rhythm}.',
  'finding.language':
    'Of late it writes in {language}, not in {said}. Check the address, or change the language in config/sources.yaml.',
  'finding.moved': 'Has moved to {address} and is read there. Change the address in config/sources.yaml.',
  'finding.lost':
    '{count, plural, one {# entry of its feed is empty and was left out.} other {# entries of its feed are empty and were left out.}}',
  'finding.truncated':
    'Its feed is too long to be read whole; {count, plural, one {# entry is} other {# entries are}} read.',
  'finding.undated': 'Most of its articles carry no date; they count from when they were first seen.',
  'remedy.wait': 'This usually passes; it is tried again.',
  'remedy.address': 'Look for the new address on the outlet’s site.',
  'remedy.access': 'Ask the outlet for access, or remove the source.',
  'remedy.allow': 'If the address is yours, allow it with DRAGOMAN_ALLOW_ADDRESSES.',
  'remedy.outlet': 'Only the outlet can mend its feed.',

  // Help and notices
  'help.title': 'What you can ask',
  'help.example': 'for example: {example}',
  'notice.warning': 'Warning: {text}',
  'notice.error': 'Error: {text}',

  // What the owner of a subscription is told when it could not be delivered
  'delivery.paused': 'I no longer post to {channel}: {reason}',
  'delivery.pausedMany': 'I no longer post to {count, number} channels, each for the same reason: {reason}',
  'delivery.waiting':
    '{count, plural, one {Your subscription {titles} waits there.} other {Your subscriptions {titles} wait there.}}',
  'delivery.moreChannels':
    '{count, plural, one {and # more channel} other {and # more channels}}: “/news subscriptions” lists all.',
  'delivery.moreTitles': '{count, number} more',
  'delivery.resume':
    'When the channel is in order again, “/news resume {id}” goes on where it stopped; “/news unsubscribe” ends what you no longer want.',
  'delivery.resumeAll':
    'When they are in order again, “/news resume all” goes on where they stopped; “/news unsubscribe” ends what you no longer want.',
  'refusal.channel-gone': 'The channel is gone, or this bot was removed from it.',
  'refusal.not-allowed': 'This bot is not allowed to post there.',
  'refusal.rejected':
    'The platform refused several messages in a row, which is a fault of mine. Whoever runs this bot has been told.',
  'refusal.invite': 'I am not a member of that channel. Invite me there.',
  'refusal.archived': 'The channel is archived. Restore it, or subscribe somewhere else.',
  'refusal.restricted': 'Only some people may post there. An admin can let this bot post.',
  'refusal.reinstall': 'This workspace no longer lets me in. An admin has to install me there again.',
  'delivery.uncertain':
    'The connection ended while “{title}” was on its way to {channel}, so it may or may not have arrived, and what belongs below it may be missing.',
  'delivery.uncertainDirect':
    'The connection ended while “{title}” was on its way to you, so it may or may not have arrived, and what belongs below it may be missing.',
  'delivery.uncertainMany':
    'The connection ended while {count, plural, one {# message was} other {# messages were}} on the way. Each may or may not have arrived, and what belongs below it may be missing:',
  'delivery.again': 'The stories come again in the next briefing; “/news briefing” shows them now.',
  'delivery.accepted':
    'For a while the platform did not accept my token, so nothing could arrive. It does again, and these go on by themselves: {titles}. What you missed comes with the next briefing.',

  // The prompt in a terminal
  'prompt.welcome': 'Type “help” for what you can ask, “exit” to leave.',
  'prompt.failed': '“{line}” could not be answered: {reason}. The log has the details.',
} as const
