# What every mail has.
mail-dear = Hola, { $name }:
mail-or-open = O abra esta dirección:
mail-signed = Undersigned: organizaciones que firman juntas un texto.
