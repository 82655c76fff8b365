# Les mots d’une lettre publique sur les pages, dans les programmes et les agendas d’autrui.
carrying-share = Partager et emporter
carrying-share-title = Partager : { $title }
carrying-link = La transmettre
carrying-link-address = L’adresse de cette lettre
carrying-share-here = Partager depuis cet appareil
carrying-by-mail = Courriel
carrying-services = Ce sont de simples liens vers les services d’autrui. Rien d’eux ne se trouve sur cette page, et ils n’apprennent rien tant que vous n’en suivez aucun.
carrying-embed = Sur votre propre page
carrying-embed-what = Un cadre avec le titre, le nombre de signataires et le chemin vers la lettre. Il reste à jour de lui-même, ne dépose aucun cookie et ne compte personne.
carrying-embed-look = Le voir seul
carrying-embed-script = Une seule ligne, qui règle elle-même sa hauteur
carrying-embed-frame = Un cadre sans aucun script
carrying-badge = Le nombre en badge
carrying-badge-what = Une petite image du nombre de signataires, tel qu’il est en ce moment.
carrying-files = En fichier
carrying-file-pdf = Pour le papier et la lecture à voix haute
carrying-file-docx = Pour un traitement de texte
carrying-file-text = Texte brut
carrying-file-markdown = Texte avec ses marques
carrying-file-list = La liste en tableau
carrying-file-json = La lettre et sa liste pour les programmes
carrying-file-schema = La forme de ce fichier, pour qui écrit un tel programme
carrying-file-card = L’image qui accompagne les liens
carrying-feeds = Suivre
carrying-feed-signatories = Un flux de qui signe et de qui se retire
carrying-new-letters = Nouvelles lettres ouvertes
carrying-calendar = La date limite pour votre agenda
carrying-deadline-of = Dernier jour pour signer : { $title }
carrying-copy = Copier
carrying-copied = Copié
carrying-read-letter = Lire la lettre
carrying-more-names = { $count ->
    [one] et { $count } autre organisation
   *[other] et { $count } autres organisations
}
carrying-more-headings = { $count ->
    [one] et { $count } autre rubrique
   *[other] et { $count } autres rubriques
}
carrying-oembed-size = La taille est un nombre de points supérieur à zéro.
carrying-oembed-address = L’adresse d’une lettre manque.
