# What every mail has.
mail-dear = Dear { $name },
mail-or-open = Or open this address:
mail-signed = Undersigned: organizations put their names to a text together.
