# The words of signatures.

# Signing.
signatures-sign-title = Signer : { $title }
signatures-your-signature = Votre signature
signatures-sign-heading = Signer pour votre organisation
signatures-text-moved = Le texte a été modifié pendant votre lecture. Rien n’est signé. Voici ce qui a changé :
signatures-was-prepared = La signature de { $name } a été préparée le { $time } et attend qu’une personne habilitée l’approuve depuis le courriel qu’elle a reçu.
signatures-no-longer-signed = Cette lettre ne peut plus être signée.
signatures-what-is-kept = Ce qui est conservé à votre sujet
signatures-has-signed = { $name } a signé cette lettre.
signatures-is-counted-only = Son nom n’est pas publié : elle est comptée, mais pas nommée.
signatures-answer-asked-lead = Votre réponse est attendue :
signatures-answer-asked = le texte a changé depuis.
signatures-keep-or-withdraw = Maintenir ou retirer
signatures-see-on-list = La voir sur la liste
signatures-shown-once-public = La lettre n’est pas encore publique. Le nom sera affiché dès qu’elle le sera.
signatures-receipt = Le reçu de cette signature
signatures-withdraw = Retirer la signature
signatures-appear = Comme vous souhaitez qu’il apparaisse
signatures-name-in-letter = Nom dans cette lettre
signatures-name-in-letter-hint = Laissez vide pour garder le nom de votre organisation.
signatures-acronym = Sigle
signatures-members = Au nom de combien de membres
signatures-save = Enregistrer
signatures-signs-for-none = Votre compte ne signe encore pour aucune organisation.
signatures-register = Inscrire votre organisation
signatures-for-which = Pour quelle organisation ?
signatures-sign = Signer
signatures-for-line-or-none = Là où se trouve la ligne, ou sans coalition
signatures-for-none = Sans coalition
signatures-for = Pour { $name }
signatures-another-one = une autre
signatures-verification-asked = Cette lettre demande : { $asks }. Votre organisation : { $verified }. Sa signature attend donc d’être examinée par la coordination avant de figurer sur la liste.
signatures-signed-by = Signé par
signatures-title = Fonction
signatures-stand-under = Figurer sous
signatures-shown-to-public = Ce que voit le public
signatures-shows-organization = L’organisation seulement
signatures-shows-representative = L’organisation et qui a signé pour elle
signatures-shows-nothing = Nous compter sans nous nommer
signatures-ends-protection = Votre organisation n’apparaît pas sur les pages publiques de ce site. Signer avec son nom y met fin.
signatures-prepare-what = Une personne habilitée de votre organisation reçoit un courriel, lit le texte et approuve. Rien n’est signé avant.
signatures-prepare = Préparer la signature
signatures-you-declare = Vous le déclarez en tant que { $name } ({ $role }), depuis { $email }. Les membres de l’organisation et la coordination de la lettre peuvent le lire, et chaque propriétaire reçoit un courriel ; le public voit ce que vous avez choisi ci-dessus.
signatures-sign-this = Signer cette lettre
signatures-can-withdraw = Vous pouvez vous retirer à tout moment, sur cette page.
signatures-line-waits = La liste comporte une ligne à confirmer
signatures-line-ours = { $name }, c’est nous : confirmer. La ligne garde sa place et son nom ; vous pourrez les modifier ensuite.
signatures-line-another = { $name } est une autre organisation : signer à côté d’elle.

# What was declared.
signatures-declares-signed = J’ai qualité pour signer au nom de { $organization }. J’appose son nom au bas de cette lettre, dans le texte exact qui m’a été présenté.
signatures-declares-approved = Je suis { $person } et j’ai qualité pour signer au nom de { $organization }. J’appose son nom au bas de cette lettre, dans le texte exact qui m’a été présenté.
signatures-declares-kept = J’ai qualité pour signer au nom de { $organization }. Je maintiens son nom au bas de cette lettre, dans le texte modifié exact qui m’a été présenté.
signatures-declares-prepared = Je prépare la signature de { $organization }. Elle n’est donnée que par une autre personne habilitée.
signatures-role-owner = propriétaire
signatures-role-signatory = signataire
signatures-role-member = membre
signatures-declared-signed = { $person } a signé le { $time }, version { $revision }.
signatures-declared-prepared = { $person } a préparé la signature le { $time }, version { $revision }.
signatures-declared-approved = { $person } a approuvé et donné la signature le { $time }, version { $revision }.
signatures-declared-kept = { $person } a maintenu la signature sous le texte modifié le { $time }, version { $revision }.
signatures-declared-by = { $name } ({ $role })
signatures-declared-by-from = { $name } ({ $role }, { $email })
signatures-somebody-erased = Une personne dont le nom est effacé

# Where a signature stands.
signatures-waits-lead = Elle attend d’être examinée par la coordination de la lettre
signatures-waits-off = { $lead } ; d’ici là, elle n’est ni sur la liste ni comptée. Cette lettre demande : { $asks }. Un courriel vous informera de la décision.
signatures-suspended-lead = Elle est suspendue
signatures-suspended-off = { $lead } : le { $time }, un propriétaire a dit qu’elle n’était pas autorisée. Elle est retirée de la liste et n’est pas comptée tant que la coordination de la lettre n’a pas décidé.
signatures-who-declared = Qui a déclaré quoi
signatures-you-confirmed = Vous l’avez confirmée. Un autre propriétaire dit qu’elle n’était pas autorisée : la coordination de la lettre décide.
signatures-confirm-what = Si vous savez qu’elle est autorisée, confirmez-la. Si c’est vous qui aviez dit le contraire, elle est aussitôt rétablie.
signatures-confirm = Confirmer la signature

