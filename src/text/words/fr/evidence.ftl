# The words of evidence.
evidence-verification-title = Comment vérifier une liste et un reçu
evidence-verification-lead = Vous n’avez pas à croire ce site sur parole. Ce qu’il dit de qui a signé quoi, et quand, peut être vérifié.
evidence-log-title = Le journal d’une lettre
evidence-log = Dès qu’une lettre est publique, chaque changement visible par ses lecteurs est inscrit dans un journal qui lui est propre : les versions du texte par leur SHA-256, chaque signature, chaque retrait, la remise. Le journal est un arbre de Merkle, comme dans Certificate Transparency (RFC 9162) : une feuille est hachée après un octet zéro, deux empreintes ensemble après un octet un. Après chaque changement, l’installation signe la taille de l’arbre et sa racine : c’est un point de contrôle.
evidence-log-keep = Gardez un point de contrôle, depuis la page « Comment vérifier cette liste » de la lettre. Quand vous le souhaitez, demandez la preuve que le journal d’aujourd’hui commence par celui de votre point de contrôle. Si quoi que ce soit d’antérieur a été modifié, ajouté ou omis, cette preuve n’existe pas.
evidence-names-title = Les noms dans le journal
evidence-names = Une feuille ne nomme pas l’organisation. Elle l’engage : c’est le SHA-256 de 32 octets aléatoires et de la ligne sous sa forme canonique (RFC 8785). Pour les noms publics, ces octets et la ligne figurent à côté de la feuille, afin que chacun puisse les vérifier. Pour un nom qui n’est pas publié, pour sa sécurité, ils n’y figurent pas, et si un nom doit être effacé, ils sont détruits. La feuille et toutes les preuves restent telles quelles.
evidence-receipts-title = Reçus
evidence-receipts-what = Une organisation qui signe reçoit un reçu : son nom, la lettre, le texte exact par son SHA-256, l’heure, et le nombre de noms qui figuraient sur la liste avec le sien. L’installation signe la forme canonique du reçu. Une fois la lettre publique, le reçu porte la preuve que le journal le contient.
evidence-receipts-program = Le programme qui fait fonctionner ce site vérifie les reçus sans interroger aucun serveur :
evidence-receipts-own-program = Tout cela suit des normes publiques, si bien que vous pouvez vérifier avec un programme à vous ; son code source en contient un en Python, de quelques pages, qui n’utilise rien de nous.
evidence-addresses-title = Adresses
evidence-address-checkpoint = Le dernier point de contrôle, une note signée (C2SP tlog-checkpoint).
evidence-address-leaves = Les feuilles, exactement telles qu’elles sont hachées, et ce qui les ouvre.
evidence-address-inclusion = Qu’une feuille se trouve dans l’arbre de cette taille.
evidence-address-consistency = Que le plus grand arbre commence par le plus petit.
evidence-address-keys = Les clés, sous forme d’ensemble selon RFC 7517.
evidence-keys-title = Clés de cette installation
evidence-keys = Ed25519. Les clés qui ne signent plus restent ici, car ce qu’elles ont signé reste signé.
evidence-key-until = depuis le { $from }, jusqu’au { $until }
evidence-key-now = depuis le { $from }, signe actuellement
evidence-key-thumbprint = empreinte { $id }
evidence-limits-title = Ce que cela ne prouve pas
evidence-limits = Qu’une signature a été donnée par quelqu’un qui en a le droit : la façon dont chaque organisation a été vérifiée figure à côté de son nom. Que rien ne s’est passé avant la publication de la lettre : de ce temps-là, le journal ne dit rien, et c’est voulu. Enfin, un journal dont personne n’a gardé de point de contrôle pourrait être réécrit en entier. Gardez-en donc un.
# Receipts of somebody's organizations.
evidence-receipts-all = Tous les reçus
evidence-receipts-lead = Pour chaque signature de vos organisations : ce qui a été signé et quand, dans un fichier que { $check }.
evidence-receipts-check = chacun peut vérifier
evidence-receipts-none = Aucun pour l’instant. Il y en aura un dès que votre organisation signera.
evidence-receipts-download = Télécharger
evidence-receipts-download-of = Télécharger le reçu : { $title }
evidence-receipt = Reçu
evidence-receipt-signed = { $name } a mis son nom sous « { $title } ».
evidence-receipt-kept = { $name } a maintenu son nom sous « { $title } ».
evidence-receipt-when = Quand
evidence-receipt-letter = Lettre
evidence-receipt-text = Texte
evidence-receipt-text-is = Version { $number }, SHA-256 { $hash }
evidence-receipt-position = Position
evidence-receipt-position-is = { $count ->
    [one] La liste comptait un nom avec le sien.
   *[other] La liste comptait { $count } noms avec le sien.
}
evidence-receipt-listed = Sur la liste
evidence-receipt-awaits = Pas encore : la coordination doit l’accepter.
evidence-receipt-withheld = Comptée ; le nom n’est pas publié, pour sa sécurité.
evidence-receipt-by-name = Par son nom.
evidence-receipt-in-log = Dans le journal
evidence-receipt-leaf = Feuille { $index }.
evidence-receipt-list = Comment vérifier la liste
evidence-receipt-no-log = Pas encore. Le journal commence quand la lettre est publique ; cette page et le fichier portent alors la preuve, sauf si la signature a été retirée ou donnée de nouveau auparavant.
evidence-receipt-key = Signé avec
evidence-receipt-download = Télécharger le reçu
evidence-receipt-check = Comment le vérifier
evidence-receipt-keep-safe = Le reçu contient le nom de l’organisation. Conservez-le là où personne d’autre ne peut le lire.
evidence-receipt-others = Autres reçus pour cette signature
evidence-receipt-event = Pour l’événement { $event }
# What programs are told that ask for what is not there.
evidence-no-leaves = from et limit sont des nombres entiers, et limit vaut au moins 1.
evidence-no-inclusion = leaf et size sont des nombres entiers ; leaf est inférieur à size, et size n’excède pas la taille du journal.
evidence-no-consistency = from et to sont des nombres entiers ; from vaut au moins 1 et n’excède pas to, et to n’excède pas la taille du journal.
