# The words of people.
people-language = Langue
people-language-hint = Les pages et les courriels vous parlent dans cette langue.
people-language-save = Utiliser cette langue
people-language-not-spoken = Cette langue n’est pas disponible ici. Choisissez-en une dans la liste.