# Withdrawing, and what an owner can say, from a mail.
signatures-was-withdrawn = Le nom de { $name } ne figure pas sous cette lettre : il a été retiré le { $time }.
signatures-was-delivered-before = Ce qui a été remis auparavant reste tel quel. La coordination de la lettre a reçu un courriel et sait qui prévenir.
signatures-can-come-back = Vous pouvez revenir tant que la lettre est ouverte. Il faut pour cela se connecter, afin que personne ne signe pour vous avec ce seul courriel.
signatures-sign-in-and-sign = Se connecter et signer de nouveau
signatures-has-signed-waits = { $name } a signé cette lettre. La signature attend depuis le { $time } d’être examinée par la coordination de la lettre ; elle n’est pas encore sur la liste ni comptée.
signatures-has-signed-suspended = { $name } a signé cette lettre. Le { $time }, un propriétaire a dit que la signature n’était pas autorisée ; elle est retirée de la liste tant que la coordination de la lettre n’a pas décidé.
signatures-leaves-at-once = Le nom quitte aussitôt la liste et le compte.
signatures-leaves-a-trace = La lettre est publique : son historique indique donc que l’organisation s’est retirée, et quand.
signatures-leaves-no-trace = La lettre n’est pas publique, et il n’en restera aucune trace.
signatures-leaves-delivered = Ce qui a été remis reste tel quel ; la coordination de la lettre reçoit un courriel et sait qui prévenir.
signatures-sign-in-see-letter = Se connecter et voir la lettre
signatures-sign-in-see-signature = Se connecter et voir la signature
signatures-was-authorised = Était-ce autorisé ?
signatures-owner-of = Vous êtes propriétaire de { $name }, qui a signé cette lettre :
signatures-not-authorised = Ce n’était pas autorisé
signatures-objection-does = Le nom quitte aussitôt la liste et le compte. La personne qui a signé, les autres propriétaires de votre organisation et la coordination de la lettre reçoivent un courriel ; la coordination décide de le rétablir, ce qui exige la confirmation d’un propriétaire, ou de l’enlever.
signatures-what-happened = Que s’est-il passé ?
signatures-coordinators-read = La coordination de la lettre le lit.
signatures-is-suspended = La signature est suspendue
signatures-suspended-title = Suspendue
signatures-objected = Le nom de { $name } est retiré de la liste et n’est pas compté. La coordination de la lettre a reçu un courriel et décide. Si c’était une erreur, connectez-vous et confirmez la signature : elle est alors rétablie.

# Keeping or withdrawing.
signatures-question-over = La question est close
signatures-your-answer = Votre réponse
signatures-moved-again = Le texte a de nouveau été modifié pendant votre lecture. Voici ce qui a changé depuis votre signature ; veuillez répondre encore une fois.
signatures-text-says-else = { $name } a signé la version { $signed } de cette lettre. Son texte est à présent la version { $current }, et il dit autre chose.
signatures-keep-was-prepared = Le { $time }, quelqu’un a préparé le maintien de la signature. Il attend qu’une autre personne habilitée l’approuve depuis le courriel qu’elle a reçu.
signatures-changed-since = Ce qui a changé depuis votre signature
signatures-coordinators-say = La coordination écrit :
signatures-ended-by-delivery = La lettre a été remise le { $time }, ce qui a clos cette question.
signatures-stayed-until-delivery = Personne n’avait répondu : la signature figure donc sous la version { $revision } dans ce qui a été remis. Elle peut encore être retirée : le nom quitte alors la liste sur ce site, sans rien changer à ce qui a été remis.
signatures-date-was = La date limite de réponse était le { $time }. Personne n’a répondu : la signature figure donc sous la version { $revision }, et les lecteurs le voient.
signatures-can-still-answer = Vous pouvez encore répondre.
signatures-can-only-withdraw = La lettre ne peut plus être signée ; la signature peut être retirée.
signatures-answer-by-or-leave = Veuillez répondre avant le { $time }. Sans réponse, l’organisation quitte la liste.
signatures-answer-by-or-stay = Veuillez répondre avant le { $time }. Sans réponse, l’organisation reste sur la liste, avec la mention qu’elle a signé la version { $revision }.
signatures-keep = Maintenir la signature
signatures-keep-takes-two = Votre organisation exige deux personnes pour chaque signature : le maintien est préparé ici, et une autre personne habilitée l’approuve depuis un courriel.
signatures-keep-declares = Qui la maintient déclare : { $words }
signatures-keep-does = La maintenir place la signature sous le texte actuel (version { $revision }).
signatures-withdraw-does = La retirer enlève le nom de la liste.
signatures-kept = { $name } maintient sa signature, sous la version { $revision }.
signatures-has-withdrawn = { $name } a retiré sa signature.
signatures-left-by-delivery = Personne n’avait répondu : { $name } ne figure donc pas sous ce qui a été remis.
signatures-left-by-silence = Personne n’a répondu à temps : { $name } a donc quitté la liste.
signatures-stands-under = { $name } figure sous la version { $revision }.
signatures-question-answered = Cette question a reçu sa réponse.
signatures-change-your-mind = Pour changer d’avis, { $here }.
signatures-change-your-mind-here = connectez-vous et voyez la signature

# Names that are withheld.
signatures-withholding-protects = Le public lit combien de noms ne sont pas publiés, et rien du vôtre. La coordination de cette lettre peut consulter votre nom ; chaque consultation est consignée.
signatures-withholding-does-not = Cela ne protège pas de ce qui est déjà connu : qui a appris de vous que vous signez, ou là où la signature de votre organisation était publique auparavant.
signatures-withheld-by-coordinators = La coordination de cette lettre ne publie pas le nom, pour protéger votre organisation. Pour qu’il soit montré, adressez-vous à elle : elle met fin à cette protection, puis vous le montrez ici.
signatures-show-name = Montrer le nom
signatures-show-name-does = Le nom figure alors sur la liste, visible de tous.
signatures-show-name-does-protected = Le nom figure alors sur la liste, visible de tous, et votre organisation a de nouveau une page publique ici.
signatures-withhold-name = Ne pas publier le nom
signatures-withhold-name-does = La signature reste et est comptée ; le public lit qu’une organisation de plus a signé, sans savoir laquelle. La coordination peut consulter le nom ; chaque consultation est consignée.
signatures-withhold-name-public = La lettre est publique : les copies faites par des lecteurs, des moteurs de recherche ou ses destinataires gardent le nom.
signatures-withhold-name-delivered = Elle a été remise avec le nom ; les fichiers remis ne sont alors plus proposés ici, mais le destinataire a les siens.
signatures-names-withheld = { $count ->
    [one] { $count } nom n’est pas publié. Il est compté et ne figure que sur une seule page. Chaque consultation de celle-ci est consignée dans le journal de la lettre.
   *[other] { $count } noms ne sont pas publiés. Ils sont comptés et ne figurent que sur une seule page. Chaque consultation de celle-ci est consignée dans le journal de la lettre.
}
signatures-look-up = { $count ->
    [one] Consulter le nom
   *[other] Consulter les noms
}
signatures-withheld-names = Noms non publiés
signatures-withheld-names-note = Seule la coordination de cette lettre voit ces noms, et cette consultation figure dans son journal. Merci de ne les copier nulle part.
signatures-no-name-withheld = Tous les noms sont publiés.
signatures-back-to-list = Retour à la liste
signatures-signed-on = a signé le { $date }
signatures-listed-on = inscrite le { $date }, non confirmée
signatures-withheld-to-protect = Non publié par décision de la coordination, pour la protéger.
signatures-withheld-by-wish = Non publié à sa demande : seuls ses propres membres peuvent le montrer.
signatures-change = Modifier
signatures-counted-under = Compté sous
signatures-move = Déplacer
signatures-end-protection = Mettre fin à la protection
signatures-protect-reason = Raison de la protéger, sans son nom
signatures-protect = La protéger, pour qu’elle ne puisse se montrer seule
signatures-removal-reason = Raison, sans son nom
signatures-take-off = L’enlever de la liste

