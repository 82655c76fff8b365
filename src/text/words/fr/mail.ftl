# What every mail has.
mail-dear = Bonjour { $name },
mail-or-open = Ou ouvrez cette adresse :
mail-signed = Undersigned : des organisations signent un texte ensemble.
mail-page = Courriels
mail-page-lead = Aucun serveur de messagerie n’est configuré ; les courriels restent donc ici. Seule cette machine peut voir cette page.
mail-page-none = Rien pour l’instant.
mail-page-to = À { $whom } · { $time }
mail-page-attached = Avec un fichier joint.
