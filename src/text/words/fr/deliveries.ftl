# The words of deliveries.
deliveries-mail-delivered = La lettre que votre organisation a signée a été remise.
deliveries-mail-delivered-to = La lettre que votre organisation a signée a été remise à { $whom }.
deliveries-mail-subject = Remise : { $title }
deliveries-mail-attached = La copie définitive, avec la liste telle qu’elle a été remise, est jointe.
deliveries-mail-files = Tous les fichiers de la remise
deliveries-mail-sha256 = La remise est identifiée par son SHA-256 : { $sha256 }
deliveries-deliver = Remettre la lettre
deliveries-choose-one = Choisissez l’un des deux.
deliveries-changes-again = La liste a changé à plusieurs reprises pendant sa mise en page. Clôturez les signatures, ou réessayez dans un instant.
deliveries-draft = Un brouillon ne peut pas être remis. Ouvrez-le d’abord aux signatures.
deliveries-is-retracted = Cette lettre est retirée.
deliveries-is-suspended = L’opérateur de ce site a suspendu cette lettre.
deliveries-already = Cette lettre est déjà remise. Une lettre est remise une seule fois.
deliveries-nobody-signed-refused = Personne n’a encore signé cette lettre. Une lettre est remise une seule fois : attendez donc ses signataires, ou inscrivez ceux qui ont dit oui par courriel.
deliveries-changed = La liste a changé pendant sa mise en page. Réessayez.
deliveries-answer-from-missing = Qui a répondu ?
deliveries-answer-text-missing = Quelle est la réponse ?
deliveries-answer-day-wrong = Un jour s’écrit ainsi : 2026-12-14, et n’est pas à venir.
deliveries-not-delivered = Rien n’a encore été remis à quoi l’on puisse répondre.
deliveries-retracted-no-more = Cette lettre est retirée. Elle ne sera plus remise.
deliveries-about = La remise fige le texte, la liste et ses numéros, et les met en PDF, DOCX, texte brut, CSV et JSON, avec une couverture pour le destinataire. Chaque signataire reçoit la copie définitive par courriel, de même que chaque organisation à sa propre adresse. Cela se fait une seule fois.
deliveries-look-first = Regardez-la d’abord, telle qu’elle est : { $pdf }, { $docx }.
deliveries-nobody-signed = Personne n’a encore signé cette lettre : il n’y a rien à remettre.
deliveries-boxes = Les polices du PDF n’ont pas ces signes, et une case apparaît à la place de chacun : { $signs }. Dans les autres fichiers, ils sont tels qu’ils ont été écrits.
deliveries-boxes-others = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
deliveries-delivered-to = Remise à
deliveries-delivered-to-hint = Figure sur la couverture. Les destinataires de la lettre figurent dans la lettre.
deliveries-cover-words = Mots pour la couverture
deliveries-signing = Signatures
deliveries-signing-ends = Se terminent avec la remise
deliveries-signing-goes-on = Continuent : les signataires tardifs figurent sous « Signé après la remise »
deliveries-name-and-another = { $before }, { $name }
deliveries-names-withheld = { $count ->
    [one] { $count } dont le nom n’est pas publié
   *[other] { $count } dont les noms ne sont pas publiés
}
deliveries-names-and-withheld = { $names }, et { $withheld }
deliveries-unanswered = { $count ->
    [one] { $count } organisation n’a pas répondu au texte modifié.
   *[other] { $count } organisations n’ont pas répondu au texte modifié.
}
deliveries-unanswered-ends = La remise met fin à la question, et la règle du silence vaut aussitôt.
deliveries-unanswered-ends-although = La remise met fin à la question, et la règle du silence vaut aussitôt, bien qu’il reste du temps jusqu’au { $time }.
deliveries-leaving = Absentes de la liste remise, et informées par courriel : { $names }.
deliveries-staying = Sur la liste, avec la mention d’une version antérieure signée : { $names }.
deliveries-wait = Pour les attendre, remettez la lettre plus tard, ou { $remind }.
deliveries-wait-remind = relancez-les
deliveries-who-got-it = Qui l’a reçue, et qui est parti depuis
deliveries-correct-answer = Corriger la réponse
deliveries-has-answered = Le destinataire a répondu
deliveries-who-answered = Qui a répondu
deliveries-answered-on = Le
deliveries-the-answer = La réponse
deliveries-the-answer-hint = Quiconque peut lire la lettre peut la lire.
deliveries-record-answer = Enregistrer la réponse
deliveries-copies = Qui a reçu la lettre
deliveries-left = Qui est parti depuis
deliveries-left-nobody = Personne ne s’est retiré depuis la remise.
deliveries-left-about = Ce qui a été remis reste tel quel. Veuillez dire aux personnes ci-dessous qui est parti.
deliveries-left-suspended = Suspendue le { $time } ; { $decide }
deliveries-left-decide = à vous de décider
deliveries-left-withdrew = Retirée le { $time }
deliveries-handed-over = Remise
deliveries-handed-over-on = Le { $time }.
deliveries-handed-over-on-to = Le { $time }, à { $whom }.
deliveries-addressed-to = La lettre est adressée à :
deliveries-copies-by-mail = Copies définitives par courriel
deliveries-copies-not-kept = À qui elles sont allées n’est plus conservé.
deliveries-copies-files = Fichiers que quiconque peut voir la lettre a pu prendre