# What is answered to the forms of signing.
signatures-note-withdrawn = La signature est retirée.
signatures-note-prepared = La signature est préparée. Les personnes habilitées de votre organisation ont reçu un courriel pour l’approuver.
signatures-note-hidden = Désormais, le nom n’est plus publié : la signature est comptée, sans être nommée.
signatures-note-shown = Désormais, le nom est montré.
signatures-note-authorised = Vous avez confirmé que la signature est autorisée. Elle est rétablie.
signatures-note-confirmed = Vous avez confirmé que la signature est autorisée. Un autre propriétaire dit le contraire : la coordination de la lettre décide.
signatures-note-suspended = La signature est suspendue : retirée de la liste et non comptée. La coordination de la lettre décide.
signatures-note-printed = Enregistré. La liste l’affiche ainsi.
signatures-note-welcome = Votre organisation est vérifiée et vous êtes connecté. Lisez le texte, puis signez ci-dessous.
signatures-who-signs = Qui signe ? Le nom manque.
signatures-tick-authority = Cochez que vous avez qualité pour signer au nom de l’organisation.
signatures-say-whether-yours = Indiquez si la ligne de la liste est celle de votre organisation.
signatures-choose-display = Choisissez ce que voit le public.
signatures-not-the-shown-text = Ce texte n’est pas celui qui vous a été présenté. Veuillez le lire tel qu’il figure ci-dessus, puis signer de nouveau.
signatures-not-the-shown-text-to-prepare = Ce texte n’est pas celui qui vous a été présenté. Veuillez le lire tel qu’il figure ci-dessus, puis préparer de nouveau la signature.
signatures-not-a-member = Cette coalition n’a pas confirmé votre organisation. Choisissez-en une autre, ou aucune.
signatures-signing-is-over = Cette lettre ne peut plus être signée : le temps des signatures est passé.
signatures-needs-two = Dans votre organisation, une signature demande deux personnes. Rechargez la page et préparez-la ; une autre personne habilitée l’approuvera ensuite.
signatures-not-yours-to-sign = Vous pouvez signer pour une organisation dont vous êtes propriétaire ou signataire.
signatures-not-yours-to-withdraw = Vous pouvez retirer la signature d’une organisation dont vous êtes propriétaire ou signataire.
signatures-not-yours-to-prepare = Vous pouvez préparer une signature pour une organisation dont vous faites partie.
signatures-not-yours-to-show = C’est un propriétaire ou signataire de l’organisation qui décide de ce qui est montré de sa signature.
signatures-not-yours-to-print = C’est un propriétaire ou signataire de l’organisation qui décide de la façon dont son nom apparaît.
signatures-does-not-stand = Le nom de cette organisation ne figure pas sous cette lettre.
signatures-names-stay-closed = Cette lettre ne peut plus être signée et ses noms restent tels quels. Adressez-vous à sa coordination.
signatures-names-stay-delivered = Cette lettre est remise : ses noms restent tels quels.
signatures-not-printed-at-all = Le nom de cette organisation n’est pas publié ici : il n’est pas imprimé du tout.
signatures-does-not-stand-here = Le nom de cette organisation ne figure pas sous cette lettre.
signatures-what-to-show-missing = Le formulaire ne dit pas ce qui doit être montré.
signatures-is-protected = La coordination de cette lettre ne publie pas le nom, pour protéger votre organisation. Demandez-lui d’y mettre fin ; vous pourrez ensuite le montrer ici.
signatures-was-delivered-so = La lettre a été remise ainsi, et ce qui a été remis reste tel quel.
signatures-ask-an-owner = Dans votre organisation, deux personnes donnent une signature. Pour en montrer de nouveau le nom, adressez-vous à un propriétaire.
signatures-reconsent-link-over = Ce lien ne demande plus rien : il n’a jamais existé, ou il ne vous revient plus de répondre de cette signature. Connectez-vous pour voir où en est votre organisation.
signatures-answer-missing = Le formulaire ne dit pas s’il faut maintenir ou retirer.
signatures-answer-over = La question est close : la lettre a été remise, ou sa date est passée et elle ne peut plus être signée. La signature reste sous la version à laquelle elle a été donnée ; elle peut encore être retirée.
signatures-link-leads-nowhere = L’adresse n’est peut-être pas complète, ou vous n’agissez plus pour cette organisation. Connectez-vous pour voir où en est votre organisation.
signatures-link-used = Il a été utilisé, et ce que vous avez dit compte. Connectez-vous pour voir où en est la signature.
signatures-link-past = Il a expiré, ou la signature a été donnée de nouveau depuis. Cherchez le courriel le plus récent, ou connectez-vous.
signatures-objection-withdrawn = La signature est retirée : son nom ne figure donc sous rien.
signatures-nothing-to-confirm = Personne ne dit que cette signature n’était pas autorisée : il n’y a rien à confirmer.
signatures-said-very-often = Ceci a été dit et repris très souvent. La coordination de la lettre décide.
signatures-not-confirmed-yet = Aucun propriétaire de l’organisation n’a encore confirmé cette signature. Cela se fait sur la page de la lettre, une fois connecté.

