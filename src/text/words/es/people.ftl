# The words of people.
people-language = Idioma
people-language-hint = Las páginas y los correos le hablan en él.
people-language-save = Usar este idioma
people-language-not-spoken = Este idioma no está disponible aquí. Elija uno de la lista.
