/** What commands ask, answer and explain; a part of `en`. */
export const enCommands = {
  // What each command is for, and each of its options: at most 100 characters, as Discord allows
  'command.briefing':
    'A briefing now: of everything or of what you name; the last 24 hours unless you say since when.',
  'command.search':
    'Look something up: all the words, “a phrase”, -not this, or with AND, OR, NOT and brackets.',
  'command.story': 'One story with all its outlets side by side.',
  'command.subscribe':
    'Follow something here or in a direct message: by the clock, every hour, or as an alert.',
  'command.subscriptions': 'What speaks in this channel, and what else you follow.',
  'command.unsubscribe': 'End a subscription.',
  'command.pause': 'Let a subscription rest until you resume it.',
  'command.resume': 'Let a paused subscription speak again.',
  'command.edit': 'Change what you name in a subscription; the rest stays.',
  'command.test': 'What a subscription would have sent in the last seven days; nothing is sent.',
  'command.mute': 'Hear no more of a story in this channel.',
  'command.unmute': 'Hear of a muted story again.',
  'command.catchup': 'For who was away: what this channel was told since then, and how it went on.',
  'command.why': 'Why an article was told here, or was not.',
  'command.settings': 'Time zone, language and quiet hours of this channel; with “to me”, your own.',
  'command.sourcesList': 'What is read: state, newest article and number of articles of each source.',
  'command.sourcesHealth': 'The sources that somebody should look at.',
  'command.sourcesAdd': 'Read another feed (admins): the address of a site or of its feed.',
  'command.sourcesRemove': 'Read a source no more (admins); what it has published stays.',
  'command.forget':
    'Delete all that is kept of this workspace (admins); without “everything”, says what that is.',
  'command.help': 'What you can ask; with a command behind it, that command in full.',

  'option.what': 'Regions, countries, topics or sources, in any order: syria conflict',
  'option.words': 'Words, “a phrase”, -not this; AND, OR, NOT and brackets work, too',
  'option.region': 'A region: middle east',
  'option.country': 'A country, in any of our languages',
  'option.topic': 'A topic: conflict, economy, …',
  'option.source': 'An outlet',
  'option.person': 'A person, as the news names them',
  'option.language': 'Only what is told in this language',
  'option.keywords': 'Words with AND, OR, NOT, “phrases” and brackets: grain AND (corridor OR deal)',
  'option.since': 'From when: 24h, 3d, yesterday, friday, 2026-03-01',
  'option.until': 'Up to when: yesterday, friday, 2026-03-01',
  'option.order': 'The newest first, or the most relevant of the newest',
  'option.page': 'Which page of the results',
  'option.story': 'The id behind a story: sts9wNz5DYOPlKypz',
  'option.subscription': 'The id of a subscription, or its title',
  'option.when': 'How often: daily, weekdays, weekends, days of the week, hourly, or alert',
  'option.at': 'Local times, several with commas: 08:00, 18:30',
  'option.zone': 'The time zone of these times: Europe/Istanbul, or a city',
  'option.to': 'Here, to you in a direct message (me), or to another channel',
  'option.quiet': 'Hours without messages: 22:00-07:00, or off',
  'option.length': 'How much a briefing tells',
  'option.model': 'Whether a model may choose and shorten the sentences',
  'option.speak': 'The language of our own words in it',
  'option.outlets': 'An alert waits until so many independent outlets report a story',
  'option.address': 'A web address',
  'option.ownership': 'Who owns the outlet: a label for readers, never a score',
  'option.title': 'A title of your own',
  'option.command': 'A command to explain',
  'option.scope': 'Everything in this workspace (admins)',
  'option.which': 'All that is paused or out of reach and that you may resume',

  'option.confirm': 'The word “everything”, to say that you mean it',
  'kind.region': 'region',
  'kind.country': 'country',
  'kind.topic': 'topic',
  'kind.source': 'source',
  'kind.person': 'person',
  'kind.language': 'language',

  // On buttons
  'action.more': 'More',
  'action.sideBySide': 'Side by side',
  'action.mute': 'Mute story',
  'action.unmute': 'Unmute',
  'action.test': 'Try it',
  'action.pause': 'Pause',
  'action.resume': 'Resume',
  'action.resumeAll': 'Resume all',
  'action.unsubscribe': 'Unsubscribe',
  'action.subscriptions': 'Subscriptions',

  // What was wrong with what somebody typed, and what to do
  'mistake.tooLong': 'That is {count, number} characters; please ask in at most {most, number}.',
  'mistake.hidden':
    'There is an invisible character in your text ({code}) that could hide what it says. Type it again without it.',
  'mistake.command': 'I know no command {word}. Did you mean {names}? “help” lists them all.',
  'mistake.option': 'I don’t understand {option} here. This command takes: {options}.',
  'mistake.optionNear': '{option} is no option here; did you mean {near}?',
  'mistake.noValue': 'Nothing stands behind {option}. Write it with its value, such as since:24h.',
  'mistake.twice':
    '“{option}” is given more than once ({values}). Which one do you mean? For example {example}',
  'mistake.nothing': 'Something is missing behind “{command}”: {help}. For example: {example}',
  'mistake.missing': '“{command}” needs “{option}”: {help}. For example: {example}',
  'mistake.missingSome': '“{command}” needs {options}. For example: {example}',
  'mistake.unexpected':
    'I don’t know what to do with {words} behind “{command}”. “help {command}” shows what it takes.',
  'mistake.region':
    'I know no region {typed}. Type the first letters to see what there is, or name countries.',
  'mistake.regionNear': 'I know no region {typed}; did you mean {names}?',
  'mistake.country': 'I know no country {typed}.',
  'mistake.countryNear': 'I know no country {typed}; did you mean {names}?',
  'mistake.topic': 'I know no topic {typed}. To follow a word instead, use keywords.',
  'mistake.topicNear': 'I know no topic {typed}; did you mean {names}?',
  'mistake.source': 'I read no source {typed}. “sources” lists them.',
  'mistake.sourceNear': 'I read no source {typed}; did you mean {names}?',
  'mistake.language': 'I read no language {typed}.',
  'mistake.languageNear': 'I read no language {typed}; did you mean {names}?',
  'mistake.person': '{typed} is no name: it needs letters.',
  'mistake.name': 'I know no region, country, topic or source {typed}.',
  'mistake.several': '{typed} can mean {names}. Write the one you mean.',
  'mistake.nameNear': 'I know no region, country, topic or source {typed}; did you mean {names}?',
  'mistake.moment':
    'I don’t know when {typed} is. Try {option}:24h, {option}:3d, {option}:yesterday, {option}:friday or {option}:2026-03-01.',
  'mistake.address': '{typed} is no web address. Copy it whole, with https:// in front.',
  'mistake.choice': '“{option}” cannot be {typed}. It can be {choices}.',
  'mistake.number':
    '“{option}” cannot be {typed}. It is a whole number from {least, number} to {most, number}.',
  'hint.keywords': 'For a word that is no name, write {example}',
  'hint.search': '“{example}” looks for it in all articles.',

  'hint.help': '“help” shows what you can ask.',

  'permission.admin': 'Only an admin of this workspace may do that. Ask one of them.',
  'permission.manager':
    'Only who manages this channel may do that. Ask one of them, or use it in a direct message.',
  'permission.outsider':
    'Only people of the organisation that this bot belongs to may decide what this channel hears. Ask one of them.',
  'permission.channelSettings':
    'Only who manages this channel may change its settings. “settings to me …” changes your own.',

  // Subscriptions
  'subscribe.what':
    'What do you want to follow? For example: subscribe syria weekdays at 07:30 Europe/Istanbul. “subscribe all” follows everything.',
  'subscribe.twin': 'This is followed already: {title} ({id}). Nothing was changed.',
  'subscribe.channelFull':
    'At most {most, number} subscriptions speak in one place. End one first: “subscriptions” lists them.',
  'subscribe.ownerFull':
    'You have {most, number} subscriptions, the most one person can have. End one first: “subscriptions” lists them.',
  'edit.nothing':
    'What shall be changed? For example: edit k4f2 at 9:00, edit k4f2 turkey weekdays, edit k4f2 quiet 22:00-07:00',
  'to.unknown': 'I know no channel {channel} here. Name one that you and I are both in.',
  'to.notYours':
    'Only who manages {channel}, or an admin, may let me speak there. Use the command in that channel itself.',
  'edit.notToYou':
    'The subscription {id} is somebody else’s: it cannot be turned into your direct messages. “subscribe … to me” makes one of your own.',
  'subscription.none':
    'There is no subscription here yet. For example: subscribe syria weekdays at 07:30 Europe/Istanbul',
  'subscription.which': 'Which one? There are: {known}.',
  'subscription.unknown': 'There is no subscription {typed} here. There are: {known}.',
  'subscription.others':
    '{count, plural, one {# more is not named here} other {# more are not named here}}: “subscriptions” lists all, and the ID or the title says which one.',
  'subscription.unknownNone': 'There is no subscription {typed} here, nor any other.',
  'subscription.notYours':
    'The subscription {id} is somebody else’s. Its owner, who manages this channel, or an admin may change it.',
  'subscription.fromFile':
    'The briefing {id} stands in config/briefings.yaml. Who runs this bot can change it there.',
  'subscription.made': 'You follow {title}',
  'subscription.changed': 'Changed: {title}',
  'subscription.paused': 'Paused: {title}',
  'subscription.resumed': 'Resumed: {title}',
  'resume.none': 'Nothing that you may resume is paused or out of reach.',
  'resume.more':
    '{count, plural, one {# more was resumed too} other {# more were resumed too}}: “subscriptions” lists all.',
  'subscription.ended': 'Ended: {title}',
  'subscription.tells': 'What: {wish}',
  'subscription.speaks': 'When: {when}',
  'subscription.form': 'How: {form}',
  'subscription.next': 'Next: {time}',
  'subscription.direct': 'in a direct message',
  'subscription.inChannel': 'in {channel}',
  'subscription.elsewhere': 'in another channel',
  'subscription.id': 'To change or end it: edit {id}, pause {id}, unsubscribe {id}',
  'subscription.again': 'To let it speak again: resume {id}',
  'subscription.isPaused': 'paused',
  'subscription.unreachable': 'Not reachable since {time}; to try again: resume {id}',
  'subscription.first': 'What it tells now:',
  'subscription.firstSent': 'Its first briefing is on its way there.',
  'subscription.nothingYet':
    'No story of the last 24 hours would have alerted. The next one that does is told at once.',
  'subscriptions.title':
    '{count, plural, =0 {No subscriptions yet} one {# subscription} other {# subscriptions}}',
  'subscriptions.empty': 'For example: subscribe syria weekdays at 07:30 Europe/Istanbul',
  'trial.title': 'What {title} would have sent from {from} to {to}',
  'trial.nothing': 'Nothing in these seven days. Try fewer wishes, or wait for news.',
  'trial.serving': '{time}: {count, plural, one {# story} other {# stories}}',
  'trial.leftOut': '{count, plural, one {# story} other {# stories}} left out',
  'trial.strongest': 'So much moved that only the {count, number} strongest stories of a day were looked at.',
  'trial.earlier': '{count, plural, one {# earlier time is} other {# earlier times are}} not shown.',
  'trial.late':
    '{count, plural, one {# story} other {# stories}} waited for a later hour: at most {most, number} alerts go out in one.',
  'trial.lost':
    '{count, plural, one {# story} other {# stories}} never came: more than {most, number} alerts an hour were due until the news was old.',
  'trial.empty': '{count, plural, one {# time} other {# times}} there was nothing to tell.',

  // Settings
  'settings.channel': 'Settings of this channel',
  'settings.person': 'Your own settings',
  'settings.changed': 'Changed.',
  'settings.zone': 'Time zone',
  'settings.language': 'Language',
  'settings.quiet': 'Quiet hours',
  'settings.unset': '{value} (not set here)',
  'settings.none': 'none',
  'settings.hours': '{from} to {to}',
  'settings.hoursIn': '{from} to {to} ({zone})',
  'settings.how': 'To change them: settings zone:Europe/Istanbul speak:tr quiet:22:00-07:00',

  // Briefings asked for, searches, stories, sources
  'briefing.title': 'Briefing',
  'catchup.title': 'Since {time}',
  'search.what': 'What shall I look for? For example: search grain corridor since:3d',
  'search.moment':
    '“since” and “until” are the same moment: nothing lies between them. Leave one of them out.',
  'search.period': '“until” is before “since”: nothing can be found between them. Swap them.',
  'story.unknown':
    'I know no story {id}. Ids stand behind each story of a briefing; “search” finds stories by words.',
  'mute.done': 'This channel hears no more of {title} ({id}).',
  'mute.doneBy': '{person} muted a story here. This channel hears no more of {title} ({id}).',
  'mute.none': '{title} ({id}) is not muted in this channel.',
  'mute.undone': 'This channel hears of {title} ({id}) again, once it moves.',
  'mute.undoneBy': '{person} took a mute back. This channel hears of {title} ({id}) again, once it moves.',
  'help.unknown': 'I know no command {word}. There are: {names}.',
  'sources.noFeed': 'I found no feed at {address}. If you know the address of the feed itself, give that.',
  'sources.unread': 'I could not read {address}: {reason}.',
  'sources.known': 'This feed is read already: {name} ({id}).',
  'sources.refused': 'Nothing was changed: {reason}',
  'sources.added': '{name} ({id}) is read from now on: {feed}',
  'sources.removed': '{name} is read no more. What it has published stays.',
  'sources.fixed': 'The sources of the demo cannot be changed.',
  'sources.one': 'Which source? Name one; “sources” lists them.',

  // Why an article was told, or was not
  'forget.explain':
    'This deletes what I keep of this workspace: {subscriptions, plural, =0 {no subscription} one {# subscription} other {# subscriptions}}, settings, muted stories, what was told, what waits to be sent, and my sign-in here. Articles stay, they are everybody’s. Nobody can take it back. To do it: forget everything',
  'forget.done':
    'I have forgotten this workspace: {subscriptions, plural, one {# subscription} other {# subscriptions}} and {messages, plural, one {# message} other {# messages}} are deleted, with settings, mutes and my sign-in.',
  'forget.terminal':
    'All that is kept here is in the data directory. To forget it, leave and delete that directory.',
  'why.title': 'Why: {title}',
  'why.unread':
    'I have not read this article. Its outlet is among the sources ({source}), but it was not in its feed, or under another address.',
  'why.unknownHost': 'I have not read this article: {host} is not among the sources. “sources add” adds it.',
  'why.read': 'Read',
  'why.readText': '{source}, {time}',
  'why.readVersion': '{source}, {time}; edited since, this is version {version, number}',
  'why.told-in': 'Language',
  'why.about': 'About',
  'why.mentions': 'Also mentions',
  'why.topics': 'Topics',
  'why.people': 'People',
  'why.copy': 'Text',
  'why.copyText': 'repeats another report (agency: {agency})',
  'why.story': 'Story',
  'why.storyText':
    '{headline} – {id}, {reports, plural, one {# article} other {# articles}}, {independent, plural, one {# independent report} other {# independent reports}}',
  'why.words': '{name} ({words})',
  'why.none': 'nothing found',
  'why.here': 'In this channel',
  'why.elsewhere': 'In what you follow elsewhere',
  'why.toldThere': 'Its story was told there on {time}, by another subscription or in an answer.',
  'why.mutedThere': 'Its story is muted there; “unmute {id}”, said there, takes that back.',
  'why.noSubscription': 'Nothing is followed here, so nothing is told by itself.',
  'why.told': 'Told on {time}.',
  'why.toldHere': 'Its story was told in this channel on {time}, by another subscription or in an answer.',
  'why.sending': 'Decided on {time}; being sent.',
  'why.uncertain': 'Sent on {time}, but the bot ended meanwhile: it may not have arrived.',
  'why.failed': 'Should have been told on {time}, but the message could not be sent: {reason}',
  'why.paused': 'It fits, but the subscription is paused.',
  'why.old': 'It fits, but it was from {time} already when it was first read: an archive piece, not news.',
  'why.fewOutlets':
    'It fits. {reports, plural, one {# independent outlet reports} other {# independent outlets report}} it; the alert waits for {outlets, number}.',
  'why.before': 'It fits, but the story last moved before this was followed.',
  'why.late':
    'It fits, but it was not told while it was fresh: alerts had reached their limit for the hour, or the bot did not run.',
  'why.soon': 'It fits. It comes within minutes, unless alerts have reached their limit for the hour.',
  'why.quiet': 'It fits. It waits for the end of the quiet hours on {time}.',
  'why.noRoom':
    'It fits, but the briefing of {time} had room for {most, number} stories only and others were stronger.',
  'why.next': 'It fits. It comes with the next briefing, on {time}, unless stronger stories fill it.',
  'why.noNext': 'It fits, but the subscription has no time to come.',
  'why.place': 'Not about what is wished for ({wish}) but about {places}.',
  'why.noPlace': 'No place was found in it, and wished for is {wish}.',
  'why.topic': 'No topic of the wish: {wish}.',
  'why.source': 'Told by none of the outlets wished for: {wish}.',
  'why.person': 'Names nobody of the wish: {wish}.',
  'why.language': 'Not told in a language of the wish: {wish}.',
  'why.keywords': 'Does not say the keywords of the wish: {wish}.',
  'why.muted': 'Its story is muted here; “unmute {id}” takes that back.',
} as const
