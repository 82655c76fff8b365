# What every mail has.
mail-dear = Dear { $name },
mail-or-open = Or open this address:
mail-signed = Undersigned: organizations put their names to a text together.
mail-page = Mail
mail-page-lead = No mail server is set, so mail stays here. Only this machine can see this page.
mail-page-none = Nothing yet.
mail-page-to = To { $whom } · { $time }
mail-page-attached = With a file attached.
