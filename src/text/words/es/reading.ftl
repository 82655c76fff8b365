# La lista de una carta pública: buscar, pasar páginas, entender.
reading-skip-to-list = Ir a la lista
reading-signatories-of = Firmantes: { $title }
reading-find-in-list = Buscar en la lista
reading-name = Nombre o sigla
reading-find = Buscar
reading-narrow = Por país, grupo, verificación
reading-country = País
reading-group = Grupo
reading-verified = Verificación
reading-any = Todos
reading-shown = Se muestran: { $found } de { $count }
reading-whole-list = La lista completa
reading-nobody = Ningún nombre de esta lista coincide.
reading-withheld-not-found = La búsqueda no incluye los nombres reservados.
reading-headings = Grupos de la lista
reading-pages = Páginas de la lista
reading-page = Página { $number } de { $of }
reading-previous = Anterior
reading-next = Siguiente
reading-print-whole = Imprimir la lista completa (PDF)
reading-continued = (continuación)
reading-elsewhere = Hay nombres nuevos en otras páginas de esta lista.
reading-link-here = Enlace a esta firmante
reading-have-signed = { $count ->
    [one] { $shown } organización ha firmado.
   *[other] { $shown } organizaciones han firmado.
}
reading-how-operator = El operador del sitio examinó qué es la organización y lo constató.
reading-how-vouched = Una coalición a la que pertenece confirmó que es miembro suyo.
reading-how-domain = Confirmó una dirección de correo de su propio dominio web.
reading-how-email = Confirmó la dirección de correo con la que se registró.
reading-how-listed = La coordinación de la carta la anotó, a partir de un correo o de una lista anterior. No ha firmado aquí.
reading-draft-confidential = Manténgala en confidencialidad. Recibirá un correo cuando pueda firmarse.
reading-comment-on-draft = Comentar el borrador
reading-coordinate-it = Coordinarla
reading-confidential = Manténgala en confidencialidad.
reading-or-see-signature = O vea la firma que ha dado.
reading-press-link-over = Ha caducado o se ha revocado. Pida otro a quien se lo dio.
reading-signed-so-far = { $count ->
    [one] { $count } organización ha firmado hasta ahora. Los nombres serán públicos cuando lo sea la carta.
   *[other] { $count } organizaciones han firmado hasta ahora. Los nombres serán públicos cuando lo sea la carta.
}
