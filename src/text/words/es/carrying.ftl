# Las palabras de una carta pública en páginas, programas y calendarios de otros.
carrying-share = Compartir y llevarse
carrying-share-title = Compartir: { $title }
carrying-link = Pasarla a otros
carrying-link-address = La dirección de esta carta
carrying-share-here = Compartir desde este dispositivo
carrying-by-mail = Correo
carrying-services = Son simples enlaces a servicios de otros. Nada de ellos está en esta página, y no saben nada mientras usted no siga ninguno.
carrying-embed = En su propia página
carrying-embed-what = Un marco con el título, el número de firmantes y el camino a la carta. Se mantiene al día por sí mismo, no deja ninguna cookie y no cuenta a nadie.
carrying-embed-look = Verlo por separado
carrying-embed-script = Una sola línea, que ajusta su propia altura
carrying-embed-frame = Un marco sin ningún script
carrying-badge = El número como distintivo
carrying-badge-what = Una pequeña imagen del número de firmantes, tal como es en este momento.
carrying-files = Como archivo
carrying-file-pdf = Para el papel y la lectura en voz alta
carrying-file-docx = Para un procesador de textos
carrying-file-text = Texto sin formato
carrying-file-markdown = Texto con sus marcas
carrying-file-list = La lista como tabla
carrying-file-json = La carta y su lista para programas
carrying-file-schema = La forma de ese archivo, para quien escriba un programa así
carrying-file-card = La imagen que acompaña a los enlaces
carrying-feeds = Seguirla
carrying-feed-signatories = Un canal de quién firma y quién se retira
carrying-new-letters = Nuevas cartas abiertas
carrying-calendar = La fecha límite para su calendario
carrying-deadline-of = Último día para firmar: { $title }
carrying-copy = Copiar
carrying-copied = Copiado
carrying-read-letter = Leer la carta
carrying-more-names = { $count ->
    [one] y { $count } organización más
   *[other] y { $count } organizaciones más
}
carrying-more-headings = { $count ->
    [one] y { $count } encabezado más
   *[other] y { $count } encabezados más
}
carrying-oembed-size = El tamaño es un número de puntos mayor que cero.
carrying-oembed-address = Falta la dirección de una carta.
