# The list of a public letter: found in, turned, explained.
reading-skip-to-list = Skip to the list
reading-signatories-of = Signatories: { $title }
reading-find-in-list = Find in the list
reading-name = Name or acronym
reading-find = Find
reading-narrow = By country, group, verification
reading-country = Country
reading-group = Group
reading-verified = How verified
reading-any = All
reading-shown = Shown: { $found } of { $count }
reading-whole-list = The whole list
reading-nobody = No name on this list matches.
reading-withheld-not-found = Names that are withheld are not searched.
reading-headings = Groups of the list
reading-pages = Pages of the list
reading-page = Page { $number } of { $of }
reading-previous = Previous
reading-next = Next
reading-print-whole = Print the whole list (PDF)
reading-continued = (continued)
reading-elsewhere = New names stand on other pages of this list.
reading-link-here = Link to this signatory
reading-have-signed = { $count ->
    [one] { $shown } organization has signed.
   *[other] { $shown } organizations have signed.
}
reading-how-operator = Those who run this site looked at what the organization is and found it to be so.
reading-how-vouched = A coalition that it belongs to confirmed that it is its member.
reading-how-domain = It confirmed an email address at its own web domain.
reading-how-email = It confirmed the email address that it registered with.
reading-how-listed = The coordinators of the letter entered it, from an email or an older list. It has not signed here.
reading-draft-confidential = Please keep it confidential. You get a mail when it can be signed.
reading-comment-on-draft = Comment on the draft
reading-coordinate-it = Coordinate it
reading-confidential = Please keep it confidential.
reading-or-see-signature = Or see the signature that it has given.
reading-press-link-over = It has expired or was revoked. Ask whoever gave it to you for another one.
reading-signed-so-far = { $count ->
    [one] { $count } organization signed so far. Their names are public once the letter is.
   *[other] { $count } organizations signed so far. Their names are public once the letter is.
}