# Preparing and approving.
signatures-signed-already = Votre organisation a déjà signé cette lettre.
signatures-nobody-to-approve = Personne d’autre dans votre organisation n’est habilité à signer : il n’y a donc personne pour l’approuver.
signatures-prepared-very-often = Ceci a été préparé très souvent. Les personnes habilitées ont des courriels à ce sujet ; adressez-vous à elles.
signatures-approval-leads-nowhere = L’adresse n’est peut-être pas complète, ou vous n’êtes plus habilité pour cette organisation.
signatures-approval-own = Vous avez préparé cette signature vous-même : une autre personne habilitée doit l’approuver.
signatures-approval-approved = La signature est déjà approuvée, et donnée.
signatures-approval-refused = La signature a été refusée. Il faudrait la préparer de nouveau.
signatures-approval-over = Une plus récente a été préparée, ou celle-ci a attendu trop longtemps. Cherchez le courriel le plus récent.
signatures-approve-title = Approuver une signature
signatures-approved-kept-title = Maintenue
signatures-approved-signed-title = Signée
signatures-approved-kept = Le nom de { $name } figure sous le texte modifié de cette lettre.
signatures-approved-withheld = Le nom de { $name } est compté sous cette lettre, sans être publié.
signatures-approved-signed = Le nom de { $name } figure sous cette lettre.
signatures-approval-not-a-member = La coalition choisie ne compte plus votre organisation parmi ses membres. La signature doit être préparée de nouveau.
signatures-refused-title = Refusée
signatures-refused = Rien n’est signé. La personne qui l’avait préparée reçoit un courriel.
signatures-about = De quoi il s’agit
signatures-a-colleague = Une personne de votre organisation
signatures-would-keep = { $by } souhaite maintenir la signature de { $name } sous le texte modifié de cette lettre. Elle reste sous l’ancien texte tant que vous n’avez pas approuvé.
signatures-has-prepared = { $by } a préparé la signature de { $name } sous cette lettre. Rien n’est signé tant que vous n’avez pas approuvé.
signatures-keep-confidential = Merci de la garder confidentielle jusqu’à sa publication.
signatures-changed-since-organization = Ce qui a changé depuis la signature de votre organisation
signatures-approve = Approuver la signature
signatures-approve-and-keep = Approuver et maintenir
signatures-approve-and-sign = Approuver et signer
signatures-approval-moved-title = Le texte a changé
signatures-approval-moved = La signature a été préparée pour un texte antérieur. Le texte ci-dessus est l’actuel : si votre organisation le signe, la signature doit être préparée de nouveau.
signatures-sign-in-and-sign-this = Se connecter et signer ce texte
signatures-or-refuse = Ou refuser
signatures-why = Pourquoi ?
signatures-for-who-prepared = Pour la personne qui l’a préparée.
signatures-refuse = Refuser
signatures-fact-organization = Organisation
signatures-country = Pays
signatures-fact-shown = Affiché
signatures-fact-shown-nothing = seulement qu’une organisation de plus a signé : le nom n’est pas publié
signatures-fact-shown-representative = l’organisation et qui a signé pour elle
signatures-fact-shown-organization = l’organisation seulement
signatures-fact-under = Sous
signatures-fact-prepared = Préparée
signatures-fact-text = Texte
signatures-see-letter = Voir la lettre

# The mails about a signature.
signatures-its-own = Votre organisation
signatures-its-own-inside = votre organisation
signatures-nameless = Une organisation dont le nom n’est pas publié
signatures-mail-reason = La raison donnée : { $reason }
signatures-mail-they-say = Leur message : { $note }
signatures-mail-sign-again = Tant que la lettre est ouverte, elle peut être signée de nouveau :
signatures-mail-see-signature = Voir la signature
signatures-mail-protected-subject = Votre organisation n’est plus nommée : { $title }
signatures-mail-protected = La coordination ne publie plus le nom de { $organization } sous cette lettre, pour la protéger : { $title }
signatures-mail-protected-stays = La signature reste et est comptée. Pour que le nom soit montré, adressez-vous à la coordination : elle met fin à la protection, puis vous le montrez vous-mêmes à cette adresse.
signatures-mail-copies-keep = Les copies faites auparavant, par des lecteurs, des moteurs de recherche ou leurs destinataires, gardent le nom.
signatures-mail-may-be-shown-subject = Votre organisation peut de nouveau être nommée : { $title }
signatures-mail-may-be-shown = La coordination ne s’oppose plus à la publication du nom de { $organization } sous cette lettre : { $title }
signatures-mail-stays-withheld = Il reste non publié tant que votre organisation ne le montre pas elle-même.
signatures-mail-see-or-show = Voir la signature, ou montrer le nom
signatures-mail-withdrawn-subject = { $name } a retiré sa signature : { $title }
signatures-mail-withdrawn = Le nom de { $name } ne figure plus sous cette lettre : { $title }
signatures-mail-renamed-subject = { $name } apparaît sous un autre nom : { $title }
signatures-mail-renamed = La coordination de cette lettre a changé la façon dont le nom de votre organisation y est imprimé : { $title }
signatures-mail-before = Avant : { $text }
signatures-mail-after = Après : { $text }
signatures-mail-since-then = Depuis : { $text }
signatures-mail-see-or-say-how = Voir la signature, ou dire comment vous souhaitez apparaître
signatures-mail-nothing-else = Rien d’autre n’a changé, ni ici ni en dehors de cette lettre.
signatures-mail-removed-subject = { $name } a été enlevée de la liste : { $title }
signatures-mail-removed = La coordination a enlevé le nom de { $name } de la liste de cette lettre : { $title }
signatures-mail-please-confirm-subject = Merci de confirmer que { $name } signe : { $title }
signatures-mail-please-confirm = La coordination de cette lettre a inscrit { $name } sur la liste des signataires, parce que quelqu’un a dit oui en son nom : { $title }
signatures-mail-please-confirm-withheld = Elle y est comptée, sans que son nom soit publié. Merci de lire le texte exact, puis de le signer ou de décliner : elle est alors enlevée de la liste.
signatures-mail-please-confirm-named = Tant que ce n’est pas confirmé, la liste l’indique. Merci de lire le texte exact, puis de le signer ou de décliner : le nom est alors enlevé de la liste.
signatures-mail-read-and-confirm = Lire la lettre et confirmer
signatures-mail-link-of-organization = Le lien est réservé à votre organisation ; merci de ne pas le transmettre.
signatures-mail-says-no-subject = { $name } ne signe pas : { $title }
signatures-mail-says-no = { $name } était inscrite comme signataire de cette lettre ; invitée à confirmer, elle a décliné : { $title }
signatures-mail-says-no-why = Son nom n’est plus sur la liste. Si elle a dit pourquoi, la raison figure sur le tableau des invitations :
signatures-mail-see-board = Voir le tableau
signatures-mail-corrected-subject = Le texte a été corrigé : { $title }
signatures-mail-corrected = La coordination a corrigé le texte d’une lettre que { $name } a signée : { $title }
signatures-mail-editorial = La modification est de pure forme. Votre signature reste, et vous n’avez rien à faire.
signatures-mail-nothing = (rien)
signatures-mail-more-paragraphs = { $more ->
    [one] { $more } autre paragraphe a changé.
   *[other] { $more } autres paragraphes ont changé.
}
signatures-mail-see-change = Voir la modification, mot à mot
signatures-mail-can-withdraw = Si votre organisation ne peut y souscrire, vous pouvez vous retirer sur la page de la lettre.
signatures-mail-keep-subject = Maintenir ou retirer : { $title }
signatures-mail-keep-again-subject = Rappel : maintenir ou retirer : { $title }
signatures-mail-says-else = Le texte d’une lettre que { $name } a signée a changé sur le fond : { $title }
signatures-mail-coordinators-say = La coordination écrit : { $note }
signatures-mail-answer-or-leave = Merci de répondre avant le { $time }. Sans réponse d’ici là, { $name } quitte la liste.
signatures-mail-answer-or-stay = Merci de répondre avant le { $time }. Sans réponse d’ici là, { $name } reste sur la liste, avec la mention qu’elle a signé la version antérieure.
signatures-mail-see-and-answer = Voir ce qui a changé, et maintenir ou retirer
signatures-mail-link-answers = Ce lien est pour vous seul : qui le possède peut répondre pour votre organisation.
signatures-mail-retracted-subject = Lettre retirée : { $title }
signatures-mail-retracted = La coordination a retiré une lettre que { $name } a signée : { $title }
signatures-mail-see-letter-and-signature = Voir la lettre et votre signature
signatures-mail-retracted-stays = Plus personne ne la signe. Le nom de votre organisation reste sur sa liste, sous cette note ; vous pouvez l’y retirer.
signatures-mail-left-subject = { $name } a quitté la liste : { $title }
signatures-mail-left = Personne n’a dit pour { $name } si elle maintient sa signature sous le texte modifié ; son nom ne figure donc plus sous cette lettre : { $title }
signatures-mail-left-delivered = La lettre a été remise avant que quiconque ait dit pour { $name } si elle maintient sa signature sous le texte modifié. Son nom ne figure donc pas sous la lettre remise : { $title }
signatures-mail-sign-after-delivery = Si les signatures continuent, elle peut être signée de nouveau ; le nom figurera sous « Signé après la remise » :

