import type { CommandTexts } from './catalogues.ts'

/** What commands ask, answer and explain, in German. */
export const deCommands: CommandTexts = {
  'command.briefing':
    'Ein Briefing sofort: über alles oder das Genannte; ohne Zeitangabe die letzten 24 Stunden.',
  'command.search': 'Suchen: alle Wörter, „eine Wendung“, -dies nicht, oder mit AND, OR, NOT und Klammern.',
  'command.story': 'Eine Meldung, alle Medien nebeneinander.',
  'command.subscribe':
    'Einem Thema folgen, hier oder als Direktnachricht: zu festen Zeiten, stündlich, als Eilmeldung.',
  'command.subscriptions': 'Die Abos dieses Kanals, und was Sie sonst verfolgen.',
  'command.unsubscribe': 'Ein Abo beenden.',
  'command.pause': 'Ein Abo ruhen lassen, bis Sie es fortsetzen.',
  'command.resume': 'Ein ruhendes Abo fortsetzen.',
  'command.edit': 'Ändert an einem Abo, was Sie nennen; alles andere bleibt.',
  'command.test': 'Was ein Abo in den letzten sieben Tagen geschickt hätte; es wird nichts verschickt.',
  'command.mute': 'Eine Meldung in diesem Kanal nicht weiter verfolgen.',
  'command.unmute': 'Eine stummgeschaltete Meldung wieder verfolgen.',
  'command.catchup': 'Für alle, die weg waren: was hier seither berichtet wurde und wie es weiterging.',
  'command.why': 'Warum ein Artikel hier vorkam oder nicht.',
  'command.settings': 'Zeitzone, Sprache und Ruhezeiten dieses Kanals; mit „to me“ Ihre eigenen.',
  'command.sourcesList': 'Was gelesen wird: Zustand, neuester Artikel und Zahl der Artikel jeder Quelle.',
  'command.sourcesHealth': 'Die Quellen, nach denen jemand sehen sollte.',
  'command.sourcesAdd': 'Einen weiteren Feed lesen (Admins): Adresse der Website oder des Feeds.',
  'command.sourcesRemove': 'Eine Quelle nicht mehr lesen (Admins); was sie veröffentlicht hat, bleibt.',
  'command.forget':
    'Löscht alles zu diesem Arbeitsbereich (Admins); ohne „everything“ nur die Auskunft, was das ist.',
  'command.help': 'Was Sie fragen können; mit einem Befehl dahinter dieser Befehl im Ganzen.',

  'option.what': 'Regionen, Länder, Themen oder Quellen in beliebiger Folge: syrien konflikt',
  'option.words': 'Wörter, „eine Wendung“, -dies nicht; auch AND, OR, NOT und Klammern',
  'option.region': 'Eine Region: naher osten',
  'option.country': 'Ein Land, in einer unserer Sprachen',
  'option.topic': 'Ein Thema: Konflikt, Wirtschaft, …',
  'option.source': 'Ein Medium',
  'option.person': 'Eine Person, wie die Nachrichten sie nennen',
  'option.language': 'Nur, was in dieser Sprache erscheint',
  'option.keywords': 'Wörter mit AND, OR, NOT, „Wendungen“ und Klammern: Getreide AND (Korridor OR Abkommen)',
  'option.since': 'Seit wann: 24h, 3d, yesterday, friday, 2026-03-01',
  'option.until': 'Bis wann: yesterday, friday, 2026-03-01',
  'option.order': 'Die neuesten zuerst oder die passendsten der neuesten',
  'option.page': 'Welche Seite der Treffer',
  'option.story': 'Die Kennung hinter einer Meldung: sts9wNz5DYOPlKypz',
  'option.subscription': 'Die Kennung oder der Titel eines Abos',
  'option.when': 'Wie oft: daily, weekdays, weekends, Wochentage, hourly oder alert',
  'option.at': 'Ortszeiten, mehrere mit Komma: 08:00, 18:30',
  'option.zone': 'Die Zeitzone dieser Zeiten: Europe/Istanbul oder eine Stadt',
  'option.to': 'Hier, an Sie als Direktnachricht (me), oder in einen anderen Kanal',
  'option.quiet': 'Stunden ohne Nachrichten: 22:00-07:00 oder off',
  'option.length': 'Wie viel ein Briefing erzählt',
  'option.model': 'Ob ein Modell die Sätze auswählen und kürzen darf',
  'option.speak': 'Die Sprache unserer eigenen Texte darin',
  'option.outlets': 'Die Eilmeldung wartet, bis so viele unabhängige Medien berichten',
  'option.address': 'Eine Webadresse',
  'option.ownership': 'Wem das Medium gehört: eine Angabe für Leser, nie eine Note',
  'option.title': 'Ein eigener Titel',
  'option.command': 'Ein Befehl, der erklärt werden soll',
  'option.scope': 'Alles in diesem Arbeitsbereich (Admins)',
  'option.which': 'Alles, was ruht oder nicht erreichbar ist und was Sie fortsetzen dürfen',

  'option.confirm': 'Das Wort „everything“ als Bestätigung',
  'kind.region': 'Region',
  'kind.country': 'Land',
  'kind.topic': 'Thema',
  'kind.source': 'Quelle',
  'kind.person': 'Person',
  'kind.language': 'Sprache',

  'action.more': 'Mehr',
  'action.sideBySide': 'Nebeneinander',
  'action.mute': 'Stummschalten',
  'action.unmute': 'Stumm aufheben',
  'action.test': 'Ausprobieren',
  'action.pause': 'Pausieren',
  'action.resume': 'Fortsetzen',
  'action.resumeAll': 'Alle fortsetzen',
  'action.unsubscribe': 'Abo beenden',
  'action.subscriptions': 'Abos',

  'mistake.tooLong': 'Das sind {count, number} Zeichen; bitte fragen Sie mit höchstens {most, number}.',
  'mistake.hidden':
    'In Ihrem Text steht ein unsichtbares Zeichen ({code}), das den Sinn verbergen könnte. Schreiben Sie ihn ohne es.',
  'mistake.command': 'Einen Befehl {word} gibt es nicht. Meinten Sie {names}? „help“ nennt alle.',
  'mistake.option': '{option} ist hier nicht zu verstehen. Dieser Befehl nimmt: {options}.',
  'mistake.optionNear': '{option} gibt es hier nicht; meinten Sie {near}?',
  'mistake.noValue': 'Hinter {option} steht nichts. Schreiben Sie den Wert dazu, etwa since:24h.',
  'mistake.twice': '„{option}“ ist mehrmals angegeben ({values}). Was ist gemeint? Zum Beispiel {example}',
  'mistake.nothing': 'Hinter „{command}“ fehlt etwas: {help}. Zum Beispiel: {example}',
  'mistake.missing': '„{command}“ braucht „{option}“: {help}. Zum Beispiel: {example}',
  'mistake.missingSome': '„{command}“ braucht {options}. Zum Beispiel: {example}',
  'mistake.unexpected':
    '{words} hinter „{command}“ ist nicht zu verstehen. „help {command}“ zeigt, was der Befehl nimmt.',
  'mistake.region':
    'Eine Region {typed} gibt es nicht. Tippen Sie die ersten Buchstaben, um zu sehen, was es gibt, oder nennen Sie Länder.',
  'mistake.regionNear': 'Eine Region {typed} gibt es nicht; meinten Sie {names}?',
  'mistake.country': 'Ein Land {typed} gibt es nicht.',
  'mistake.countryNear': 'Ein Land {typed} gibt es nicht; meinten Sie {names}?',
  'mistake.topic': 'Ein Thema {typed} gibt es nicht. Einem Wort folgen Sie mit keywords.',
  'mistake.topicNear': 'Ein Thema {typed} gibt es nicht; meinten Sie {names}?',
  'mistake.source': 'Eine Quelle {typed} wird nicht gelesen. „sources“ nennt alle.',
  'mistake.sourceNear': 'Eine Quelle {typed} wird nicht gelesen; meinten Sie {names}?',
  'mistake.language': 'Eine Sprache {typed} wird nicht gelesen.',
  'mistake.languageNear': 'Eine Sprache {typed} wird nicht gelesen; meinten Sie {names}?',
  'mistake.person': '{typed} ist kein Name: Es fehlen Buchstaben.',
  'mistake.name': 'Es gibt keine Region, kein Land, kein Thema und keine Quelle {typed}.',
  'mistake.several': '{typed} kann {names} heißen. Schreiben Sie, was Sie meinen.',
  'mistake.nameNear':
    'Es gibt keine Region, kein Land, kein Thema und keine Quelle {typed}; meinten Sie {names}?',
  'mistake.moment':
    'Die Zeitangabe {typed} ist unklar. Versuchen Sie {option}:24h, {option}:3d, {option}:yesterday, {option}:friday oder {option}:2026-03-01.',
  'mistake.address': '{typed} ist keine Webadresse. Kopieren Sie sie ganz, mit https:// davor.',
  'mistake.choice': '„{option}“ kann nicht {typed} sein. Möglich sind: {choices}.',
  'mistake.number':
    '„{option}“ kann nicht {typed} sein. Es muss eine ganze Zahl von {least, number} bis {most, number} sein.',
  'hint.keywords': 'Um einem Wort zu folgen, das kein Name ist, schreiben Sie {example}',
  'hint.search': '„{example}“ sucht danach in allen Artikeln.',

  'hint.help': '„help“ zeigt, was Sie fragen können.',

  'permission.admin': 'Das dürfen nur die Admins dieses Arbeitsbereichs. Wenden Sie sich an sie.',
  'permission.manager':
    'Das darf nur, wer diesen Kanal verwaltet. Wenden Sie sich dorthin, oder nutzen Sie eine Direktnachricht.',
  'permission.outsider':
    'Was dieser Kanal zu hören bekommt, entscheiden nur Leute der Organisation, zu der dieser Bot gehört. Wenden Sie sich an sie.',
  'permission.channelSettings':
    'Die Einstellungen dieses Kanals ändert nur, wer ihn verwaltet. „settings to me …“ ändert Ihre eigenen.',

  'subscribe.what':
    'Wem oder was möchten Sie folgen? Zum Beispiel: subscribe syrien weekdays at 07:30 Europe/Istanbul. „subscribe all“ folgt allem.',
  'subscribe.twin': 'Das wird schon verfolgt: {title} ({id}). Es wurde nichts geändert.',
  'subscribe.channelFull':
    'An einem Ort sind höchstens {most, number} Abos möglich. Beenden Sie zuerst eines: „subscriptions“ nennt alle.',
  'subscribe.ownerFull':
    'Sie haben {most, number} Abos, mehr sind für eine Person nicht möglich. Beenden Sie zuerst eines: „subscriptions“ nennt alle.',
  'edit.nothing':
    'Was soll sich ändern? Zum Beispiel: edit k4f2 at 9:00, edit k4f2 türkei weekdays, edit k4f2 quiet 22:00-07:00',
  'to.unknown': 'Einen Kanal {channel} kenne ich hier nicht. Nennen Sie einen, in dem Sie und ich sind.',
  'to.notYours':
    'Nur wer {channel} verwaltet oder ein Admin kann mich dort sprechen lassen. Geben Sie den Befehl in jenem Kanal selbst ein.',
  'edit.notToYou':
    'Das Abo {id} gehört jemand anderem und kann nicht in Ihre Direktnachrichten wandern. „subscribe … to me“ legt ein eigenes an.',
  'subscription.none':
    'Hier gibt es noch kein Abo. Zum Beispiel: subscribe syrien weekdays at 07:30 Europe/Istanbul',
  'subscription.which': 'Welches? Es gibt: {known}.',
  'subscription.unknown': 'Ein Abo {typed} gibt es hier nicht. Es gibt: {known}.',
  'subscription.others':
    '{count, plural, one {# weiteres ist hier nicht genannt} other {# weitere sind hier nicht genannt}}: „subscriptions“ nennt alle; die Kennung oder der Titel sagt, welches gemeint ist.',
  'subscription.unknownNone': 'Ein Abo {typed} gibt es hier nicht, und auch kein anderes.',
  'subscription.notYours':
    'Das Abo {id} gehört jemand anderem. Ändern kann es, wem es gehört, wer diesen Kanal verwaltet, oder ein Admin.',
  'subscription.fromFile':
    'Das Briefing {id} steht in config/briefings.yaml. Wer diesen Bot betreibt, kann es dort ändern.',
  'subscription.made': 'Sie folgen: {title}',
  'subscription.changed': 'Geändert: {title}',
  'subscription.paused': 'Pausiert: {title}',
  'subscription.resumed': 'Fortgesetzt: {title}',
  'resume.none': 'Nichts, was Sie fortsetzen dürfen, ruht oder ist nicht erreichbar.',
  'resume.more':
    '{count, plural, one {# weiteres wurde auch fortgesetzt} other {# weitere wurden auch fortgesetzt}}: „subscriptions“ zeigt alle.',
  'subscription.ended': 'Beendet: {title}',
  'subscription.tells': 'Thema: {wish}',
  'subscription.speaks': 'Zeiten: {when}',
  'subscription.form': 'Form: {form}',
  'subscription.next': 'Nächstes Mal: {time}',
  'subscription.direct': 'als Direktnachricht',
  'subscription.inChannel': 'in {channel}',
  'subscription.elsewhere': 'in einem anderen Kanal',
  'subscription.id': 'Ändern oder beenden: edit {id}, pause {id}, unsubscribe {id}',
  'subscription.again': 'Fortsetzen: resume {id}',
  'subscription.isPaused': 'pausiert',
  'subscription.unreachable': 'Nicht erreichbar seit: {time}; neuer Versuch: resume {id}',
  'subscription.first': 'Der Stand jetzt:',
  'subscription.firstSent': 'Das erste Briefing ist dorthin unterwegs.',
  'subscription.nothingYet':
    'Keine Meldung der letzten 24 Stunden hätte Alarm ausgelöst. Die nächste, die es tut, kommt sofort.',
  'subscriptions.title': '{count, plural, =0 {Noch keine Abos} one {# Abo} other {# Abos}}',
  'subscriptions.empty': 'Zum Beispiel: subscribe syrien weekdays at 07:30 Europe/Istanbul',
  'trial.title': 'Was {title} von {from} bis {to} geschickt hätte',
  'trial.nothing':
    'Nichts in diesen sieben Tagen. Versuchen Sie es mit weniger Bedingungen, oder warten Sie ab.',
  'trial.serving': '{time}: {count, plural, one {# Meldung} other {# Meldungen}}',
  'trial.leftOut': '{count, plural, one {# Meldung} other {# Meldungen}} ausgelassen',
  'trial.strongest':
    'Es tat sich so viel, dass nur die {count, number} stärksten Meldungen eines Tages angesehen wurden.',
  'trial.earlier': '{count, plural, one {# früheres Mal ist} other {# frühere Male sind}} nicht gezeigt.',
  'trial.late':
    '{count, plural, one {# Meldung musste} other {# Meldungen mussten}} auf eine spätere Stunde warten: In einer gehen höchstens {most, number} Alarme hinaus.',
  'trial.lost':
    '{count, plural, one {# Meldung kam} other {# Meldungen kamen}} nie: Es standen mehr als {most, number} Alarme in der Stunde an, bis die Nachricht alt war.',
  'trial.empty': '{count, plural, one {#-mal} other {#-mal}} gab es nichts zu berichten.',

  'settings.channel': 'Einstellungen dieses Kanals',
  'settings.person': 'Ihre eigenen Einstellungen',
  'settings.changed': 'Geändert.',
  'settings.zone': 'Zeitzone',
  'settings.language': 'Sprache',
  'settings.quiet': 'Ruhezeiten',
  'settings.unset': '{value} (hier nicht eingestellt)',
  'settings.none': 'keine',
  'settings.hours': '{from} bis {to}',
  'settings.hoursIn': '{from} bis {to} ({zone})',
  'settings.how': 'Ändern: settings zone:Europe/Istanbul speak:de quiet:22:00-07:00',

  'briefing.title': 'Briefing',
  'catchup.title': 'Seit {time}',
  'search.what': 'Wonach soll gesucht werden? Zum Beispiel: search Getreidekorridor since:3d',
  'search.moment':
    '„since“ und „until“ sind derselbe Zeitpunkt: Dazwischen liegt nichts. Lassen Sie eines davon weg.',
  'search.period': '„until“ liegt vor „since“, dazwischen gibt es nichts. Tauschen Sie die beiden.',
  'story.unknown':
    'Eine Meldung {id} gibt es nicht. Die Kennung steht hinter jeder Meldung eines Briefings; „search“ findet Meldungen nach Wörtern.',
  'mute.done': 'In diesem Kanal kommt nicht mehr vor: {title} ({id}).',
  'mute.doneBy':
    '{person} hat hier eine Meldung stummgeschaltet. In diesem Kanal kommt nicht mehr vor: {title} ({id}).',
  'mute.none': '{title} ({id}) ist in diesem Kanal nicht stummgeschaltet.',
  'mute.undone': 'Sobald sich etwas tut, kommt in diesem Kanal wieder vor: {title} ({id}).',
  'mute.undoneBy':
    '{person} hat eine Stummschaltung aufgehoben. Sobald sich etwas tut, kommt in diesem Kanal wieder vor: {title} ({id}).',
  'help.unknown': 'Einen Befehl {word} gibt es nicht. Es gibt: {names}.',
  'sources.noFeed':
    'Unter {address} war kein Feed zu finden. Wenn Sie die Adresse des Feeds selbst kennen, geben Sie diese an.',
  'sources.unread': '{address} war nicht zu lesen: {reason}.',
  'sources.known': 'Dieser Feed wird schon gelesen: {name} ({id}).',
  'sources.refused': 'Es wurde nichts geändert: {reason}',
  'sources.added': '{name} ({id}) wird ab jetzt gelesen: {feed}',
  'sources.removed': '{name} wird nicht mehr gelesen. Was veröffentlicht wurde, bleibt.',
  'sources.fixed': 'Die Quellen der Demo lassen sich nicht ändern.',
  'sources.one': 'Welche Quelle? Nennen Sie eine; „sources“ nennt alle.',

  'forget.explain':
    'Das löscht, was ich zu diesem Arbeitsbereich aufbewahre: {subscriptions, plural, =0 {kein Abo} one {# Abo} other {# Abos}}, Einstellungen, stummgeschaltete Meldungen, was berichtet wurde, was noch zu verschicken ist, und meine Anmeldung hier. Artikel bleiben, sie gehören allen. Niemand kann es zurücknehmen. So geht es: forget everything',
  'forget.done':
    'Dieser Arbeitsbereich ist vergessen: {subscriptions, plural, one {# Abo} other {# Abos}} und {messages, plural, one {# Nachricht} other {# Nachrichten}} sind gelöscht, mit Einstellungen, Stummschaltungen und meiner Anmeldung.',
  'forget.terminal':
    'Alles Aufbewahrte liegt hier im Datenverzeichnis. Zum Vergessen beenden Sie das Programm und löschen dieses Verzeichnis.',
  'why.title': 'Warum: {title}',
  'why.unread':
    'Dieser Artikel wurde nicht gelesen. Sein Medium ist unter den Quellen ({source}), aber er stand nicht in dessen Feed oder unter einer anderen Adresse.',
  'why.unknownHost':
    'Dieser Artikel wurde nicht gelesen: {host} ist nicht unter den Quellen. „sources add“ nimmt es auf.',
  'why.read': 'Gelesen',
  'why.readText': '{source}, {time}',
  'why.readVersion': '{source}, {time}; seither geändert, dies ist Fassung {version, number}',
  'why.told-in': 'Sprache',
  'why.about': 'Handelt von',
  'why.mentions': 'Nennt auch',
  'why.topics': 'Themen',
  'why.people': 'Personen',
  'why.copy': 'Text',
  'why.copyText': 'wiederholt einen anderen Bericht (Agentur: {agency})',
  'why.story': 'Meldung',
  'why.storyText':
    '{headline} – {id}, {reports, plural, one {# Artikel} other {# Artikel}}, {independent, plural, one {# unabhängiger Bericht} other {# unabhängige Berichte}}',
  'why.words': '{name} ({words})',
  'why.none': 'nichts gefunden',
  'why.here': 'In diesem Kanal',
  'why.elsewhere': 'In dem, was Sie anderswo verfolgen',
  'why.toldThere': 'Die Meldung kam dort am {time} vor, durch ein anderes Abo oder in einer Antwort.',
  'why.mutedThere': 'Die Meldung ist dort stummgeschaltet; „unmute {id}“ hebt das dort auf.',
  'why.noSubscription': 'Hier wird nichts verfolgt, also kommt nichts von selbst.',
  'why.told': 'Berichtet am {time}.',
  'why.toldHere':
    'Die Meldung kam in diesem Kanal am {time} vor, durch ein anderes Abo oder in einer Antwort.',
  'why.sending': 'Beschlossen am {time}; wird gerade verschickt.',
  'why.uncertain':
    'Verschickt am {time}, aber der Bot endete währenddessen: Vielleicht ist es nicht angekommen.',
  'why.failed': 'Fällig am {time}, aber die Nachricht ließ sich nicht verschicken: {reason}',
  'why.paused': 'Passt, aber das Abo ist pausiert.',
  'why.old':
    'Passt, war aber schon von {time}, als er zuerst gelesen wurde: ein Archivstück, keine Nachricht.',
  'why.fewOutlets':
    'Passt. {reports, plural, one {# unabhängiges Medium berichtet} other {# unabhängige Medien berichten}}; die Eilmeldung wartet auf {outlets, number}.',
  'why.before': 'Passt, aber die Geschichte hat sich zuletzt bewegt, bevor dem gefolgt wurde.',
  'why.late':
    'Passt, wurde aber nicht gemeldet, solange es frisch war: Die Eilmeldungen hatten ihre Grenze für die Stunde erreicht, oder der Bot lief nicht.',
  'why.soon':
    'Passt. Kommt in wenigen Minuten, sofern die Eilmeldungen ihre Grenze für die Stunde nicht erreicht haben.',
  'why.quiet': 'Passt. Wartet auf das Ende der Ruhezeit am {time}.',
  'why.noRoom':
    'Passt, aber das Briefing vom {time} hatte nur Platz für {most, number} Meldungen, und andere waren stärker.',
  'why.next': 'Passt. Kommt im nächsten Briefing am {time}, wenn stärkere Meldungen es nicht füllen.',
  'why.noNext': 'Passt, aber das Abo hat keinen nächsten Termin.',
  'why.place': 'Handelt nicht vom Gewünschten ({wish}), sondern von {places}.',
  'why.noPlace': 'Darin war kein Ort zu finden; gewünscht ist {wish}.',
  'why.topic': 'Keines der gewünschten Themen: {wish}.',
  'why.source': 'Von keinem der gewünschten Medien berichtet: {wish}.',
  'why.person': 'Nennt keine der gewünschten Personen: {wish}.',
  'why.language': 'In keiner der gewünschten Sprachen erschienen: {wish}.',
  'why.keywords': 'Enthält die gewünschten Stichwörter nicht: {wish}.',
  'why.muted': 'Die Meldung ist hier stummgeschaltet; „unmute {id}“ hebt das auf.',
}
