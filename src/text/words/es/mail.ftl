# What every mail has.
mail-dear = Hola, { $name }:
mail-or-open = O abra esta dirección:
mail-signed = Undersigned: organizaciones que firman juntas un texto.
mail-page = Correo
mail-page-lead = No hay ningún servidor de correo configurado, así que el correo se queda aquí. Solo esta máquina puede ver esta página.
mail-page-none = Todavía nada.
mail-page-to = Para { $whom } · { $time }
mail-page-attached = Con un archivo adjunto.