# Mails about a signature that two persons give.
signatures-mail-approve-subject = Approuver la signature de { $name } ? { $title }
signatures-mail-approve-keep-subject = Maintenir la signature de { $name } ? { $title }
signatures-mail-approve = { $by } a préparé la signature de { $name } sous cette lettre : { $title }. Rien n’est signé tant qu’une personne habilitée ne l’a pas approuvée.
signatures-mail-approve-keep = { $by } souhaite maintenir la signature de { $name } sous le texte modifié de cette lettre : { $title }. Elle reste sous l’ancien texte tant qu’une autre personne habilitée ne l’a pas approuvé.
signatures-mail-until = Elle peut être signée jusqu’au { $time }.
signatures-mail-read-and-decide = Lire le texte, puis approuver ou refuser
signatures-mail-first-decides = Ce lien est pour vous seul : ne transmettez pas ce courriel. La première approbation décide.
signatures-mail-approved-subject = Approuvée : la signature de { $name } sous { $title }
signatures-mail-not-approved-subject = Non approuvée : la signature de { $name } sous { $title }
signatures-mail-approved = { $by } a approuvé ce que vous aviez préparé, et { $name } a signé cette lettre : { $title }
signatures-mail-approved-keep = { $by } a approuvé ce que vous aviez préparé, et { $name } maintient sa signature sous le texte modifié : { $title }
signatures-mail-not-approved = { $by } n’approuve pas la signature de { $name } que vous aviez préparée, et rien n’est signé : { $title }
signatures-mail-not-approved-keep = { $by } n’approuve pas la signature de { $name } que vous aviez préparée, et elle reste sous l’ancien texte : { $title }

# Mails about who may sign.
signatures-mail-declared = { $person } ({ $role }, { $email }) a déclaré le { $time } : « { $words } »
signatures-mail-object = Si ce n’était pas autorisé, dites-le ici ; le nom quitte aussitôt la liste
signatures-mail-receipt = Le reçu de cette signature, à conserver et à vérifier
signatures-mail-kept-subject = { $name } maintient sa signature : { $title }
signatures-mail-kept = { $person } a maintenu la signature de { $name } sous le texte modifié de cette lettre : { $title }
signatures-mail-waits-subject = { $name } a signé ; sa signature attend la coordination : { $title }
signatures-mail-signed-subject = { $name } a signé : { $title }
signatures-mail-signed = { $person } a signé cette lettre pour { $name } : { $title }
signatures-mail-is-withheld = Le nom n’est pas publié : le public lit qu’une organisation de plus a signé, sans savoir laquelle. La coordination de la lettre peut le consulter, et chaque consultation est consignée.
signatures-mail-waits = Elle n’est pas encore sur la liste ni comptée : la coordination de la lettre l’examine d’abord, et un courriel vous informera de la décision.
signatures-mail-see-or-withdraw = Voir la signature, ou la retirer
signatures-mail-exactly = La signature est donnée à ce texte exact (SHA-256) : { $hash }
signatures-mail-links-yours = Ces liens sont pour vous seul : ne transmettez pas ce courriel.
signatures-mail-see-case = Voir le cas
signatures-mail-objection-subject = Une signature est dite non autorisée : { $title }
signatures-mail-objection = Un propriétaire d’une organisation dit que la signature en son nom n’était pas autorisée. L’organisation : { $name }. La signature est désormais retirée de la liste et n’est pas comptée. C’est à vous de décider de la rétablir, ce qui demande la parole d’un propriétaire, ou de l’enlever : { $title }
signatures-mail-objection-delivered = Un propriétaire d’une organisation dit que la signature en son nom n’était pas autorisée. L’organisation : { $name }. La signature est désormais retirée de la liste et n’est pas comptée. C’est à vous de décider de la rétablir, ce qui demande la parole d’un propriétaire, ou de l’enlever : { $title }. La lettre avait déjà été remise ; la page dit à qui, et ce qui a été remis reste tel quel.
signatures-mail-suspended-subject = { $name } : la signature est suspendue : { $title }
signatures-mail-suspended = { $person }, propriétaire de votre organisation, a dit que la signature sous cette lettre n’était pas autorisée : { $title }
signatures-mail-suspended-until = Le nom est retiré de la liste et n’est pas compté tant que la coordination de la lettre n’a pas décidé. Si la signature est autorisée, un propriétaire peut la confirmer à cette adresse.
signatures-mail-disagree-subject = Deux propriétaires sont en désaccord sur une signature : { $title }
signatures-mail-disagree = Une signature qu’un propriétaire dit non autorisée est dite autorisée par un autre. L’organisation : { $name }. La signature reste hors de la liste jusqu’à votre décision.
signatures-mail-stands-again-subject = Une signature est rétablie : { $title }
signatures-mail-nothing-to-decide = Plus personne ne dit que cette signature n’était pas autorisée ; elle est rétablie, et il n’y a rien à décider. L’organisation : { $name }.
signatures-mail-own-stands-again-subject = { $name } : la signature est rétablie : { $title }
signatures-mail-was-confirmed = { $person } a confirmé la signature sous cette lettre, et elle est rétablie : { $title }
signatures-mail-restored = La coordination de cette lettre a rétabli la signature, parce qu’un propriétaire l’a confirmée : { $title }
signatures-mail-taken-off-subject = { $name } : la signature est enlevée : { $title }
signatures-mail-taken-off = La coordination de cette lettre a enlevé la signature, parce qu’un propriétaire a dit qu’elle n’était pas autorisée : { $title }
signatures-mail-left-after-delivery-subject = Une signataire s’est retirée après la remise : { $title }
signatures-mail-left-after-delivery = Une signataire s’est retirée après la remise de cette lettre : { $title }
signatures-mail-left-after-delivery-who = L’organisation : { $name }. Ce qui a été remis reste tel quel. La page indique à qui, pour que vous puissiez les prévenir.
signatures-mail-see-recipients = Voir qui a reçu la lettre

