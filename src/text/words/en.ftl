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
