# What every mail has.
mail-dear = Bonjour { $name },
mail-or-open = Ou ouvrez cette adresse :
mail-signed = Undersigned : des organisations signent un texte ensemble.