# Mails about what waited for a coordinator.
signatures-mail-accepted-subject = { $name } est sur la liste : { $title }
signatures-mail-accepted = La signature de { $name } sous cette lettre attendait d’être examinée ; elle est sur sa liste : { $title }
signatures-mail-not-listed-subject = { $name } n’est pas sur la liste : { $title }
signatures-mail-not-listed = La coordination de cette lettre n’a pas mis la signature de { $name } sur sa liste : { $title }
signatures-mail-not-listed-next = La signature est reprise. Tant que la lettre est ouverte, elle peut être donnée de nouveau :

# What waits for coordinators.
signatures-waits-look = { $count ->
    [one] { $count } signature attend d’être examinée
   *[other] { $count } signatures attendent d’être examinées
}
signatures-waits-cases = { $count ->
    [one] { $count } signature est dite non autorisée
   *[other] { $count } signatures sont dites non autorisées
}
signatures-waits-both = { $look } ; { $cases }
signatures-queue-title = Ce qui vous attend
signatures-queue-cases = Dites non autorisées
signatures-queue-no-cases = Personne ne l’a dit d’aucune signature.
signatures-queue-waiting = Signatures à examiner
signatures-queue-asks = Cette lettre demande : { $asks }. Qui vient à être vérifié ainsi est inscrit sans vous.
signatures-queue-none-waits = Aucune n’attend.
signatures-queue-warnings = Qui, sur la liste, peut être pris pour un autre, et ce que signalent les lecteurs
signatures-verified-since = Cette organisation : { $verified }, depuis le { $time }.
signatures-verified-so = Cette organisation : { $verified }.
signatures-may-be-another = Elle peut être prise pour une autre.
signatures-the-other = L’autre : { $name }.
signatures-reason = Raison
signatures-reason-hint = Les propriétaires de l’organisation et la personne qui a signé la lisent par courriel.
signatures-waited-since = La signature attend depuis le { $time }.
signatures-was-disputed-lead = Un propriétaire a dit qu’une signature antérieure de cette organisation n’était pas autorisée
signatures-was-disputed = { $lead } ; elle a été enlevée, et une autre personne la donne de nouveau.
signatures-put-on-list = La mettre sur la liste
signatures-refuse-it = La refuser
signatures-take-it-off = L’enlever
signatures-put-it-back = La rétablir
signatures-off-since = La signature est retirée de la liste depuis le { $time }.
signatures-what-was-declared = Ce qui a été déclaré
signatures-case-delivered = La lettre a été remise avec ce nom. Ce qui a été remis reste tel quel ; { $here }, pour les prévenir.
signatures-case-delivered-here = voyez qui l’a reçue
signatures-case-needs-owner = Pour la rétablir, un propriétaire de l’organisation doit d’abord la confirmer, sur la page de la lettre.
signatures-an-owner = Un propriétaire
signatures-voice-objects = { $who } a dit le { $time } qu’elle n’était pas autorisée.
signatures-voice-confirms = { $who } a confirmé le { $time } qu’elle est autorisée.
signatures-decided = Décidé
signatures-case-settled = Dite non autorisée ; { $outcome } le { $time }.
signatures-entry-decided = Attendait d’être examinée ; { $decision } le { $time }.
signatures-outcome-restored = rétablie sur la liste
signatures-outcome-removed = enlevée de la liste
signatures-outcome-taken-back = démenti par qui l’avait dit
signatures-outcome-withdrawn = retirée par l’organisation
signatures-decision-accepted = acceptée
signatures-decision-refused = refusée
signatures-decision-risen = inscrite d’elle-même : sa vérification est celle que la lettre demande
signatures-note-decided = C’est décidé. Les membres de l’organisation reçoivent un courriel avec votre raison.
signatures-say-why = Dites pourquoi : les membres de l’organisation le lisent.
signatures-decided-before = Ceci a été décidé un instant plus tôt : { $what }. Rien de votre demande n’a été fait.

# What the log says.
signatures-log-declined = Invitée à confirmer, elle a décliné.
signatures-log-revision = version { $revision }
signatures-log-revision-delivery = version { $revision }, jusqu’à la remise
signatures-log-reminded = { $count ->
    [one] { $count } signataire sans réponse à la version { $revision }
   *[other] { $count } signataires sans réponse à la version { $revision }
}
signatures-a-withheld-name = Un nom non publié
signatures-nameless-inside = une organisation dont le nom n’est pas publié

# What changes the list.
signatures-change-added-group = ajout d’un groupe
signatures-change-changed-group = modification d’un groupe
signatures-change-removed-group = suppression d’un groupe
signatures-change-moved-group = déplacement d’un groupe
signatures-change-line = modification d’une ligne
signatures-change-footnote = modification d’une note
signatures-change-by-name = liste classée par nom
signatures-change-by-time = liste classée par date de signature
signatures-change-by-hand = liste classée à la main
signatures-change-order = mise en ordre de la liste
signatures-change-moved = déplacement
signatures-change-took-off = retrait de la liste
signatures-change-list = modification de la liste
signatures-change-about = { $done } : { $about }

