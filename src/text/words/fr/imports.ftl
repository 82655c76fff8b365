# The words of imports.
imports-title = Importer une lettre
imports-lead = Une lettre existante, avec ses signataires, devient un brouillon que vous coordonnez. Vous voyez ce qui a été compris, ligne par ligne, avant que quoi que ce soit soit repris. Personne d’autre ne le voit.
imports-paste = Collez la lettre avec sa liste
imports-file = Ou choisissez un fichier
imports-file-hint = Texte brut, Markdown, CSV ou DOCX, 10 Mo au plus.
imports-read = La lire
imports-too-large = Trop à la fois
imports-too-large-title = C’est trop à la fois
imports-too-large-text = On peut importer 10 Mo au plus, et rien n’a été conservé. Une lettre de mille signataires en pèse le centième : choisissez la lettre seule, sans ses images.
imports-too-large-again = Choisir de nouveau
imports-file-too-large = Ce fichier dépasse 10 Mo. Choisissez la lettre seule, sans ses images.
imports-too-many = Elle compte { $count } signataires ; on peut en importer { $most } au plus à la fois.
imports-take-over-too-many = On peut reprendre { $most } signataires au plus.
imports-unreadable-empty = Il ne contient pas de texte. Choisissez un fichier ou collez la lettre.
imports-unreadable-no-text = Ce n’est pas un texte lisible. Enregistrez-le en texte brut, CSV ou DOCX et réessayez.
imports-unreadable-no-docx = Ce n’est pas un document DOCX, ou il est endommagé. Ouvrez-le dans un traitement de texte et enregistrez-le de nouveau en DOCX, ou collez le texte.
imports-unreadable-too-long = Son texte est plus long que celui d’aucune lettre : deux mégaoctets de texte et 20 000 lignes au plus peuvent être lus.
imports-unreadable-other = Un PDF ou un ancien DOC ne peut pas être lu. Ouvrez-le, copiez le texte et collez-le, ou enregistrez-le en DOCX.
# What was understood.
imports-understood = Ce qui a été compris
imports-doubts-none = Aucun doute
imports-doubts = Doutes : { $count }
imports-line = Ligne { $line }
imports-to-draft = Vers le brouillon
imports-take-over = La reprendre comme brouillon
imports-taken-over = C’est déjà un brouillon. Ce que vous corrigez dans le brouillon ne change pas cette page.
imports-lines-title = Ligne par ligne
imports-forget = Oublier cette importation
imports-left-out = Non repris
imports-left-out-individuals = { $count ->
    [one] { $count } particulier
   *[other] { $count } particuliers
} : seules les organisations sont signataires.
imports-left-out-withheld = { $count ->
    [one] { $count } nom non publié : aucun nom n’en est conservé, et la liste ne le compte pas.
   *[other] { $count } noms non publiés : aucun nom n’en est conservé, et la liste ne les compte pas.
}
imports-left-out-lines = { $count ->
    [one] { $count } ligne qui est une note ou ne fait pas partie de la lettre.
   *[other] { $count } lignes qui sont des notes ou ne font pas partie de la lettre.
}
imports-kept = L’original reste ici, ligne par ligne, pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} après votre dernière modification.
imports-undo-line = Annuler la correction de la ligne { $line }
imports-undo-text = Annuler la correction du texte
imports-fact-title = Titre
imports-fact-addressees = Destinataires
imports-fact-place-and-date = Lieu, date
imports-fact-language = Langue
imports-fact-signatories = Signataires
imports-fact-groups = Groupes
imports-none-found = rien de trouvé
imports-claimed = { $count } (la lettre parle de { $claimed })
imports-and-withheld = { $signatories }, et { $withheld } dont le nom n’est pas publié
imports-group = { $name } : { $count }
imports-group-individuals = { $name } : { $count } (particuliers, non repris)
imports-without-heading = sans titre
imports-correct-text = Corriger le titre, les destinataires, la date, la langue et le texte
imports-line-heading = { $role } : { $name }
imports-line-group = { $role }, le groupe { $name } commence
imports-line-group-unnamed = { $role }, un groupe sans titre commence
imports-correct = Corriger
imports-correct-line = Corriger la ligne { $line }
imports-correct-entry = Corriger { $name }
imports-role-title = Titre
imports-role-dateline = Lieu et date
imports-role-addressee = Destinataire
imports-role-body = Texte
imports-role-heading = Titre de la liste
imports-role-entry = Signataire
imports-role-continuation = Suite du signataire ci-dessus
imports-role-note = Note
imports-role-ignored = Hors de la lettre
# The letter's own parts, and one line, to be corrected.
imports-text-title = Le texte de la lettre
imports-text-language = Langue du texte
imports-save = Enregistrer
imports-back = Retour
imports-a-signatory = Un signataire
imports-a-heading = Un titre de la liste
imports-a-note = Une note
imports-line-is = Cette ligne est : { $role }. En faire
imports-printed = Imprimé : { $text }
imports-lines = Lignes
imports-all-lines = Retour à toutes les lignes
imports-next-doubt = Doute suivant : ligne { $line }
imports-other-kind-or-group = Son groupe, ou une autre sorte de ligne
imports-other-kind = Une autre sorte de ligne
imports-this-line-is = Cette ligne est
imports-begins-group = Un groupe commence par ce signataire
imports-group-name = Nom du groupe
imports-group-acronym = Sigle du groupe
imports-individuals = Des particuliers y figurent, qui ne sont pas repris
imports-country-none = aucun
imports-group-above = celui qui précède
imports-first-word = choisissez son premier mot
imports-name = Nom
imports-acronym = Sigle
imports-number = Numéro
imports-country = Pays
imports-in-group = Groupe
imports-representative = Représentant
imports-no-signatory = Pas un signataire
imports-two = Il y en a deux
imports-second = Le second commence par
imports-split = Les séparer
imports-title-missing = La lettre a besoin d’un titre.
imports-not-in-list = Choisissez dans la liste.
imports-name-missing = Un signataire a besoin d’un nom.
imports-number-too-long = Un numéro a cinq chiffres au plus.
imports-second-missing = Choisissez le mot par lequel commence le second signataire.
imports-draft-already = Cette importation est déjà un brouillon. Corrigez-la dans le brouillon.
# What stands in the log of a letter.
imports-log-listed = { $count } sur la liste
imports-log-individuals = { $said } ; { $count ->
    [one] { $count } particulier non repris
   *[other] { $count } particuliers non repris
}
imports-log-withheld = { $said } ; { $count ->
    [one] { $count } nom non publié non repris
   *[other] { $count } noms non publiés non repris
}
# Doubts.
imports-doubt-individuals = { $count ->
    [one] { $count } nom figure
   *[other] { $count } noms figurent
} à titre individuel ; les particuliers ne sont pas signataires ici et ne sont pas repris.
imports-doubt-no-list = Aucune liste de signataires n’a été trouvée.
imports-doubt-several = { $count ->
    [one] { $count } signataire figure
   *[other] { $count } signataires figurent
} sur cette ligne.
imports-doubt-continuation = Cette ligne appartient peut-être à celle du dessus, ou se suffit à elle-même.
imports-doubt-lost-heading = Un titre semble manquer ici : la liste recommence ou présente une lacune.
imports-doubt-heading-elsewhere = Le titre manque ici ; le nom du groupe a été trouvé à la ligne { $line }.
imports-doubt-withheld = { $count ->
    [one] Un nom n’est pas publié. Il est compté ici et n’est pas saisi.
   *[other] { $count } noms ne sont pas publiés. Ils sont comptés ici et ne sont pas saisis.
}
imports-doubt-person = C’est peut-être une personne, et non une organisation.
imports-doubt-heading = C’est peut-être le titre d’un groupe, ou un signataire.
imports-doubt-gap = Le numéro { $number } manque avant { $next }.
imports-doubt-gaps = Les numéros { $first } à { $last } manquent avant { $next }.
imports-doubt-repeated = Le numéro { $number } figure deux fois.
imports-doubt-order = Le numéro { $number } suit { $last }.
imports-doubt-no-number = Ce signataire n’a pas de numéro, d’autres de son groupe en ont.
imports-doubt-count = La lettre parle de { $claimed } ; il en a été trouvé { $found }.
imports-doubt-group-count = Le titre parle de { $claimed } ; il en a été trouvé { $found } en dessous.
imports-doubt-no-name = Il n’y a pas de nom.
imports-doubt-country = « { $printed } » n’est pas un pays que nous connaissons.
imports-doubt-no-country = La plupart des signataires ont un pays ; celui-ci n’a pas pu être lu.
imports-doubt-duplicate = Le même nom figure à la ligne { $line }.
