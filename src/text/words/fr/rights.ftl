# The words of rights. Days and months stand behind a preposition.
rights-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
rights-deletion-title = Supprimer votre compte
rights-deletion-lead = Votre nom, votre adresse et tout ce qui vous sert à vous connecter sont supprimés aussitôt, sur tous les navigateurs. Vous pouvez auparavant emporter { $everything }.
rights-deletion-everything = tout ce qui est conservé à votre sujet
rights-deletion-signed = Ce que vos organisations ont signé reste signé : ce sont elles qui ont signé, et non vous.
rights-deletion-alone = { $name } n’a personne d’autre que vous. Sa page et ses signatures restent, et personne ne peut les modifier ni les retirer tant que les responsables de ce site ne l’ont pas confiée à quelqu’un. Invitez auparavant une personne de votre équipe, s’il y en a une.
rights-deletion-draft = Votre brouillon « { $title } » part avec vous, de même que les invitations que vous y aviez faites.
rights-deletion-invitations = Les invitations envoyées à votre adresse sont supprimées. Les journaux des lettres disent encore ce qui a été fait, mais plus que c’était par vous.
rights-deletion-delivered = Ce qui a été remis auparavant reste tel qu’il a été remis.
rights-deletion-names = Votre nom sur les signatures que vous avez données
rights-deletion-names-keep = Reste à côté de celui de vos organisations
rights-deletion-names-replace = Devient « { $somebody } » et n’est plus affiché
rights-somebody = Une personne représentante
rights-deletion-comments = Vos commentaires sur les brouillons
rights-deletion-comments-keep = Restent, au nom de votre organisation
rights-deletion-comments-erase = Sont effacés
rights-comment-erased = (Ce commentaire a été retiré par la personne qui l’avait écrit.)
rights-deletion-understood = Je sais que cela est irréversible.
rights-deletion-do = Supprimer mon compte
rights-deletion-not = Le garder
rights-deletion-names-missing = Choisissez ce que devient votre nom.
rights-deletion-comments-missing = Choisissez ce que deviennent vos commentaires.
rights-deletion-understood-missing = Confirmez que vous savez que cela est irréversible.
rights-first = D’autres dépendent de votre seul compte. Transmettez d’abord ceci, puis revenez :
rights-first-letter = Personne d’autre que vous n’en assure la coordination.
rights-first-letter-do = La transmettre
rights-first-organization = Elle n’a pas d’autre propriétaire que vous.
rights-first-organization-do = Désigner un autre propriétaire
rights-first-installation = Cette installation
rights-first-operator = Elle n’a pas d’autre opérateur que vous. Sur sa machine : { $command }
rights-your-account = Votre compte
rights-data-about = Tout ce que cette installation d’Undersigned conserve à votre sujet. Les heures sont en UTC.
# The page about privacy.
rights-privacy-title = Confidentialité
rights-privacy-lead = Ce que ce site sait de vous, pourquoi, et jusqu’à quand.
rights-privacy-host = Cette page concerne { $host } ; son programme la rédige d’après ses propres réglages.
rights-privacy-reading-title = Si vous lisez
rights-privacy-reading = Rien. Les lecteurs ne reçoivent aucun cookie et ne sont pas comptés. Aucune page ne charge quoi que ce soit d’ailleurs, et personne d’autre n’apprend ce que vous lisez.
rights-privacy-network = Votre adresse réseau parvient à cette machine, comme à toute autre. Elle n’est pas consignée. Elle est gardée en mémoire, un jour au plus, et seulement pour qui tente de se connecter, de s’inscrire ou d’obtenir un nouveau mot de passe, afin que les programmes qui devinent les mots de passe aient à attendre.
rights-privacy-behind-proxy = Ici, les requêtes passent par un serveur mandataire, qui transmet l’adresse et en garde peut-être une trace : demandez-le aux responsables de ce site.
rights-privacy-perhaps-proxy = Ce que garde un serveur mandataire placé devant elle, s’il y en a un, les responsables de ce site le savent.
rights-privacy-account-title = Si vous avez un compte
rights-privacy-account = Votre nom, votre fonction et votre adresse, ainsi qu’une empreinte de votre mot de passe qui ne permet pas de le lire : aussi longtemps que vous avez le compte.
rights-privacy-sessions = Où vos sessions sont ouvertes, sous la forme « Firefox, Android » et avec les heures : jusqu’à votre déconnexion, au plus tard après { $idle } sans utilisation ou { $absolute } en tout ; pour les responsables de ce site, { $operator_idle } et { $operator_absolute }.
rights-privacy-cookies = Deux cookies : l’un maintient votre session ouverte ; l’autre nous permet de reconnaître votre navigateur, pour vous prévenir quand quelqu’un se connecte avec un autre. Celui-ci dure { $days }. Aucun ne sert à autre chose.
rights-privacy-second-factor = Si vous configurez un second facteur : sa clé, scellée, et les empreintes de ses codes de secours, jusqu’à ce que vous le désactiviez.
rights-privacy-second-factor-operators = Les responsables de ce site doivent en avoir un.
rights-privacy-second-factor-coordinators = Qui coordonne des lettres ou des coalitions, ou gère ce site, doit en avoir un.
rights-privacy-new-address = Une nouvelle adresse que vous demandez : jusqu’à sa confirmation, deux semaines au plus ; l’ancienne peut s’y opposer pendant { $days }.
rights-privacy-acts = Ce que vous faites pour une lettre, dans son journal, que lit sa coordination : aussi longtemps que la lettre.
rights-privacy-download = Vous pouvez à tout moment { $download } et { $delete }. Avant que vous le fassiez, il est dit ce que devient ce que vous avez signé et écrit.
rights-privacy-download-all = tout télécharger
rights-privacy-delete = supprimer votre compte
rights-privacy-signing-title = Si votre organisation signe
rights-privacy-signing = Le nom de l’organisation, son pays et la façon dont elle a été vérifiée sont publics ; c’est cela, signer. Votre propre nom n’est public que si vous le choisissez en signant. Une liste remise reste telle qu’elle a été remise.
rights-privacy-invited-title = Si vous avez reçu une invitation à une lettre
rights-privacy-invited = Sa coordination nous a donné votre adresse, peut-être votre nom, et des notes à elle. Elle seule les voit, pour vous inviter et pour savoir qui a répondu. Elles sont effacées { $when }, à moins que la coordination n’ait choisi un autre délai ; chaque invitation dit lequel. Avec elles disparaissent les noms des personnes qui ont commenté, les courriels prouvant que quelqu’un a dit oui, et tous les noms de personnes que le public ne voit pas.
rights-privacy-invited-when = { $months ->
    [one] un mois
    [12] un an
    [24] deux ans
   *[other] { $months } mois
} après la clôture de la lettre
rights-privacy-gone-title = Ce qui disparaît de soi-même
rights-privacy-gone-registration = Une inscription, confirmée ou non : { $days } après le dernier jour où elle pouvait l’être.
rights-privacy-gone-colleague = Une invitation à rejoindre une organisation que personne n’a acceptée : après { $days }.
rights-privacy-gone-import = Une lettre en cours d’importation et laissée là : après { $days }.
rights-privacy-gone-mail = Les courriels : leur texte dès l’envoi, le reste après { $days }.
rights-privacy-where-title = Où cela se trouve, et qui d’autre le voit
rights-privacy-where = Dans une seule base de données, sur la machine de cette installation. Les noms et les adresses y sont scellés, sous une clé conservée ailleurs. Rien n’est communiqué à personne, ni pour de l’argent ni pour des statistiques.
rights-privacy-mail-through = Les courriels partent par le serveur { $host }, dont l’exploitant voit à qui nous écrivons.
rights-privacy-mail-stays = Les courriels ne quittent pas cette machine.
rights-privacy-local = Ceci est un essai sur une machine personnelle, sans https.
rights-privacy-ask-title = À qui s’adresser
rights-privacy-ask = Les responsables de ce site : { $contact }. Ils peuvent aussi vous dire quelle autorité les contrôle.
rights-privacy-ask-unknown = Les responsables de ce site, par la voie que vous connaissez.
# Mails, and what stands in the log of a letter.
rights-mail-deleted-subject = Votre compte est supprimé
rights-mail-deleted = votre compte sur Undersigned est supprimé, comme vous l’avez demandé, et avec lui ce qui était conservé à votre sujet. Ce que vos organisations ont signé reste signé.
rights-mail-deleted-last = Ceci est le dernier courriel envoyé à cette adresse. Si la demande ne venait pas de vous, écrivez aussitôt aux responsables du site.
rights-mail-contacts-subject = Les contacts de « { $title } » seront effacés le { $day }
rights-mail-contacts = le { $day }, les contacts de la lettre « { $title } » seront effacés, comme cela a été annoncé aux personnes invitées : leurs adresses et leurs noms, vos notes à leur sujet, les courriels qui prouvent un accord et les noms de personnes que le public ne voit pas. La lettre et sa liste restent telles quelles.
rights-mail-contacts-take = D’ici là, vous pouvez emporter les contacts sous forme de tableau, si vous avez vos propres raisons de les garder.
rights-mail-contacts-link = Les contacts
rights-tally = { $invited ->
    [one] { $invited } invitation
   *[other] { $invited } invitations
}, { $signed } ont abouti à une signature, { $declined } à un refus.