# The list in the coordinators' hands.
signatures-list-title = La liste des signataires
signatures-list-waits = { $waits }. { $look }.
signatures-list-waits-look = Voir ce qui n’est pas sur la liste
signatures-list-delivered = Cette lettre est remise : sa liste, son ordre et ses numéros restent tels quels. Vous pouvez encore vous occuper de celles qui ont signé depuis.
signatures-list-add-listed = Ajouter une signataire inscrite
signatures-list-add-group = Ajouter un groupe
signatures-list-no-headings = Selon la règle de cette lettre, sa liste n’a pas d’intitulés de groupes ; seuls les signataires tardifs et les observateurs figurent à part. Les intitulés se choisissent { $here }.
signatures-list-no-headings-here = sur la page de la lettre
signatures-list-keys = Pour déplacer une ligne, tirez-la par sa poignée { $handle }, ou allez à la poignée avec la touche Tab et appuyez sur { $up } ou { $down } ; { $home } et { $end } pour la première et la dernière place sous son intitulé, { $page_up } et { $page_down } pour un autre intitulé. Chaque déplacement est enregistré aussitôt.
signatures-list-empty = Aucune organisation n’est encore sur la liste.
signatures-list-none-found = Aucun nom de la liste ne contient ces mots.
signatures-list-show-whole = Montrer toute la liste
signatures-list-show-all = Tout montrer
signatures-counted-listed = { $count ->
    [one] , dont { $count } inscrite et non confirmée
   *[other] , dont { $count } inscrites et non confirmées
}
signatures-counted-listed-all = { $count ->
    [one] , inscrite et non confirmée
   *[other] , toutes inscrites et non confirmées
}
signatures-counted-withheld = { $count ->
    [one] , dont { $count } au nom non publié
   *[other] , dont { $count } aux noms non publiés
}
signatures-counted-observers = { $count ->
    [one] , et { $count } observateur
   *[other] , et { $count } observateurs
}
signatures-last-change = Dernier changement : { $what }, { $by }, { $time }
signatures-last-change-by-nobody = Dernier changement : { $what }, { $time }
signatures-undo = Annuler
signatures-order = Ordre
signatures-order-name = Par nom
signatures-order-time = Par date de signature
signatures-order-hand = À la main
signatures-find-name = Trouver un nom
signatures-find = Chercher
signatures-headings = Intitulés de la liste
signatures-no-heading = Sans intitulé
signatures-after-delivery = Signé après la remise
signatures-unnamed-group = Un groupe sans nom
signatures-twice = Peut-être deux fois la même organisation
signatures-not-the-same = Pas la même
signatures-signed-here = a signé ici
signatures-listed-not-confirmed = inscrite, non confirmée
signatures-same-as = La même que { $name }
signatures-take-listed-off = Enlever l’inscrite
signatures-take-listed-off-of = Enlever l’inscrite : { $name }
signatures-footnotes = Notes
signatures-footnote-says = Ce que dit { $sign }
signatures-late-signatories = signataires tardifs
signatures-observers-not-counted = observateurs, non comptés
signatures-heading = Intitulé
signatures-change-or-remove = Modifier ou supprimer
signatures-nobody-here = Personne ici.
signatures-withheld-here = { $count ->
    [one] { $count } nom n’est pas publié ici.
   *[other] { $count } noms ne sont pas publiés ici.
}
signatures-up = ↑ Monter
signatures-down = ↓ Descendre
signatures-first = Premier
signatures-last = Dernier
signatures-move-up = Monter { $name }
signatures-move-down = Descendre { $name }
signatures-move-first = Déplacer { $name } à la première place
signatures-move-last = Déplacer { $name } à la dernière place
signatures-to-place = À la place
signatures-place-for = Place pour { $name }, de 1 à { $last }
signatures-on-behalf-of = { $count ->
    [one] au nom de { $count } membre
   *[other] au nom de { $count } membres
}
signatures-sorted-as-name = classée sous { $name }
signatures-note-saved = Enregistré.
signatures-note-undone = Annulé.
signatures-note-listed = Elle est sur la liste, inscrite et non confirmée.
signatures-note-asked = Elle est sur la liste, inscrite et non confirmée. L’organisation est invitée par courriel à confirmer.
signatures-note-not-asked = Elle est sur la liste. Cette adresse a déjà répondu à son invitation : elle n’a donc pas été sollicitée de nouveau.
signatures-note-removed = Elle n’est plus sur la liste.
signatures-note-withheld = Le nom n’est plus publié. Sa signature est comptée, et l’organisation en est informée.
signatures-note-protection-ended = La protection a pris fin. Un nom inscrit est de nouveau montré ; une organisation qui a signé montre elle-même son nom, et elle est informée qu’elle le peut.
signatures-not-by-hand = Cette liste n’est pas classée à la main. Choisissez d’abord l’ordre « À la main ».
signatures-order-stays = Cette lettre est remise : l’ordre de sa liste reste tel quel.
signatures-move-unreadable = Le formulaire ne dit pas qui déplacer, ni où.
signatures-list-moved = La liste a changé : quelqu’un l’a modifiée après que vous l’avez ouverte. Voici la liste telle qu’elle est ; votre déplacement n’a pas été fait. Veuillez le refaire.
signatures-ordering-unreadable = Le formulaire ne dit pas selon quoi classer.
signatures-undo-other-first = Quelqu’un a modifié la liste après que vous l’avez ouverte. Regardez-la de nouveau, puis annulez ce que vous voulez.
signatures-undo-nothing = Il n’y a plus rien à annuler.
signatures-undo-no-longer = Ceci ne peut plus être annulé : quelque chose qui en dépend a été modifié depuis, ou une organisation y a signé.
signatures-undo-delivered = Cette lettre a été remise depuis : sa liste reste telle quelle.
signatures-footnote-has-words = Une note a un texte.
signatures-footnote-stays = Cette note figure à des lignes remises et reste telle quelle. Utilisez un autre signe.

# Headings.
signatures-heading-title = Un intitulé de la liste
signatures-heading-new-title = Un nouvel intitulé de la liste
signatures-name = Nom
signatures-heading-name-hint = Laissez vide pour un groupe sans intitulé, ou pour garder le nom de la coalition.
signatures-heading-free = Aucune : intitulé libre
signatures-heading-kind = Ce qui figure dessous
signatures-heading-signatories = Signataires
signatures-heading-late = Signataires tardifs, après les autres
signatures-heading-observers = Observateurs, en dernier et non comptés
signatures-coalition = Coalition
signatures-heading-coalition-hint = Ses membres qui signent choisissent de figurer sous cet intitulé.
signatures-heading-remove-this = Supprimer cet intitulé
signatures-heading-remove = Supprimer l’intitulé
signatures-heading-signatories-stay = { $count ->
    [one] Le signataire ({ $count }) reste sur la liste, sans intitulé.
   *[other] Ses { $count } signataires restent sur la liste, sans intitulé.
}
signatures-heading-not-empty = { $count ->
    [one] Un signataire figure sous cet intitulé. Indiquez qu’il doit rester sans intitulé, puis supprimez-le.
   *[other] { $count } signataires figurent sous cet intitulé. Indiquez qu’ils doivent rester sans intitulé, puis supprimez-le.
}
signatures-no-such-coalition = Cette coalition n’existe pas.
signatures-has-a-heading = Cette coalition a déjà un intitulé dans cette lettre.
signatures-headings-stay = Cette lettre est remise : les intitulés de sa liste restent tels quels.
signatures-heading-move-unreadable = Le formulaire ne dit pas où déplacer l’intitulé.
signatures-choose-kind = Choisissez ce qui figure sous cet intitulé.
signatures-choose-heading = Choisissez un intitulé de cette lettre.

