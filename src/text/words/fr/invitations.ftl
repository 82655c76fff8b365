# The words of invitations.
invitations-mail-invited-draft-subject = Invitation à lire un brouillon : { $title }
invitations-mail-invited-subject = Invitation à signer : { $title }
invitations-mail-opened-subject = Ouverte aux signatures : { $title }
invitations-mail-reminded-draft-subject = Rappel, un brouillon à lire : { $title }
invitations-mail-reminded-subject = Rappel, une lettre à signer : { $title }
invitations-mail-dear-colleague = Bonjour,
invitations-mail-your-organization = votre organisation
invitations-mail-invited-draft = { $from } invite { $whom } à lire et à commenter le brouillon de cette lettre : { $title }
invitations-mail-invited-draft-by-coordinators = La coordination d’une lettre invite { $whom } à lire et à commenter le brouillon de cette lettre : { $title }
invitations-mail-invited = { $from } invite { $whom } à lire et à signer cette lettre : { $title }
invitations-mail-invited-by-coordinators = La coordination d’une lettre invite { $whom } à lire et à signer cette lettre : { $title }
invitations-mail-opened = Le texte de cette lettre est définitif, et { $whom } peut la signer : { $title }
invitations-mail-reminded-draft = { $from } a invité { $whom } à lire et à commenter le brouillon de cette lettre : { $title }
invitations-mail-reminded-draft-by-coordinators = La coordination d’une lettre a invité { $whom } à lire et à commenter le brouillon de cette lettre : { $title }
invitations-mail-reminded = { $from } a invité { $whom } à signer cette lettre, et n’a pas encore reçu de réponse : { $title }
invitations-mail-reminded-by-coordinators = La coordination d’une lettre a invité { $whom } à signer cette lettre, et n’a pas encore reçu de réponse : { $title }
invitations-mail-no-account = Vous n’avez pas besoin de compte pour la lire.
invitations-mail-no-account-confidential = Vous n’avez pas besoin de compte pour la lire. Veuillez la garder confidentielle jusqu’à sa publication.
invitations-mail-read-draft = Lire le brouillon
invitations-mail-read-letter = Lire la lettre
invitations-mail-yours = Ce lien est le vôtre : quiconque l’a peut lire le texte et répondre pour vous.
invitations-mail-decline = Pour décliner, et ne plus recevoir de courriels au sujet de cette lettre :
invitations-mail-red-lines = Lignes rouges avant le { $time } : veuillez dire d’ici là ce que vous ne pourriez pas signer.
invitations-mail-until = Elle peut être signée jusqu’au { $time }.
invitations-mail-both-zones = { $there }, soit { $utc }
invitations-link-over = L’adresse est peut-être incomplète, ou l’invitation a été retirée. Ouvrez de nouveau le lien du courriel, ou adressez-vous à la personne dont vient l’invitation.
invitations-to-letters = Vers les lettres
invitations-still-draft = Cette lettre est encore un brouillon. Vous recevrez un courriel quand elle pourra être signée.
invitations-time-over = Cette lettre ne peut plus être signée : le temps des signatures est passé.
invitations-decline = Décliner
invitations-has-signed-refused = Votre organisation a signé cette lettre. Pour en retirer son nom, connectez-vous et retirez la signature.
invitations-signed-so-far = { $count ->
    [one] { $count } organisation a signé jusqu’ici. Les noms seront publics quand la lettre le sera.
   *[other] { $count } organisations ont signé jusqu’ici. Les noms seront publics quand la lettre le sera.
}
invitations-what-is-kept = Ce qui est conservé à votre sujet
invitations-yours = Votre invitation
invitations-a-coordinator = La coordination
invitations-your-organization = votre organisation
invitations-invites-draft = { $from } invite { $whom } à lire et à commenter ce brouillon.
invitations-invites = { $from } invite { $whom } à signer cette lettre.
invitations-is-listed = Votre organisation est sur la liste, parce que quelqu’un a dit oui en son nom ; tant qu’elle n’a pas signé ici, la liste dit qu’elle n’a pas confirmé. Si elle ne signe pas, déclinez, et son nom est retiré de la liste aussitôt.
invitations-is-public = La lettre est publique.
invitations-confidential = Veuillez la garder confidentielle jusqu’à sa publication.
invitations-published-on = Ce sera le { $time }.
invitations-no-account = Vous n’avez pas besoin de compte pour la lire.
invitations-red-lines = Lignes rouges avant le { $time } : veuillez dire d’ici là ce que vous ne pourriez pas signer.
invitations-open-until = Ouverte aux signatures jusqu’au { $time }.
invitations-open = Ouverte aux signatures.
invitations-closed-on = Signatures closes le { $time }.
invitations-later-until = Elle pourra être signée plus tard, jusqu’au { $time }.
invitations-answer = Votre réponse
invitations-has-signed = Votre organisation a signé cette lettre. { $see }
invitations-see-signature = Voir ou retirer la signature
invitations-closed = Cette lettre ne peut plus être signée.
invitations-is-draft = Ceci est un brouillon. Vous recevrez un courriel quand le texte sera définitif et pourra être signé.
invitations-comment = Commenter le brouillon
invitations-sign = Signer pour votre organisation
invitations-next = Ensuite : connectez-vous, ou inscrivez votre organisation (deux minutes et un courriel). Rien n’est signé avant que vous le disiez à la fin.
invitations-you-declined = Vous avez décliné ; signer annule ce refus.
invitations-decline-listed = Décliner, et retirer notre nom de la liste
invitations-decline-mails = Décliner, et ne plus recevoir de courriels au sujet de cette lettre
invitations-declined = Vous avez décliné
invitations-declined-text = La coordination le sait. Vous ne recevrez plus de courriels au sujet de cette lettre.
invitations-changed-mind = Vous avez changé d’avis ? Relisez-la
invitations-signed = Votre organisation a signé
invitations-signed-text = Pour retirer son nom de cette lettre, connectez-vous et retirez la signature.
invitations-back = Retour à la lettre
invitations-decline-listed-text = Le nom de votre organisation est retiré de la liste des signataires, où la coordination l’a inscrit.
invitations-decline-text = Vous ne recevrez plus de courriels au sujet de cette lettre. Tant qu’elle est ouverte, vous pouvez changer d’avis et signer.
invitations-why = Pourquoi ?
invitations-why-hint = Seule la coordination de la lettre le lit.
invitations-closed-nothing = Cette lettre ne peut plus être signée : il n’y a rien à quoi inviter.
invitations-nobody = Qui voulez-vous inviter ? Aucune adresse n’a été trouvée.
invitations-too-many = Plus de 5 000 à la fois, c’est trop. Envoyez-les en deux parties.
invitations-no-coalition = Choisissez une coalition que vous coordonnez, ou dont votre organisation est membre.
invitations-no-text-file = Ce fichier n’est pas du texte. Enregistrez le tableau en CSV dans votre tableur, et envoyez-le.
invitations-board = Invitations
invitations-note-invited = { $count ->
    [one] 1 adresse invitée.
   *[other] { $count } adresses invitées.
}
invitations-note-already = { $count ->
    [one] 1 adresse avait déjà été invitée et n’a pas reçu de second courriel.
   *[other] { $count } adresses avaient déjà été invitées et n’ont pas reçu de second courriel.
}
invitations-note-reminded-nobody = Personne n’a été relancé : tous ont répondu, ou ont reçu un courriel depuis un jour.
invitations-note-reminded = { $count ->
    [one] Rappel envoyé à 1 adresse.
   *[other] Rappel envoyé à { $count } adresses.
}
invitations-note-saved = La note est enregistrée.
invitations-note-revoked = L’invitation est retirée ; ses liens ne fonctionnent plus.
invitations-note-sent = L’invitation est en route.
invitations-not-reminded-closed = Cette lettre ne peut plus être signée : personne n’est relancé.
invitations-not-reminded-answered = La réponse est arrivée, il n’y a donc pas de rappel.
invitations-not-reminded-bounced = Le dernier courriel envoyé à cette adresse est revenu. Corrigez d’abord l’adresse.
invitations-not-reminded-too-soon = Un courriel leur a été envoyé il y a moins de vingt heures. Laissez-leur un peu de temps.
invitations-not-reminded-enough = Assez de courriels leur ont été envoyés au sujet de cette lettre. Un appel fera peut-être davantage.
invitations-address-taken = Une autre invitation à cette lettre a déjà cette adresse.
invitations-address-enough = Cette adresse a reçu assez de courriels au sujet de cette lettre.
invitations-address-declined = L’invitation a été déclinée, et plus aucun courriel n’est envoyé au sujet de cette lettre. Vous pouvez solliciter quelqu’un d’autre, à une autre adresse.
invitations-not-changed-signed = La signature est déjà donnée, l’invitation reste donc telle quelle.
invitations-note-too-long = La note dépasse 1 000 caractères. Revenez en arrière et raccourcissez-la.
invitations-no-address = Ce n’est pas une adresse électronique.
invitations-line-no-address = Il n’y a pas d’adresse.
invitations-line-no-mail-address = Ce n’est pas une adresse de courriel.
invitations-line-two-addresses = Il y a deux adresses. Mettez une virgule entre elles.
invitations-line-name-long = Le nom dépasse 200 caractères.
invitations-line-a-name-long = Un nom dépasse 200 caractères.
invitations-line-coalition = Vous n’avez aucune part à une coalition nommée « { $coalition } ». Laissez cette colonne vide pour inviter quand même.
invitations-stage-invited = pas encore ouverte
invitations-stage-opened = ouverte
invitations-stage-preparing = signature en préparation
invitations-stage-signed = signée
invitations-stage-declined = déclinée
invitations-stage-revoked = retirée
invitations-stage-bounced = courriel revenu
invitations-one-thing = Un point est à revoir
invitations-understood = { $count ->
    [one] 1 adresse comprise
   *[other] { $count } adresses comprises
}
invitations-understood-already = { $count ->
    [one] 1 adresse déjà invitée : pas de second courriel.
   *[other] { $count } adresses déjà invitées : pas de second courriel.
}
invitations-understood-twice = { $count ->
    [one] 1 adresse y figure deux fois : un seul courriel.
   *[other] { $count } adresses y figurent deux fois : un seul courriel chacune.
}
invitations-and-more = et { $count } de plus
invitations-unreadable = { $count ->
    [one] 1 ligne n’a pas pu être lue
   *[other] { $count } lignes n’ont pas pu être lues
}
invitations-unreadable-text = Rien n’a été envoyé. Corrigez ci-dessous, ou invitez les autres.
invitations-line = Ligne { $line } : « { $words } » { $why }
invitations-nobody-more = Cette lettre ne peut plus être signée : personne ne peut être invité.
invitations-invite = Inviter
invitations-invite-more = Inviter d’autres personnes
invitations-invite-more-summary = Coller des adresses, ou envoyer un tableau
invitations-none = Aucune
invitations-about = Chaque adresse reçoit un courriel avec un lien personnel. Il ouvre le texte sans compte.
invitations-about-draft = Tant que le texte est un brouillon, les personnes invitées peuvent le commenter ; elles reçoivent un second courriel quand il peut être signé.
invitations-field-addresses = Adresses
invitations-field-addresses-hint = Une par ligne, ou séparées par des virgules : Amal Haddad <amal@example.org>
invitations-field-csv = Ou un tableau
invitations-field-csv-hint = Organisation, personne, courriel, coalition ; copié d’un tableur, ou en CSV.
invitations-field-coalition = Ou tous les membres d’une coalition
invitations-field-coalition-hint = Les propriétaires de chaque membre reçoivent le courriel. Vous ne voyez pas leurs adresses.
invitations-try-again = Réessayer
invitations-invite-readable = Inviter les { $count } lisibles
invitations-invite-count = Inviter { $count }
invitations-look-first = Regarder d’abord
invitations-field-file = Ou un fichier
invitations-field-file-hint = (CSV, 2 Mo au plus)
invitations-read-file = Lire le fichier
invitations-stages = Étapes
invitations-in-all = { $count } en tout
invitations-at-stage = { $count } { $stage }
invitations-remind-all = Relancer tous ceux qui n’ont pas répondu
invitations-remind-all-hint = Personne ne reçoit deux courriels en un jour.
invitations-who = Qui a été invité
invitations-search-for = Un nom, une adresse, une note
invitations-search = Chercher
invitations-csv = Tout en tableau (CSV)
invitations-nobody-found = Personne n’a été trouvé. { $everyone }
invitations-show-everyone = Montrer tout le monde
invitations-page-of = Page { $page } sur { $pages }, { $found } en tout
invitations-pages = Pages
invitations-page-earlier = Précédente
invitations-page-next = Suivante
invitations-owner-of-member = Un propriétaire d’un membre
invitations-as-member = comme membre
invitations-said = « { $words } »
invitations-change = Modifier
invitations-field-note = Note, pour la coordination seulement
invitations-keep-note = Garder la note
invitations-field-somebody-else = Adresse de quelqu’un d’autre
invitations-field-address = Adresse
invitations-send-there = Y envoyer l’invitation
invitations-remind = Relancer
invitations-take-back = Retirer l’invitation
