# La liste d’une lettre publique : chercher, tourner les pages, comprendre.
reading-skip-to-list = Aller à la liste
reading-signatories-of = Signataires : { $title }
reading-find-in-list = Chercher dans la liste
reading-name = Nom ou sigle
reading-find = Chercher
reading-narrow = Par pays, groupe, vérification
reading-country = Pays
reading-group = Groupe
reading-verified = Vérification
reading-any = Tous
reading-shown = Affichés : { $found } sur { $count }
reading-whole-list = Toute la liste
reading-nobody = Aucun nom de cette liste ne correspond.
reading-withheld-not-found = La recherche ne porte pas sur les noms non publiés.
reading-headings = Groupes de la liste
reading-pages = Pages de la liste
reading-page = Page { $number } sur { $of }
reading-previous = Précédente
reading-next = Suivante
reading-print-whole = Imprimer toute la liste (PDF)
reading-continued = (suite)
reading-elsewhere = De nouveaux noms figurent sur d’autres pages de cette liste.
reading-link-here = Lien vers ce signataire
reading-have-signed = { $count ->
    [one] { $shown } organisation a signé.
   *[other] { $shown } organisations ont signé.
}
reading-how-operator = L’opérateur du site a examiné ce qu’est l’organisation et l’a constaté.
reading-how-vouched = Une coalition dont elle fait partie a confirmé qu’elle en est membre.
reading-how-domain = Elle a confirmé une adresse électronique sur son propre domaine.
reading-how-email = Elle a confirmé l’adresse électronique avec laquelle elle s’est inscrite.
reading-how-listed = La coordination de la lettre l’a inscrite, d’après un courriel ou une liste antérieure. Elle n’a pas signé ici.
reading-draft-confidential = Merci de la garder confidentielle. Vous recevrez un courriel lorsqu’elle pourra être signée.
reading-comment-on-draft = Commenter le brouillon
reading-coordinate-it = La coordonner
reading-confidential = Merci de la garder confidentielle.
reading-or-see-signature = Ou voir la signature qu’elle a donnée.
reading-press-link-over = Il a expiré ou a été révoqué. Demandez-en un autre à la personne qui vous l’a donné.
reading-signed-so-far = { $count ->
    [one] { $count } organisation a signé jusqu’ici. Les noms seront publics quand la lettre le sera.
   *[other] { $count } organisations ont signé jusqu’ici. Les noms seront publics quand la lettre le sera.
}
