# The frame of every page, forms, notices.
web-skip = Aller au texte
web-languages = Langues
web-acting-for = Vous agissez pour { $name }
web-acting-for-several = Vous agissez pour plusieurs organisations
web-acting-change = changer
web-acting-choose = en choisir une
web-optional = (facultatif)
web-problems = { $count ->
    [one] Un point est à revoir
   *[other] { $count } points sont à revoir
}
web-to-the-letters = Vers les lettres
web-your-desk = Votre bureau
web-not-found = Cette page n’existe pas
web-not-found-text = L’adresse est peut-être mal saisie, ou la page n’est pas (encore) publique. Si elle vous est parvenue par courriel, ouvrez-en de nouveau le lien.
web-second-factor-first = D’abord un second facteur
web-second-factor-first-text = Qui coordonne ou gère ici se connecte avec un mot de passe et un code, et vous n’avez pas encore configuré le code. Rien de ce que vous avez envoyé n’a donc été pris en compte.
web-second-factor-kept = Votre envoi est conservé dans cette page. Configurez le second facteur dans un autre onglet, revenez à celui-ci, puis envoyez.
web-second-factor-lost = Revenez en arrière (votre navigateur a gardé votre saisie), configurez le second facteur dans un autre onglet, puis envoyez de nouveau.
web-second-factor-set-up = Configurer le second facteur
web-send-now = Envoyer maintenant
web-too-large = C’est trop à la fois
web-too-large-text = Le formulaire dépasse ce que cette page accepte, et rien n’en a été enregistré. Revenez en arrière : votre navigateur a gardé votre saisie. Raccourcissez-la et envoyez-la de nouveau.
web-fault = Une erreur s’est produite ici
web-fault-text = La faute est de notre côté, pas du vôtre, et rien n’a été modifié. Revenez en arrière (votre navigateur a gardé votre saisie) et réessayez. Si cela se reproduit, dites-le aux responsables de ce site en leur donnant cette référence.
web-reference = Référence { $reference }
web-away = Un instant, s’il vous plaît : nos registres ne répondent pas
web-away-text = Cette page ne peut pas être affichée pour le moment et, si vous avez envoyé un formulaire, rien n’en a été enregistré. Rien de ce qui était enregistré auparavant n’est perdu. Patientez une demi-minute et réessayez ; après un formulaire, revenez d’abord en arrière (votre navigateur a gardé votre saisie) et envoyez-le de nouveau.
web-away-unknown = Nos registres ont cessé de répondre pendant l’enregistrement de votre envoi, et nous ne pouvons pas encore dire s’il a été enregistré. Patientez une demi-minute et regardez s’il s’y trouve avant de l’envoyer de nouveau (revenez en arrière : votre navigateur a gardé votre saisie). Une signature n’est jamais comptée deux fois.
web-away-kept = Rien de votre envoi n’est encore enregistré, et rien n’en est perdu : il est dans cette page. Patientez une demi-minute, puis envoyez-le de nouveau.
web-refused = Ce n’est pas possible
web-unreadable = Cela n’a pas pu être lu
web-too-many = Un instant, s’il vous plaît
web-link-over = Ce lien n’est plus valable
web-from-elsewhere = Ceci a été envoyé depuis la page d’un autre site : rien n’a donc été fait. Ouvrez la page ici et appuyez de nouveau sur le bouton.
web-made-many = Vous avez créé un très grand nombre de lettres, de coalitions et d’importations en une heure. Attendez une minute, puis envoyez de nouveau.
web-many-wrong-tries = De nombreux essais erronés ont été faits pour cette adresse.
web-many-tries-network = De très nombreux essais sont venus de votre réseau.
web-many-reports-network = De nombreux signalements sont venus de votre réseau.
web-many-reported = De très nombreuses personnes l’ont signalé ; cela sera examiné.
web-wait-seconds = { $count ->
    [one] Veuillez attendre { $count } seconde et réessayer.
   *[other] Veuillez attendre { $count } secondes et réessayer.
}
web-wait-minutes = { $count ->
    [one] Veuillez attendre { $count } minute et réessayer.
   *[other] Veuillez attendre { $count } minutes et réessayer.
}
web-form-late = Le formulaire n’est pas arrivé à temps. Veuillez l’envoyer de nouveau.
web-form-encoding = Les formulaires s’envoient ici au format application/x-www-form-urlencoded.
web-form-fields = Le formulaire contient des champs que nous ne comprenons pas, ou un champ en double.
web-form-not-whole = Le formulaire n’est pas arrivé entier. Veuillez l’envoyer de nouveau.
web-form-twice = Le formulaire contient un champ en double.
web-many-requests-network = De très nombreuses requêtes sont venues de votre réseau.
web-many-requests-token = De très nombreuses requêtes ont été faites avec ce jeton.
