# The words of rights. Days and months stand behind a preposition.
rights-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
rights-deletion-title = Delete your account
rights-deletion-lead = Your name, your address and everything by which you sign in are deleted at once, on all browsers. You can take { $everything } along before.
rights-deletion-everything = everything that is kept about you
rights-deletion-signed = What your organizations signed stays signed: they signed, and not you.
rights-deletion-alone = { $name } has nobody but you. Its page and its signatures stay, and nobody can change or withdraw them until those who run this place give it to somebody. Invite a colleague before, if there is one.
rights-deletion-draft = Your draft “{ $title }” goes with you, and so does whom you invited to it.
rights-deletion-invitations = Invitations to your address are deleted. In the logs of letters it still says what was done, and no longer that it was you.
rights-deletion-delivered = What was delivered before stays as it was handed over.
rights-deletion-names = Your name on the signatures that you gave
rights-deletion-names-keep = Stays beside your organizations’
rights-deletion-names-replace = Becomes “{ $somebody }”, and is no longer shown
rights-somebody = A representative
rights-deletion-comments = Your comments on drafts
rights-deletion-comments-keep = Stay, in the name of your organization
rights-deletion-comments-erase = Are erased
rights-comment-erased = (Its author has taken this comment along.)
rights-deletion-understood = I know that this cannot be undone.
rights-deletion-do = Delete my account
rights-deletion-not = Keep it
rights-deletion-names-missing = Choose what becomes of your name.
rights-deletion-comments-missing = Choose what becomes of your comments.
rights-deletion-understood-missing = Say that you know that this cannot be undone.
rights-first = Others depend on your account alone. Hand this over first, and come back:
rights-first-letter = You are its only coordinator.
rights-first-letter-do = Hand it over
rights-first-organization = You are its only owner.
rights-first-organization-do = Make somebody an owner
rights-first-installation = This installation
rights-first-operator = You are its only operator. On its machine: { $command }
rights-your-account = Your account
rights-data-about = Everything that this installation of Undersigned keeps about you. Times are UTC.
# The page about privacy.
rights-privacy-title = Privacy
rights-privacy-lead = What this place knows of you, why, and until when.
rights-privacy-host = This page is about { $host } and is written by its program out of its own settings.
rights-privacy-reading-title = If you read
rights-privacy-reading = Nothing. Readers get no cookie and are not counted. No page loads anything from anywhere else, and nobody else learns what you read.
rights-privacy-network = Your network address reaches this machine, as it reaches any. It is not written down. It is held in memory, at most for a day, and only of whoever tries to sign in, to register or to get a new password, so that programs that guess passwords have to wait.
rights-privacy-behind-proxy = Here requests come through a proxy, which passes the address on and may keep a record of its own: ask those who run this place.
rights-privacy-perhaps-proxy = What a proxy in front of it keeps, if there is one, those who run this place know.
rights-privacy-account-title = If you have an account
rights-privacy-account = Your name, title and address, and a hash of your password from which it cannot be read: as long as you have the account.
rights-privacy-sessions = Where you are signed in, as “Firefox, Android” and with times: until you sign out, at the latest until nobody has used it for { $idle }, or for { $absolute } in all; of those who run this place { $operator_idle } and { $operator_absolute }.
rights-privacy-cookies = Two cookies: one keeps you signed in; one lets us know your browser again, so that you hear when somebody signs in with another. That one lasts { $days }. Neither is used for anything else.
rights-privacy-second-factor = If you set up a second factor: its key, sealed, and hashes of its recovery codes, until you turn it off.
rights-privacy-second-factor-operators = Those who run this place have to have one.
rights-privacy-second-factor-coordinators = Those who coordinate letters or coalitions, or run this place, have to have one.
rights-privacy-new-address = A new address that you ask for: until it is confirmed, at most two weeks; the old one can stop it for { $days }.
rights-privacy-acts = What you do for a letter, in its log, which its coordinators read: as long as the letter.
rights-privacy-download = You can { $download } and { $delete } at any time. Before you do, it says what becomes of what you signed and wrote.
rights-privacy-download-all = download all of it
rights-privacy-delete = delete your account
rights-privacy-signing-title = If your organization signs
rights-privacy-signing = The organization’s name, country and how it was verified are public; that is what signing is. Your own name is public only if you choose so when you sign. A list that was delivered stays as it was handed over.
rights-privacy-invited-title = If you were invited to a letter
rights-privacy-invited = Its coordinators gave us your address, perhaps your name, and notes of theirs. Only they see them, to invite you and to know who has answered. They are erased { $when }, unless its coordinators chose another time; each invitation says which. With them go the names of commenters, the mails that prove that somebody said yes, and all names of people that the public does not see.
rights-privacy-invited-when = { $months ->
    [one] a month
    [12] a year
    [24] two years
   *[other] { $months } months
} after the letter closed
rights-privacy-gone-title = What is gone by itself
rights-privacy-gone-registration = A registration, answered or not: { $days } after the day it could be answered.
rights-privacy-gone-colleague = An invitation to join an organization that nobody took up: after { $days }.
rights-privacy-gone-import = A letter that somebody is importing, and has left: after { $days }.
rights-privacy-gone-mail = Mail: its words once it is sent, the rest after { $days }.
rights-privacy-where-title = Where it lies, and who else sees it
rights-privacy-where = In one database on this installation’s machine. Names and addresses lie sealed in it, under a key that lies elsewhere. Nobody is told anything for money or for statistics.
rights-privacy-mail-through = Mail leaves through the mail server { $host }, and its operator sees to whom we write.
rights-privacy-mail-stays = Mail does not leave this machine.
rights-privacy-local = This is a trial on somebody’s own machine, without https.
rights-privacy-ask-title = Whom to ask
rights-privacy-ask = Those who run this place: { $contact }. They can also tell you which authority watches over them.
rights-privacy-ask-unknown = Those who run this place, by the way you know them.
# Mails, and what stands in the log of a letter.
rights-mail-deleted-subject = Your account is deleted
rights-mail-deleted = your account at Undersigned is deleted, as you asked, and what was kept about you with it. What your organizations signed stays signed.
rights-mail-deleted-last = This is the last mail to this address. If it was not you who asked, write to those who run the place at once.
rights-mail-contacts-subject = The contacts of “{ $title }” are erased on { $day }
rights-mail-contacts = on { $day } the contacts of the letter “{ $title }” are erased, as those invited were told: their addresses and names, your notes about them, the mails that prove a yes, and the names of people that the public does not see. The letter and its list stay as they are.
rights-mail-contacts-take = Until then you can take the contacts along as a table, if you have a reason of your own to keep them.
rights-mail-contacts-link = The contacts
rights-tally = { $invited ->
    [one] { $invited } was invited
   *[other] { $invited } were invited
}, { $signed } of them signed, { $declined } declined.
