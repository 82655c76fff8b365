# The frame of every page, forms, notices.
web-skip = Ir al texto
web-languages = Idiomas
web-acting-for = Actúa en nombre de { $name }
web-acting-for-several = Actúa en nombre de varias organizaciones
web-acting-change = cambiar
web-acting-choose = elegir una
web-optional = (opcional)
web-problems = { $count ->
    [one] Un punto requiere revisión
   *[other] { $count } puntos requieren revisión
}
web-to-the-letters = A las cartas
web-your-desk = Su escritorio
web-not-found = Esta página no existe
web-not-found-text = Puede que la dirección esté mal escrita o que la página no sea pública (todavía). Si le llegó por correo, abra de nuevo el enlace desde allí.
web-second-factor-first = Primero, un segundo factor
web-second-factor-first-text = Quien coordina o gestiona algo aquí inicia sesión con contraseña y código, y usted aún no ha configurado el código. Por eso no se ha aceptado nada de lo que envió.
web-second-factor-kept = Se conserva en esta página. Configure el segundo factor en otra pestaña, vuelva a esta y envíelo.
web-second-factor-lost = Vuelva atrás (su navegador conserva lo que escribió), configure el segundo factor en otra pestaña y envíelo de nuevo.
web-second-factor-set-up = Configurar el segundo factor
web-send-now = Enviar ahora
web-too-large = Es demasiado de una vez
web-too-large-text = El formulario supera lo que esta página admite y no se ha guardado nada. Vuelva atrás: su navegador conserva lo que escribió. Acórtelo y envíelo de nuevo.
web-fault = Algo ha fallado aquí
web-fault-text = El fallo es nuestro, no suyo, y no se ha cambiado nada. Vuelva atrás (su navegador conserva lo que escribió) e inténtelo de nuevo. Si se repite, avise a quienes gestionan este sitio y deles esta referencia.
web-reference = Referencia { $reference }
web-away = Un momento, por favor: nuestros registros no responden
web-away-text = Esta página no puede mostrarse ahora y, si envió un formulario, no se guardó nada de él. Nada de lo guardado antes se ha perdido. Espere medio minuto e inténtelo de nuevo; si era un formulario, vuelva primero atrás (su navegador conserva lo que escribió) y envíelo otra vez.
web-away-unknown = Nuestros registros dejaron de responder mientras se guardaba lo que envió, y aún no podemos decir si se guardó. Espere medio minuto y mire si está ahí antes de enviarlo otra vez (vuelva atrás: su navegador conserva lo que escribió). Una firma nunca se cuenta dos veces.
web-away-kept = Todavía no se ha guardado nada de lo que envió, y nada se ha perdido: está en esta página. Espere medio minuto y envíelo otra vez.
web-refused = Esto no es posible
web-unreadable = No se ha podido leer
web-too-many = Un momento, por favor
web-link-over = Este enlace ya no funciona
web-from-elsewhere = Esto se envió desde una página de otro sitio, así que no se ha hecho nada. Abra la página aquí y pulse el botón de nuevo.
web-made-many = Ha creado muchísimas cartas, coaliciones e importaciones en una hora. Espere un minuto y envíelo de nuevo.
web-many-wrong-tries = Ha habido muchos intentos erróneos para esta dirección.
web-many-tries-network = Ha habido muchísimos intentos desde su red.
web-many-reports-network = Ha habido muchas denuncias desde su red.
web-many-reported = Muchísimas personas lo han denunciado; se examinará.
web-wait-seconds = { $count ->
    [one] Espere { $count } segundo e inténtelo de nuevo.
   *[other] Espere { $count } segundos e inténtelo de nuevo.
}
web-wait-minutes = { $count ->
    [one] Espere { $count } minuto e inténtelo de nuevo.
   *[other] Espere { $count } minutos e inténtelo de nuevo.
}
web-form-late = El formulario no llegó a tiempo. Envíelo de nuevo, por favor.
web-form-encoding = Los formularios se envían aquí como application/x-www-form-urlencoded.
web-form-fields = El formulario tiene campos que no entendemos, o un campo repetido.
web-form-not-whole = El formulario no llegó completo. Envíelo de nuevo, por favor.
web-form-twice = El formulario tiene un campo repetido.
web-many-requests-network = Ha habido muchísimas solicitudes desde su red.
web-many-requests-token = Ha habido muchísimas solicitudes con este token.
