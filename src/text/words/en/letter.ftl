# The words around a letter. $count chooses the plural, $shown is the number as it is written.
skip-to-letter = Skip to the letter
addressed-to = To
organizations = { $count ->
    [one] { $shown } organization
   *[other] { $shown } organizations
}
signatories = Signatories
no-signatories = No organization has signed yet.
open-without-deadline = Open for signatures
open-until = Open for signatures until { $time }
closed-since = Signing closed on { $time }
sign = Sign for your organization
withheld = { $count ->
    [one] and { $shown } organization whose name is withheld for its safety
   *[other] and { $shown } organizations whose names are withheld for their safety
}
withheld-only = { $count ->
    [one] { $shown } organization whose name is withheld for its safety
   *[other] { $shown } organizations whose names are withheld for their safety
}
verified-email = verified by email
verified-domain = verified by its web domain
verified-vouched = vouched for by its coalition
verified-operator = verified by the operator
outside-coalitions = Other organizations
revision = Revision { $number }, published { $date }
fingerprint = SHA-256 of the text
how-verified = How signatories are verified
how-verified-text = Each organization confirmed the email address it registered with, and a person who declared to be authorised signed for it. “{ $method }” beside a name says how the organization was verified.
machine-readable = This letter for programs
announce-signed = { $name } has signed.
letters = Letters
your-desk = Your desk
about = About this place
privacy = Privacy
signed-after-delivery = Signed after delivery
late-signatories = Late signatories
observers = Observers
listed-not-confirmed = listed, not yet confirmed by the organization
on-behalf-of = { $count ->
    [one] on behalf of { $shown } member
   *[other] on behalf of { $shown } members
}
embargo-until = Under embargo until { $time }. Please publish nothing of it before then.
embargo = Under embargo. Please publish nothing of it before the letter is public.
retracted-on = This letter was retracted on { $date }
history = History of the text
history-of = History: { $title }
revision-number = Revision { $number }
first-text = The first text
editorial = Editorial: it says the same
substantive = Substantive: it says something else
signed-this = { $count ->
    [one] { $shown } organization stands under this text
   *[other] { $shown } organizations stand under this text
}
kept-this = { $count ->
    [one] { $shown } of them had signed an earlier text and kept its signature
   *[other] { $shown } of them had signed an earlier text and kept their signatures
}
read-this-text = Read this text
what-changed = What changed, word by word
same-text = The two texts are the same.
from-to = From revision { $from } to revision { $to }
back-to-letter = Back to the letter
history-published = The letter was published
history-closed = Signing was closed
history-delivered = The letter was delivered
history-withdrew = { $name } withdrew its signature
history-withdrew-withheld = An organization whose name is withheld withdrew its signature
files-withheld = The delivered files are no longer offered here: a name in them has been withheld since for its safety.
deadline-moved = The deadline was moved to { $time }
deadline-lifted = The deadline was lifted
signed-revision = signed revision { $number }
signed-by = Signed by { $organizations }
signed-by-of = Signed by { $organizations } of { $coalitions }
coalitions = { $count ->
    [one] { $shown } coalition
   *[other] { $shown } coalitions
}
listed-among = { $count ->
    [one] { $shown } of them was listed by the coordinators and has not confirmed here.
   *[other] { $shown } of them were listed by the coordinators and have not confirmed here.
}
delivered-on = Delivered on { $date }
delivered-on-to = Delivered on { $date } to { $whom }
text-revision = Revision { $number } of the text, SHA-256
delivery-fingerprint = SHA-256 of the delivery
check-at = Where this can be checked
delivery = The delivery
delivery-files = The delivered files
answer-of = Answer of { $whom }, received on { $date }
as-it-stood = The text and the list as they have stood since { $time }
take-along = The letter and its list as
file-pack = Everything in one file
file-letter = The letter with its cover
file-cover = The cover alone
file-docx = For a word processor
file-text = Plain text
file-list = The list as a table
file-data = For programs
file-sums = SHA-256 of each file
a-coalition = A coalition
another-coalition = Another coalition
a-country = A country
another-country = Another country
an-organization = An organization
another-organization = Another organization
link-until = This link works until { $time }.
suspended-on = This letter was suspended by the operator of this site on { $date }
history-suspended = { $name } is off the list: suspended by the operator of this site
history-restored = { $name } is on the list again
report-letter = Report this letter
check-list = How to check this list
check-what = From the moment this letter was public, every change of it that readers can see has been written into a log that can only grow: the text, each signature, each withdrawal, the delivery. Whoever keeps a checkpoint of the log can prove later that nothing before it was changed.
check-now = The log at this moment
check-leaves = { $count ->
    [one] It has { $shown } entry. This is its signed checkpoint:
   *[other] It has { $shown } entries. This is its signed checkpoint:
}
check-keep = Keep this checkpoint
check-why-keep = The long line is the fingerprint of everything that is in the log. Save it, print it, send it to somebody: the more people have it, the less anyone can rewrite.
check-how = How to check
check-step-later = Later, ask for the proof that the log begins with the one of your checkpoint. If it was rewritten, there is no such proof.
check-step-receipt = An organization that signed finds its receipt on its desk. It can be checked without asking any server:
check-step-leaves = Anyone can read the whole log and compute its fingerprint:
check-key = The key of this log, for programs:
check-more = The keys of this installation, and all of it in detail
check-limits = What this does not prove
check-limits-text = That a signature was given by somebody who may give it: how each organization was verified stands beside its name. Of the time before the letter was public the log says nothing.
check-withheld = Names that are withheld for their safety, or were erased, stand in the log as a sealed fingerprint that nobody can read. They are counted like all others.
check-latest = What happened last
leaf-begun = The log begins; the letter was public before
leaf-revised = The text has a new revision
leaf-signed = { $name } signed
leaf-listed = { $name } was listed by the coordinators
leaf-kept = { $name } kept its signature
leaf-relisted = { $name }: the line reads otherwise
leaf-withdrew = { $name } is off the list
leaf-suspended = { $name } is suspended
leaf-restored = { $name } is on the list again
leaf-retracted = The letter was retracted
leaf-nameless = A name that is not shown
