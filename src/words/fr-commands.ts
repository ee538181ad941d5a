import type { CommandTexts } from './catalogues.ts'

/** What commands ask, answer and explain, in French. */
export const frCommands: CommandTexts = {
  'command.briefing':
    'Un bulletin tout de suite : sur tout ou sur ce que vous nommez ; sinon les dernières 24 heures.',
  'command.search':
    'Chercher : tous les mots, « une locution », -sauf ceci, ou avec AND, OR, NOT et parenthèses.',
  'command.story': 'Un sujet, tous ses médias côte à côte.',
  'command.subscribe': 'Suivre un sujet ici ou en message privé : à heures fixes, chaque heure ou en alerte.',
  'command.subscriptions': 'Les abonnements de ce canal et ce que vous suivez ailleurs.',
  'command.unsubscribe': 'Mettre fin à un abonnement.',
  'command.pause': 'Suspendre un abonnement jusqu’à ce que vous le repreniez.',
  'command.resume': 'Reprendre un abonnement suspendu.',
  'command.edit': 'Changer ce que vous nommez dans un abonnement ; le reste ne bouge pas.',
  'command.test': 'Ce qu’un abonnement aurait envoyé ces sept derniers jours ; rien n’est envoyé.',
  'command.mute': 'Ne plus parler d’un sujet dans ce canal.',
  'command.unmute': 'Parler de nouveau d’un sujet mis en sourdine.',
  'command.catchup': 'Pour qui s’est absenté : ce qui a été dit ici depuis, et la suite.',
  'command.why': 'Pourquoi un article a été signalé ici, ou ne l’a pas été.',
  'command.settings': 'Fuseau, langue et heures calmes de ce canal ; avec « to me », vos propres réglages.',
  'command.sourcesList': 'Ce qui est lu : état, dernier article et nombre d’articles de chaque source.',
  'command.sourcesHealth': 'Les sources dont quelqu’un devrait s’occuper.',
  'command.sourcesAdd': 'Lire un flux de plus (admins) : l’adresse du site ou du flux.',
  'command.sourcesRemove': 'Ne plus lire une source (admins) ; ce qu’elle a publié reste.',
  'command.forget':
    'Effacer tout ce qui est gardé de cet espace (admins) ; sans « everything », dit ce que c’est.',
  'command.help': 'Ce que vous pouvez demander ; suivi d’une commande, cette commande en détail.',

  'option.what': 'Régions, pays, thèmes ou sources, dans n’importe quel ordre : syrie conflit',
  'option.words': 'Mots, « une locution », -sauf ceci ; AND, OR, NOT et parenthèses aussi',
  'option.region': 'Une région : moyen-orient',
  'option.country': 'Un pays, dans l’une de nos langues',
  'option.topic': 'Un thème : conflit, économie, …',
  'option.source': 'Un média',
  'option.person': 'Une personne, telle que les médias la nomment',
  'option.language': 'Seulement ce qui paraît dans cette langue',
  'option.keywords': 'Mots avec AND, OR, NOT, « locutions » et parenthèses : blé AND (corridor OR accord)',
  'option.since': 'Depuis quand : 24h, 3d, yesterday, friday, 2026-03-01',
  'option.until': 'Jusqu’à quand : yesterday, friday, 2026-03-01',
  'option.order': 'Les plus récents d’abord, ou les plus pertinents des récents',
  'option.page': 'Quelle page de résultats',
  'option.story': 'L’identifiant qui suit un sujet : sts9wNz5DYOPlKypz',
  'option.subscription': 'L’identifiant ou le titre d’un abonnement',
  'option.when': 'À quel rythme : daily, weekdays, weekends, des jours de la semaine, hourly ou alert',
  'option.at': 'Heures locales, séparées par des virgules : 08:00, 18:30',
  'option.zone': 'Le fuseau de ces heures : Europe/Istanbul, ou une ville',
  'option.to': 'Ici, à vous en message privé (me), ou dans un autre canal',
  'option.quiet': 'Heures sans messages : 22:00-07:00, ou off',
  'option.length': 'La longueur d’un bulletin',
  'option.model': 'Si un modèle peut choisir et raccourcir les phrases',
  'option.speak': 'La langue de nos propres textes',
  'option.outlets': 'L’alerte attend que tant de médias indépendants rapportent le sujet',
  'option.address': 'Une adresse web',
  'option.ownership': 'À qui est le média : une indication pour le lecteur, jamais une note',
  'option.title': 'Un titre de votre choix',
  'option.command': 'Une commande à expliquer',
  'option.scope': 'Tout cet espace de travail (admins)',
  'option.which': 'Tout ce qui est suspendu ou injoignable et que vous pouvez reprendre',

  'option.confirm': 'Le mot « everything », pour confirmer',
  'kind.region': 'région',
  'kind.country': 'pays',
  'kind.topic': 'thème',
  'kind.source': 'source',
  'kind.person': 'personne',
  'kind.language': 'langue',

  'action.more': 'Suite',
  'action.sideBySide': 'Côte à côte',
  'action.mute': 'Mettre en sourdine',
  'action.unmute': 'Lever la sourdine',
  'action.test': 'Essayer',
  'action.pause': 'Suspendre',
  'action.resume': 'Reprendre',
  'action.resumeAll': 'Tout reprendre',
  'action.unsubscribe': 'Se désabonner',
  'action.subscriptions': 'Abonnements',

  'mistake.tooLong':
    'Votre texte compte {count, number} caractères ; {most, number} au plus, s’il vous plaît.',
  'mistake.hidden':
    'Votre texte contient un caractère invisible ({code}) qui pourrait en cacher le sens. Retapez-le sans ce caractère.',
  'mistake.command':
    'La commande {word} n’existe pas. Vouliez-vous dire {names} ? « help » les montre toutes.',
  'mistake.option': '{option} n’est pas compris ici. Options de cette commande : {options}.',
  'mistake.optionNear': '{option} n’est pas une option ici ; vouliez-vous dire {near} ?',
  'mistake.noValue': 'Il n’y a rien après {option}. Ajoutez la valeur, par exemple since:24h.',
  'mistake.twice':
    '« {option} » est donné plusieurs fois ({values}). Lequel voulez-vous ? Par exemple {example}',
  'mistake.nothing': 'Il manque quelque chose après « {command} » : {help}. Par exemple : {example}',
  'mistake.missing': '« {command} » demande « {option} » : {help}. Par exemple : {example}',
  'mistake.missingSome': '« {command} » demande {options}. Par exemple : {example}',
  'mistake.unexpected':
    '{words} n’est pas compris après « {command} ». « help {command} » montre ce que la commande accepte.',
  'mistake.region':
    'Aucune région {typed}. Tapez les premières lettres pour voir ce qui existe, ou nommez des pays.',
  'mistake.regionNear': 'Aucune région {typed} ; vouliez-vous dire {names} ?',
  'mistake.country': 'Aucun pays {typed}.',
  'mistake.countryNear': 'Aucun pays {typed} ; vouliez-vous dire {names} ?',
  'mistake.topic': 'Aucun thème {typed}. Pour suivre un mot, utilisez keywords.',
  'mistake.topicNear': 'Aucun thème {typed} ; vouliez-vous dire {names} ?',
  'mistake.source': 'Aucune source {typed}. « sources » les montre toutes.',
  'mistake.sourceNear': 'Aucune source {typed} ; vouliez-vous dire {names} ?',
  'mistake.language': 'Aucune langue lue ne correspond à {typed}.',
  'mistake.languageNear': 'Aucune langue lue ne correspond à {typed} ; vouliez-vous dire {names} ?',
  'mistake.person': '{typed} n’est pas un nom : il y faut des lettres.',
  'mistake.name': 'Aucune région, aucun pays, thème ni source {typed}.',
  'mistake.several': '{typed} peut désigner {names}. Écrivez celui que vous voulez.',
  'mistake.nameNear': 'Aucune région, aucun pays, thème ni source {typed} ; vouliez-vous dire {names} ?',
  'mistake.moment':
    'Impossible de situer {typed}. Essayez {option}:24h, {option}:3d, {option}:yesterday, {option}:friday ou {option}:2026-03-01.',
  'mistake.address': '{typed} n’est pas une adresse web. Copiez-la en entier, avec https:// devant.',
  'mistake.choice': '« {option} » ne peut pas être {typed}. Choix possibles : {choices}.',
  'mistake.number':
    '« {option} » ne peut pas être {typed}. Il faut un nombre entier de {least, number} à {most, number}.',
  'hint.keywords': 'Pour suivre un mot qui n’est pas un nom, écrivez {example}',
  'hint.search': '« {example} » le cherche dans tous les articles.',

  'hint.help': '« help » montre ce que vous pouvez demander.',

  'permission.admin': 'Seuls les admins de cet espace de travail le peuvent. Adressez-vous à l’un d’eux.',
  'permission.manager':
    'Seuls les responsables de ce canal le peuvent. Adressez-vous à l’un d’eux, ou faites-le en message privé.',
  'permission.outsider':
    'Seuls les membres de l’organisation à laquelle ce bot appartient décident de ce que ce canal entend. Adressez-vous à l’un d’eux.',
  'permission.channelSettings':
    'Seuls les responsables de ce canal en changent les réglages. « settings to me … » change les vôtres.',

  'subscribe.what':
    'Que voulez-vous suivre ? Par exemple : subscribe syrie weekdays at 07:30 Europe/Istanbul. « subscribe all » suit tout.',
  'subscribe.twin': 'Ceci est déjà suivi : {title} ({id}). Rien n’a changé.',
  'subscribe.channelFull':
    'Un même endroit accepte au plus {most, number} abonnements. Mettez fin à l’un d’eux : « subscriptions » les montre.',
  'subscribe.ownerFull':
    'Vous avez {most, number} abonnements, le maximum pour une personne. Mettez fin à l’un d’eux : « subscriptions » les montre.',
  'edit.nothing':
    'Que faut-il changer ? Par exemple : edit k4f2 at 9:00, edit k4f2 turquie weekdays, edit k4f2 quiet 22:00-07:00',
  'to.unknown': 'Je ne connais ici aucun canal {channel}. Nommez-en un où vous et moi sommes présents.',
  'to.notYours':
    'Seuls les responsables de {channel}, ou un admin, peuvent m’y faire parler. Utilisez la commande dans ce canal même.',
  'edit.notToYou':
    'L’abonnement {id} est à quelqu’un d’autre : il ne peut pas passer dans vos messages privés. « subscribe … to me » en crée un à vous.',
  'subscription.none':
    'Il n’y a pas encore d’abonnement ici. Par exemple : subscribe syrie weekdays at 07:30 Europe/Istanbul',
  'subscription.which': 'Lequel ? Il y a : {known}.',
  'subscription.unknown': 'Il n’y a pas d’abonnement {typed} ici. Il y a : {known}.',
  'subscription.others':
    '{count, plural, one {# autre n’est pas nommé ici} many {# autres ne sont pas nommés ici} other {# autres ne sont pas nommés ici}} : « subscriptions » les donne tous, l’identifiant ou le titre dit lequel.',
  'subscription.unknownNone': 'Il n’y a ici ni abonnement {typed} ni aucun autre.',
  'subscription.notYours':
    'L’abonnement {id} est à quelqu’un d’autre. Son titulaire, un responsable de ce canal ou un admin peut le changer.',
  'subscription.fromFile':
    'Le bulletin {id} est inscrit dans config/briefings.yaml. La personne qui gère ce bot peut l’y changer.',
  'subscription.made': 'Vous suivez {title}',
  'subscription.changed': 'Modifié : {title}',
  'subscription.paused': 'Suspendu : {title}',
  'subscription.resumed': 'Repris : {title}',
  'resume.none': 'Rien de ce que vous pouvez reprendre n’est suspendu ni injoignable.',
  'resume.more':
    '{count, plural, one {# autre a aussi repris} many {# autres ont aussi repris} other {# autres ont aussi repris}} : « subscriptions » les montre tous.',
  'subscription.ended': 'Terminé : {title}',
  'subscription.tells': 'Sujet : {wish}',
  'subscription.speaks': 'Rythme : {when}',
  'subscription.form': 'Forme : {form}',
  'subscription.next': 'Prochain envoi : {time}',
  'subscription.direct': 'en message privé',
  'subscription.inChannel': 'dans {channel}',
  'subscription.elsewhere': 'dans un autre canal',
  'subscription.id': 'Pour le changer ou y mettre fin : edit {id}, pause {id}, unsubscribe {id}',
  'subscription.again': 'Pour le reprendre : resume {id}',
  'subscription.isPaused': 'suspendu',
  'subscription.unreachable': 'Injoignable depuis : {time} ; pour réessayer : resume {id}',
  'subscription.first': 'Ce qu’il en est maintenant :',
  'subscription.firstSent': 'Son premier bulletin est en route.',
  'subscription.nothingYet':
    'Aucun sujet des dernières 24 heures n’aurait déclenché d’alerte. Le prochain vous parvient aussitôt.',
  'subscriptions.title':
    '{count, plural, =0 {Pas encore d’abonnement} one {# abonnement} many {# abonnements} other {# abonnements}}',
  'subscriptions.empty': 'Par exemple : subscribe syrie weekdays at 07:30 Europe/Istanbul',
  'trial.title': 'Ce que {title} aurait envoyé du {from} au {to}',
  'trial.nothing': 'Rien en sept jours. Essayez avec moins de critères, ou attendez l’actualité.',
  'trial.serving': '{time} : {count, plural, one {# sujet} many {# sujets} other {# sujets}}',
  'trial.leftOut': '{count, plural, one {# sujet écarté} many {# sujets écartés} other {# sujets écartés}}',
  'trial.strongest':
    'Il s’est passé tant de choses que seuls les {count, number} sujets les plus forts d’une journée ont été examinés.',
  'trial.earlier':
    '{count, plural, one {# envoi antérieur n’est pas montré} many {# envois antérieurs ne sont pas montrés} other {# envois antérieurs ne sont pas montrés}}.',
  'trial.late':
    '{count, plural, one {# sujet a attendu} many {# sujets ont attendu} other {# sujets ont attendu}} une heure suivante : il part au plus {most, number} alertes par heure.',
  'trial.lost':
    '{count, plural, one {# sujet n’est jamais venu} many {# sujets ne sont jamais venus} other {# sujets ne sont jamais venus}} : plus de {most, number} alertes par heure étaient dues jusqu’à ce que l’information soit ancienne.',
  'trial.empty': '{count, plural, one {# fois} many {# fois} other {# fois}}, il n’y avait rien à dire.',

  'settings.channel': 'Réglages de ce canal',
  'settings.person': 'Vos propres réglages',
  'settings.changed': 'C’est changé.',
  'settings.zone': 'Fuseau horaire',
  'settings.language': 'Langue',
  'settings.quiet': 'Heures calmes',
  'settings.unset': '{value} (non réglé ici)',
  'settings.none': 'aucune',
  'settings.hours': 'de {from} à {to}',
  'settings.hoursIn': 'de {from} à {to} ({zone})',
  'settings.how': 'Pour les changer : settings zone:Europe/Istanbul speak:fr quiet:22:00-07:00',

  'briefing.title': 'Bulletin',
  'catchup.title': 'Depuis le {time}',
  'search.what': 'Que faut-il chercher ? Par exemple : search corridor céréales since:3d',
  'search.moment':
    '« since » et « until » sont le même moment : il n’y a rien entre les deux. Retirez l’un d’eux.',
  'search.period': '« until » précède « since » : il n’y a rien entre les deux. Inversez-les.',
  'story.unknown':
    'Aucun sujet {id}. L’identifiant suit chaque sujet d’un bulletin ; « search » trouve les sujets par mots.',
  'mute.done': 'Ce canal n’entendra plus parler de {title} ({id}).',
  'mute.doneBy': 'Sur décision de {person}, ce canal n’entendra plus parler de {title} ({id}).',
  'mute.none': '{title} ({id}) n’est pas masqué dans ce salon.',
  'mute.undone': 'Ce canal entendra de nouveau parler de {title} ({id}) dès qu’il y aura du nouveau.',
  'mute.undoneBy':
    'Sur décision de {person}, ce canal entendra de nouveau parler de {title} ({id}) dès qu’il y aura du nouveau.',
  'help.unknown': 'La commande {word} n’existe pas. Il y a : {names}.',
  'sources.noFeed':
    'Aucun flux trouvé à {address}. Si vous connaissez l’adresse du flux lui-même, donnez-la.',
  'sources.unread': 'Impossible de lire {address} : {reason}.',
  'sources.known': 'Ce flux est déjà lu : {name} ({id}).',
  'sources.refused': 'Rien n’a changé : {reason}',
  'sources.added': '{name} ({id}) est lu désormais : {feed}',
  'sources.removed': '{name} n’est plus lu. Ce qu’il a publié reste.',
  'sources.fixed': 'Les sources de la démo ne peuvent pas être modifiées.',
  'sources.one': 'Quelle source ? Nommez-en une ; « sources » les montre.',

  'forget.explain':
    'Ceci efface ce que je garde de cet espace de travail : {subscriptions, plural, =0 {aucun abonnement} one {# abonnement} many {# abonnements} other {# abonnements}}, les réglages, les sujets en sourdine, ce qui a été dit, ce qui attend d’être envoyé, et ma connexion ici. Les articles restent, ils sont à tout le monde. C’est sans retour. Pour le faire : forget everything',
  'forget.done':
    'J’ai oublié cet espace de travail : {subscriptions, plural, one {# abonnement} many {# abonnements} other {# abonnements}} et {messages, plural, one {# message} many {# messages} other {# messages}} effacés, avec les réglages, les sourdines et ma connexion.',
  'forget.terminal':
    'Tout ce qui est gardé ici se trouve dans le répertoire de données. Pour l’oublier, quittez et supprimez ce répertoire.',
  'why.title': 'Pourquoi : {title}',
  'why.unread':
    'Cet article n’a pas été lu. Son média est parmi les sources ({source}), mais l’article n’était pas dans son flux, ou sous une autre adresse.',
  'why.unknownHost':
    'Cet article n’a pas été lu : {host} n’est pas parmi les sources. « sources add » l’ajoute.',
  'why.read': 'Lu',
  'why.readText': '{source}, {time}',
  'why.readVersion': '{source}, {time} ; modifié depuis, ceci est la version {version, number}',
  'why.told-in': 'Langue',
  'why.about': 'À propos de',
  'why.mentions': 'Cite aussi',
  'why.topics': 'Thèmes',
  'why.people': 'Personnes',
  'why.copy': 'Texte',
  'why.copyText': 'reprend un autre article (agence : {agency})',
  'why.story': 'Sujet',
  'why.storyText':
    '{headline} – {id}, {reports, plural, one {# article} many {# articles} other {# articles}}, {independent, plural, one {# article indépendant} many {# articles indépendants} other {# articles indépendants}}',
  'why.words': '{name} ({words})',
  'why.none': 'rien trouvé',
  'why.here': 'Dans ce canal',
  'why.elsewhere': 'Dans ce que vous suivez ailleurs',
  'why.toldThere': 'Son sujet a été signalé là-bas le {time}, par un autre abonnement ou dans une réponse.',
  'why.mutedThere': 'Son sujet est en sourdine là-bas ; « unmute {id} », écrit là-bas, la lève.',
  'why.noSubscription': 'Rien n’est suivi ici, donc rien n’est signalé de soi-même.',
  'why.told': 'Signalé le {time}.',
  'why.toldHere':
    'Son sujet a été signalé dans ce canal le {time}, par un autre abonnement ou dans une réponse.',
  'why.sending': 'Décidé le {time} ; envoi en cours.',
  'why.uncertain': 'Envoyé le {time}, mais le bot s’est arrêté entre-temps : ce n’est peut-être pas arrivé.',
  'why.failed': 'Aurait dû être signalé le {time}, mais le message n’a pas pu partir : {reason}',
  'why.paused': 'Il convient, mais l’abonnement est suspendu.',
  'why.old':
    'Il convient, mais il datait déjà du {time} à sa première lecture : une archive, pas une nouvelle.',
  'why.fewOutlets':
    'Il convient. {reports, plural, one {# média indépendant le rapporte} many {# médias indépendants le rapportent} other {# médias indépendants le rapportent}} ; l’alerte en attend {outlets, number}.',
  'why.before': 'Il convient, mais l’histoire a bougé pour la dernière fois avant cet abonnement.',
  'why.late':
    'Il convient, mais il n’a pas été annoncé à temps : les alertes avaient atteint leur limite pour l’heure, ou le bot ne fonctionnait pas.',
  'why.soon':
    'Il convient. Il arrive dans quelques minutes, sauf si les alertes ont atteint leur limite pour l’heure.',
  'why.quiet': 'Il convient. Il attend la fin des heures de silence, le {time}.',
  'why.noRoom':
    'Il convient, mais le bulletin du {time} n’avait de place que pour {most, number} sujets et d’autres étaient plus forts.',
  'why.next':
    'Il convient. Il viendra dans le prochain bulletin, le {time}, sauf si des sujets plus forts le remplissent.',
  'why.noNext': 'Il convient, mais l’abonnement n’a plus de rendez-vous.',
  'why.place': 'Il ne porte pas sur ce qui est suivi ({wish}) mais sur {places}.',
  'why.noPlace': 'Aucun lieu n’y a été trouvé ; suivi : {wish}.',
  'why.topic': 'Aucun des thèmes suivis : {wish}.',
  'why.source': 'Aucun des médias suivis ne le rapporte : {wish}.',
  'why.person': 'Aucune des personnes suivies n’y est citée : {wish}.',
  'why.language': 'N’a paru dans aucune des langues suivies : {wish}.',
  'why.keywords': 'Ne contient pas les mots-clés suivis : {wish}.',
  'why.muted': 'Son sujet est en sourdine ici ; « unmute {id} » la lève.',
}