# A listed signatory.
signatures-listed-title = Une signataire inscrite
signatures-listed-what = Pour une organisation qui a dit oui ailleurs, par exemple dans un courriel. Elle est montrée comme inscrite et non confirmée tant qu’elle n’a pas signé ici.
signatures-listed-email-asked = Elle est invitée par courriel à confirmer. La ligne devient alors sa signature.
signatures-listed-email-kept = Conservée pour plus tard : personne n’est sollicité tant que la lettre ne peut pas être signée.
signatures-representative = Représentant
signatures-listed-email = L’adresse de l’organisation
signatures-listed-shows-name = Le nom, comme inscrit et non confirmé
signatures-listed-shows-nothing = La compter sans la nommer
signatures-listed-who = Qui a dit oui
signatures-listed-who-note = Pour la coordination seulement.
signatures-listed-who-name = Qui
signatures-when = Quand
signatures-in-zone = Heure de { $zone }.
signatures-note = Note
signatures-listed-evidence = Le courriel, ou une autre preuve
signatures-listed-evidence-size = (facultatif, 5 Mo au plus)
signatures-listed-add = Ajouter à la liste
signatures-said-by = Dit par
signatures-address = Adresse
signatures-file = Fichier
signatures-said-in-future = Cette date est à venir. Quand ont-ils dit oui ?
signatures-said-when = Quand ont-ils dit oui ? Une date s’écrit ainsi : 2026-12-14T13:00.
signatures-said-who = Qui a dit oui pour elle ?
signatures-an-address = Une adresse ressemble à name@example.org.
signatures-file-too-large = Ce fichier dépasse 5 Mo. Envoyez-en un plus petit, ou aucun.
signatures-nothing-to-ask = Cette organisation a signé ici ; il n’y a rien à confirmer.
signatures-nobody-asked-now = Cette lettre ne peut pas être signée en ce moment : personne n’y est donc invité.
signatures-address-answered = Cette adresse a déjà répondu à son invitation, ou elle est sollicitée pour une autre ligne.
signatures-asked-enough = Cette adresse a été sollicitée ces dernières heures, ou aussi souvent qu’il convient. Laissez un peu de temps ; un appel fera peut-être davantage.

# One line.
signatures-not-said = Non indiqué
signatures-heading-is-late = { $name } (signataires tardifs)
signatures-heading-is-observers = { $name } (observateurs)
signatures-line-signed = Cette organisation a signé ici.
signatures-line-listed = Inscrite par la coordination ; l’organisation n’a pas confirmé.
signatures-line-own-name = Son propre nom est { $name }.
signatures-line-imported = Tel qu’il figurait dans la liste importée : { $name }
signatures-line-withhold = Ne pas publier ce nom
signatures-line-withhold-does = Pour la protéger : le public lit qu’une organisation de plus a signé, sans savoir laquelle.
signatures-line-withhold-listed = La coordination peut le montrer de nouveau.
signatures-line-withhold-signed = Ses propriétaires en sont informés, avec votre raison ; pour le montrer de nouveau, il faut la coordination et l’organisation.
signatures-line-withhold-copies = Les copies faites auparavant gardent le nom.
signatures-line-withhold-reason-hint = Reste dans le journal de la lettre. N’y nommez pas l’organisation.
signatures-line-take-off-signed = Cette organisation a signé ici. Ses propriétaires sont informés par courriel que son nom a été enlevé, et pourquoi ; elle peut signer de nouveau tant que la lettre est ouverte.
signatures-line-name-hint = Dans cette lettre seulement. Les propriétaires de l’organisation sont informés du changement.
signatures-sign-hint = Les signes *, †, ‡, § ou un nombre.
signatures-sign-in-use = Utilisés : { $signs }
signatures-sorted-as = Classée sous
signatures-sorted-as-hint = Là où un autre nom décide de l’ordre.
signatures-footnote-sign = Signe de note
signatures-footnote-words = Ce que dit la note
signatures-footnote-words-hint = Le même à chaque nom portant ce signe.
signatures-line-ask = Inviter l’organisation à confirmer
signatures-line-ask-does = Elle reçoit un courriel avec un lien, lit le texte exact et signe ; cette ligne devient alors sa signature.
signatures-ask = Inviter
signatures-note-line-asked = L’organisation est invitée par courriel à confirmer.
signatures-line-stays = Cette ligne est remise : elle reste telle quelle, avec son numéro.
signatures-reason-names = Cette raison dit de quel nom il s’agit, et elle reste dans le journal de la lettre. Dites-la sans le nom.
signatures-members-number = C’est un nombre de membres, par exemple 12.
signatures-choose-country = Choisissez un pays de la liste.
signatures-sign-is-short = Le signe d’une note est un seul caractère, ou un nombre.
signatures-sign-needed = Ce texte demande un signe, par exemple *.
signatures-sign-without-words = Ce signe ne figure encore nulle part : dites ce qu’il signifie.
signatures-footnote-delivered = Cette note figure à des lignes remises. Utilisez un autre signe.
signatures-say-why-removed = Dites pourquoi : l’organisation a signé ici, et elle en est informée.
signatures-say-why-withheld = Dites pourquoi : cela reste dans le journal de la lettre, et l’organisation en est informée.
signatures-own-wish = Cette organisation souhaite elle-même ne pas être nommée. Seuls ses propres membres peuvent montrer le nom.

# What the script of the list says.
signatures-script-place = place { $at } sur { $all } sous { $heading }
signatures-script-moved = { $name } : { $place }
signatures-script-saved = { $name } : { $place }. Enregistré.
signatures-script-lost-one = Quelqu’un d’autre a modifié la liste entre-temps. Voici la liste telle qu’elle est. Votre déplacement n’a pas été fait : { $names }.
signatures-script-lost-many = Quelqu’un d’autre a modifié la liste entre-temps. Voici la liste telle qu’elle est. Vos { $count } déplacements n’ont pas été faits : { $names }.
signatures-script-again-one = Le refaire
signatures-script-again-many = Les refaire
signatures-script-leave = La laisser telle quelle
signatures-script-no-connection = il n’y a pas de connexion
signatures-script-signed-out = vous êtes déconnecté
signatures-script-could-not = le site n’a pas pu le faire
signatures-script-not-saved-yours = Non enregistré : { $why }. L’ordre affiché est le vôtre ; laissez la page ouverte.
signatures-script-save-now = L’enregistrer maintenant
signatures-script-gone = { $names } ou l’intitulé n’existe plus.
signatures-script-handle = Déplacer { $name }
signatures-script-not-done = Ceci n’a pas pu être fait.
signatures-script-not-saved = Non enregistré : il n’y a pas de connexion.
signatures-script-not-undone = Ceci n’a pas pu être annulé.
signatures-script-load = Recharger la liste
signatures-script-not-undone-connection = Non annulé : il n’y a pas de connexion.
signatures-script-comma = ,
