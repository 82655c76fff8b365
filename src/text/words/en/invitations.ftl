# The words of invitations.
invitations-mail-invited-draft-subject = Invitation to read a draft: { $title }
invitations-mail-invited-subject = Invitation to sign: { $title }
invitations-mail-opened-subject = Open for signatures: { $title }
invitations-mail-reminded-draft-subject = Reminder, a draft to read: { $title }
invitations-mail-reminded-subject = Reminder, a letter to sign: { $title }
invitations-mail-dear-colleague = Dear colleague,
invitations-mail-your-organization = your organization
invitations-mail-invited-draft = { $from } invites { $whom } to read and comment on the draft of this letter: { $title }
invitations-mail-invited-draft-by-coordinators = The coordinators of a letter invite { $whom } to read and comment on the draft of this letter: { $title }
invitations-mail-invited = { $from } invites { $whom } to read and sign this letter: { $title }
invitations-mail-invited-by-coordinators = The coordinators of a letter invite { $whom } to read and sign this letter: { $title }
invitations-mail-opened = The text of this letter is final, and { $whom } can sign it: { $title }
invitations-mail-reminded-draft = { $from } invited { $whom } to read and comment on the draft of this letter: { $title }
invitations-mail-reminded-draft-by-coordinators = The coordinators of a letter invited { $whom } to read and comment on the draft of this letter: { $title }
invitations-mail-reminded = { $from } invited { $whom } to sign this letter, and has no answer yet: { $title }
invitations-mail-reminded-by-coordinators = The coordinators of a letter invited { $whom } to sign this letter, and has no answer yet: { $title }
invitations-mail-no-account = You need no account to read it.
invitations-mail-no-account-confidential = You need no account to read it. Please keep it confidential until it is published.
invitations-mail-read-draft = Read the draft
invitations-mail-read-letter = Read the letter
invitations-mail-yours = The link is yours: whoever has it can read the text and answer for you.
invitations-mail-decline = To decline, and get no more mails about this letter:
invitations-mail-red-lines = Red lines by { $time }: please say by then what you could not sign.
invitations-mail-until = It can be signed until { $time }.
invitations-mail-both-zones = { $there }, which is { $utc }
invitations-link-over = The address may not be whole, or the invitation was taken back. Open the link in the mail once more, or ask whoever invited you.
invitations-to-letters = To the letters
invitations-still-draft = This letter is still a draft. You get a mail when it can be signed.
invitations-time-over = This letter can no longer be signed: its time for signing is over.
invitations-decline = Decline
invitations-has-signed-refused = Your organization has signed this letter. To take its name off, sign in and withdraw the signature.
invitations-signed-so-far = { $count ->
    [one] { $count } organization signed so far. Their names are public once the letter is.
   *[other] { $count } organizations signed so far. Their names are public once the letter is.
}
invitations-what-is-kept = What is kept of you
invitations-yours = Your invitation
invitations-a-coordinator = A coordinator
invitations-your-organization = your organization
invitations-invites-draft = { $from } invites { $whom } to read and comment on this draft.
invitations-invites = { $from } invites { $whom } to sign this letter.
invitations-is-listed = Your organization is on the list, because somebody said yes for it; until it signs here, the list says that it has not confirmed. If it does not sign, decline, and its name is taken off the list at once.
invitations-is-public = The letter is public.
invitations-confidential = Please keep it confidential until it is published.
invitations-published-on = That will be on { $time }.
invitations-no-account = You need no account to read it.
invitations-red-lines = Red lines by { $time }: please say by then what you could not sign.
invitations-open-until = Open for signatures until { $time }.
invitations-open = Open for signatures.
invitations-closed-on = Signing closed on { $time }.
invitations-later-until = It can be signed later, until { $time }.
invitations-answer = Your answer
invitations-has-signed = Your organization has signed this letter. { $see }
invitations-see-signature = See or withdraw the signature
invitations-closed = This letter can no longer be signed.
invitations-is-draft = This is a draft. You get a mail when the text is final and can be signed.
invitations-comment = Comment on the draft
invitations-sign = Sign for your organization
invitations-next = Next: sign in, or register your organization (two minutes and one mail). Nothing is signed before you say so at the end.
invitations-you-declined = You declined; signing takes that back.
invitations-decline-listed = Decline, and take our name off the list
invitations-decline-mails = Decline, and get no more mails about this letter
invitations-declined = You have declined
invitations-declined-text = The coordinators know. You get no more mails about this letter.
invitations-changed-mind = Changed your mind? Read it again
invitations-signed = Your organization has signed
invitations-signed-text = To take its name off this letter, sign in and withdraw the signature.
invitations-back = Back to the letter
invitations-decline-listed-text = The name of your organization is taken off the list of signatories, on which a coordinator has put it.
invitations-decline-text = You get no more mails about this letter. While it is open you can still change your mind and sign.
invitations-why = Why?
invitations-why-hint = Only the letter’s coordinators read this.
invitations-closed-nothing = This letter can no longer be signed, so there is nothing to invite to.
invitations-nobody = Whom do you want to invite? No address was found.
invitations-too-many = More than 5,000 at once is too much. Send them in two parts.
invitations-no-coalition = Choose a coalition that you coordinate, or that your organization is a member of.
invitations-no-text-file = This file is no text. Save the table as CSV in your spreadsheet program, and send that.
invitations-board = Invitations
invitations-note-invited = { $count ->
    [one] 1 address invited.
   *[other] { $count } addresses invited.
}
invitations-note-already = { $count ->
    [one] 1 address had been invited before and got no second mail.
   *[other] { $count } addresses had been invited before and got no second mail.
}
invitations-note-reminded-nobody = Nobody was reminded: all have answered, or had a mail in the last day.
invitations-note-reminded = { $count ->
    [one] 1 address reminded.
   *[other] { $count } addresses reminded.
}
invitations-note-saved = The note is saved.
invitations-note-revoked = The invitation is taken back; its links no longer work.
invitations-note-sent = The invitation is on its way.
invitations-not-reminded-closed = This letter can no longer be signed, so nobody is reminded.
invitations-not-reminded-answered = They have answered, so they are not reminded.
invitations-not-reminded-bounced = The last mail to this address came back. Correct the address first.
invitations-not-reminded-too-soon = They had a mail in the last twenty hours. Give them a little time.
invitations-not-reminded-enough = They had as many mails about this letter as anybody should get. A call may do more.
invitations-address-taken = Another invitation to this letter has that address already.
invitations-address-enough = This address had as many mails about this letter as anybody should get.
invitations-address-declined = They declined, and get no more mails about this letter. You can ask somebody else there, at another address.
invitations-not-changed-signed = They have signed already, so the invitation stays as it is.
invitations-note-too-long = The note is longer than 1,000 characters. Go back and shorten it.
invitations-no-address = This is no email address.
invitations-line-no-address = There is no address in it.
invitations-line-no-mail-address = This is no mail address.
invitations-line-two-addresses = There are two addresses in it. Put a comma between them.
invitations-line-name-long = The name is longer than 200 characters.
invitations-line-a-name-long = A name is longer than 200 characters.
invitations-line-coalition = You have no part in a coalition called “{ $coalition }”. Leave that column empty to invite them all the same.
invitations-stage-invited = not opened yet
invitations-stage-opened = opened
invitations-stage-preparing = preparing to sign
invitations-stage-signed = signed
invitations-stage-declined = declined
invitations-stage-revoked = taken back
invitations-stage-bounced = bounced
invitations-one-thing = One thing needs another look
invitations-understood = { $count ->
    [one] 1 address understood
   *[other] { $count } addresses understood
}
invitations-understood-already = { $count ->
    [one] 1 address was invited before: no second mail.
   *[other] { $count } addresses were invited before: no second mail.
}
invitations-understood-twice = { $count ->
    [one] 1 address stands there twice: one mail.
   *[other] { $count } addresses stand there twice: one mail.
}
invitations-and-more = and { $count } more
invitations-unreadable = { $count ->
    [one] 1 line could not be read
   *[other] { $count } lines could not be read
}
invitations-unreadable-text = Nothing was sent. Correct them below, or invite the others.
invitations-line = Line { $line }: “{ $words }” { $why }
invitations-nobody-more = This letter can no longer be signed, so nobody can be invited.
invitations-invite = Invite
invitations-invite-more = Invite more
invitations-invite-more-summary = Paste addresses, or send a table
invitations-none = None
invitations-about = Each address gets one mail with a personal link. It opens the text without an account.
invitations-about-draft = While the text is a draft, they can comment on it; they get a second mail when it can be signed.
invitations-field-addresses = Addresses
invitations-field-addresses-hint = One on a line, or with commas between them: Amal Haddad <amal@example.org>
invitations-field-csv = Or a table
invitations-field-csv-hint = Organization, person, email, coalition; copied from a spreadsheet, or CSV.
invitations-field-coalition = Or all members of a coalition
invitations-field-coalition-hint = The owners of each member get the mail. You do not see their addresses.
invitations-try-again = Try again
invitations-invite-readable = Invite the { $count } readable ones
invitations-invite-count = Invite { $count }
invitations-look-first = Look first
invitations-field-file = Or a file
invitations-field-file-hint = (CSV, at most 2 MB)
invitations-read-file = Read the file
invitations-stages = Stages
invitations-in-all = { $count } invited in all
invitations-at-stage = { $count } { $stage }
invitations-remind-all = Remind all who have not answered
invitations-remind-all-hint = Nobody gets two mails within a day.
invitations-who = Who was invited
invitations-search-for = A name, an address, a note
invitations-search = Search
invitations-csv = All as a table (CSV)
invitations-nobody-found = Nobody found. { $everyone }
invitations-show-everyone = Show everyone
invitations-page-of = Page { $page } of { $pages }, { $found } in all
invitations-pages = Pages
invitations-page-earlier = Earlier
invitations-page-next = Next
invitations-owner-of-member = An owner of a member
invitations-as-member = as a member
invitations-said = “{ $words }”
invitations-change = Change
invitations-field-note = Note, for coordinators only
invitations-keep-note = Keep the note
invitations-field-somebody-else = Somebody else’s address
invitations-field-address = Address
invitations-send-there = Send the invitation there
invitations-remind = Remind
invitations-take-back = Take the invitation back
