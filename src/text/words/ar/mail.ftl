# What every mail has.
mail-dear = تحية طيبة { $name}،
mail-or-open = أو افتحوا هذا العنوان:
mail-signed = Undersigned: منظمات تضع أسماءها معًا تحت نص واحد.
